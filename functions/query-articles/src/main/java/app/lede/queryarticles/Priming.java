package app.lede.queryarticles;

import app.lede.api.Answer;
import app.lede.api.Request;
import app.lede.article.ArticleId;
import app.lede.aws.Environment;
import app.lede.aws.events.HttpEvent;
import app.lede.json.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Function;

/**
 * Answers two requests while the function starts for a snapshot of SnapStart, so that the snapshot holds the loaded classes of the
 * first answer: the API description, and an article that nobody has, which is read from DynamoDB. Neither route reads a secret
 * or makes a cursor, and neither writes a log line, so nothing bound to a time is frozen and nothing is counted. Lambda sets
 * {@code AWS_LAMBDA_INITIALIZATION_TYPE} to {@code snap-start} for such a start.
 */
final class Priming {

    private static final String TYPE = "AWS_LAMBDA_INITIALIZATION_TYPE";

    private Priming() {}

    /** Runs the requests if a snapshot follows, and does nothing otherwise. */
    static void before(Environment environment, Function<Request, Answer> routes) {
        if (environment.find(TYPE).filter("snap-start"::equals).isEmpty()) {
            return;
        }
        for (byte[] event : List.of(event("/openapi.json", ""), unknownArticle())) {
            try {
                Request request = HttpEvent.read(event).request();
                var unused = HttpEvent.answer(routes.apply(request).sent(request));
            } catch (RuntimeException e) {
                // A version is published although DynamoDB is out of reach; its snapshot is only less warm.
            }
        }
    }

    private static byte[] unknownArticle() {
        return event(
                "/v1/articles/{id}", ArticleId.ofUrl("https://priming.invalid/").value());
    }

    private static byte[] event(String template, String id) {
        ObjectNode event = Json.object();
        event.put("routeKey", "GET " + template);
        event.put("rawPath", template.replace("{id}", id));
        event.putObject("headers").put("host", "priming.invalid").put("accept", "*/*");
        if (!id.isEmpty()) {
            event.putObject("pathParameters").put("id", id);
        }
        event.putObject("requestContext")
                .put("requestId", "priming")
                .putObject("http")
                .put("method", "GET");
        return Json.bytes(event);
    }
}
