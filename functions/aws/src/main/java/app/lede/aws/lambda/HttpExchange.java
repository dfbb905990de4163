package app.lede.aws.lambda;

import app.lede.api.Answer;
import app.lede.api.Problem;
import app.lede.api.Request;
import app.lede.aws.events.HttpEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.Function;

/** One request of the API to one answer; what breaks inside becomes a problem with the request's id, and a log line. */
public final class HttpExchange {

    private HttpExchange() {}

    /** Reads the event, asks the routes and writes the answer. */
    public static void run(InputStream in, OutputStream out, WideLog log, Function<Request, Answer> routes)
            throws IOException {
        WideLog.Line line = log.line();
        HttpEvent event = HttpEvent.read(in.readAllBytes());
        line.with("route", event.request().route()).with("apiRequestId", event.requestId());
        Answer answer = answer(event, line, routes);
        line.with("status", answer.status()).with("bytes", answer.body().length);
        line.end(answer.status() < 400 ? "answered" : answer.status() < 500 ? "refused" : "failed");
        out.write(HttpEvent.answer(answer));
    }

    private static Answer answer(HttpEvent event, WideLog.Line line, Function<Request, Answer> routes) {
        try {
            return routes.apply(event.request());
        } catch (RuntimeException e) {
            line.with("error", e.toString());
            return Problem.internal(event.requestId());
        }
    }
}
