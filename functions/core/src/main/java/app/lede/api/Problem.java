package app.lede.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Builds errors in the form of RFC 9457, each with the faulty parameter and the expected values. */
public final class Problem {

    private static final String MEDIA_TYPE = "application/problem+json";

    private Problem() {}

    /** Maximum number of characters of a client's input in an error. */
    private static final int MOST_ECHOED = 200;

    /** Faults that are named; a body may have a hundred thousand. */
    private static final int MOST_FAULTS = 50;

    /** A fault of one parameter or field. */
    public record Fault(String parameter, String detail) {

        /** Cuts a long name, which is the client's own. */
        public Fault {
            parameter = cut(parameter);
        }
    }

    /** Cuts a client's input to {@value #MOST_ECHOED} characters for use in an error. */
    static String cut(String words) {
        if (words.length() <= MOST_ECHOED) {
            return words;
        }
        int end = Character.isHighSurrogate(words.charAt(MOST_ECHOED - 1)) ? MOST_ECHOED - 1 : MOST_ECHOED;
        return words.substring(0, end) + "…";
    }

    /** Answers 400 and names every fault once, the first {@value #MOST_FAULTS} of them in words. */
    public static Answer badRequest(List<Fault> found) {
        List<Fault> faults = found.stream().distinct().toList();
        ObjectNode problem = problem(400, "Bad request", faults.getFirst().detail());
        ArrayNode errors = problem.putArray("errors");
        faults.stream().limit(MOST_FAULTS).forEach(fault -> add(errors, fault));
        if (faults.size() > MOST_FAULTS) {
            add(errors, new Fault("…", "and " + (faults.size() - MOST_FAULTS) + " more faults"));
        }
        return answer(400, problem);
    }

    private static void add(ArrayNode errors, Fault fault) {
        errors.addObject().put("parameter", fault.parameter()).put("detail", fault.detail());
    }

    public static Answer badRequest(String parameter, String detail) {
        return badRequest(List.of(new Fault(parameter, detail)));
    }

    public static Answer notFound(String detail) {
        return answer(404, problem(404, "Not found", detail));
    }

    /**
     * Answers 405.
     *
     * @param allowed the methods of the path, separated by commas
     */
    static Answer methodNotAllowed(String method, String allowed) {
        String detail = "this path takes " + allowed + ", not " + cut(method);
        return answer(405, problem(405, "Method not allowed", detail)).with("allow", allowed);
    }

    /** Answers 409: the request is well formed, but not now. */
    static Answer conflict(String detail) {
        return answer(409, problem(409, "Conflict", detail));
    }

    public static Answer gone(String detail) {
        return answer(410, problem(410, "Gone", detail));
    }

    public static Answer tooLarge(String detail) {
        return answer(413, problem(413, "Too large", detail));
    }

    /** Answers 503: something that the answer depends on is not available. */
    static Answer unavailable(String detail) {
        return answer(503, problem(503, "Unavailable", detail)).with("retry-after", "60");
    }

    /** Answers 500; the log has the cause under the request's id. */
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
