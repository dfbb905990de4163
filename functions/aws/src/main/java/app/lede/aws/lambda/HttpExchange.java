package app.lede.aws.lambda;

import app.lede.api.Answer;
import app.lede.api.Problem;
import app.lede.api.Request;
import app.lede.aws.events.HttpEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Runs one request of the API to one answer; an exception becomes a problem with the request's id, and a log line. */
public final class HttpExchange {

    /**
     * Bytes of a request's body. The event, with a body in base64, stays below the 6 MB that Lambda takes, so that only the gateway
     * refuses more.
     */
    private static final int LARGEST_BODY = 4 * 1024 * 1024;

    private HttpExchange() {}

    /** A response, and the outcome counted for its request. */
    public record Ended(Answer answer, String outcome) {}

    /** Reads the event, calls the routes and writes the response; the status is the outcome. */
    public static void run(InputStream in, OutputStream out, WideLog log, Function<Request, Answer> routes)
            throws IOException {
        run(in, out, log, (request, line) -> {
            Answer answer = routes.apply(request);
            return new Ended(answer, answer.status() < 400 ? "answered" : answer.status() < 500 ? "refused" : "failed");
        });
    }

    /** Runs routes that return their own outcomes and add to the log line. */
    public static void run(
            InputStream in, OutputStream out, WideLog log, BiFunction<Request, WideLog.Line, Ended> routes)
            throws IOException {
        WideLog.Line line = log.line();
        HttpEvent event = HttpEvent.read(in.readAllBytes());
        line.with("route", event.request().route()).with("apiRequestId", event.requestId());
        Ended ended = ended(event, line, routes);
        Answer sent = ended.answer().sent(event.request());
        line.with("status", sent.status()).with("bytes", sent.body().length);
        line.with("trace", sent.header(Answer.TRACE).orElse(null));
        line.end(ended.outcome());
        out.write(HttpEvent.answer(sent));
    }

    private static Ended ended(HttpEvent event, WideLog.Line line, BiFunction<Request, WideLog.Line, Ended> routes) {
        int bytes = event.request().body().length;
        if (bytes > LARGEST_BODY) {
            return new Ended(
                    Problem.tooLarge("the body has " + bytes + " bytes; at most " + LARGEST_BODY + " are taken"),
                    "refused");
        }
        try {
            return routes.apply(event.request(), line);
        } catch (RuntimeException e) {
            line.with("error", Cause.of(e));
            return new Ended(Problem.internal(event.requestId()), "failed");
        }
    }
}
