package app.lede.queryarticles;

import app.lede.api.Answer;
import app.lede.api.Request;
import app.lede.article.ArticleId;
import app.lede.aws.Environment;
import app.lede.aws.events.HttpEvent;
import app.lede.json.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/**
 * Answers three requests while the function starts for a snapshot of SnapStart, so that the snapshot holds the loaded classes of
 * the first answers: the API description, an article that nobody has, which is read from DynamoDB, and counts of the last hour,
 * which come from the search index. No route reads a secret
 * or makes a cursor, and none writes a log line, so nothing bound to a time is frozen and nothing is counted. Lambda sets
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
        for (byte[] event : List.of(
                event("/openapi.json", ""),
                unknownArticle(),
                counts(environment.clock().instant()))) {
            try {
                Request request = HttpEvent.read(event).request();
                var unused = HttpEvent.answer(routes.apply(request).sent(request));
            } catch (RuntimeException e) {
                // A version is published although DynamoDB is out of reach; its snapshot is only less warm.
            }
        }
    }

    /** Counts what arrived in the last hour with a word: opens few segments, which later ones supersede. */
    private static byte[] counts(Instant now) {
        return event("/v1/counts", "", "by=lang&q=priming&from=" + now.minus(Duration.ofHours(1)));
    }

    private static byte[] unknownArticle() {
        return event(
                "/v1/articles/{id}", ArticleId.ofUrl("https://priming.invalid/").value());
    }

    private static byte[] event(String template, String id) {
        return event(template, id, "");
    }

    private static byte[] event(String template, String id, String query) {
        ObjectNode event = Json.object();
        event.put("routeKey", "GET " + template);
        event.put("rawPath", template.replace("{id}", id));
        event.put("rawQueryString", query);
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
