package app.lede.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Errors as RFC 9457 has them: what is wrong, where, and how to mend it. */
public final class Problem {

    private static final String MEDIA_TYPE = "application/problem+json";

    private Problem() {}

    /** One thing that is wrong with one parameter or field. */
    public record Fault(String parameter, String detail) {}

    /** Something in the request is wrong; every fault is named. */
    public static Answer badRequest(List<Fault> faults) {
        ObjectNode problem = problem(400, "Bad request", faults.getFirst().detail());
        faults.forEach(fault -> problem.withArray("errors")
                .addObject()
                .put("parameter", fault.parameter())
                .put("detail", fault.detail()));
        return answer(400, problem);
    }

    public static Answer badRequest(String parameter, String detail) {
        return badRequest(List.of(new Fault(parameter, detail)));
    }

    public static Answer notFound(String detail) {
        return answer(404, problem(404, "Not found", detail));
    }

    public static Answer gone(String detail) {
        return answer(410, problem(410, "Gone", detail));
    }

    public static Answer tooLarge(String detail) {
        return answer(413, problem(413, "Too large", detail));
    }

    /** Something of ours broke; the details are in the log under the request's id. */
    public static Answer internal(String requestId) {
        return answer(500, problem(500, "Internal error", "the log has more under request id " + requestId));
    }

    private static ObjectNode problem(int status, String title, String detail) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", "about:blank")
                .put("title", title)
                .put("status", status)
                .put("detail", detail);
    }

    private static Answer answer(int status, ObjectNode problem) {
        return Answer.text(status, MEDIA_TYPE, problem.toString());
    }
}
