package app.lede.indexarticles;

import app.lede.aws.Environment;
import app.lede.aws.dynamodb.ArticleStream;
import app.lede.aws.lambda.WideLog;
import app.lede.json.Json;
import app.lede.pipeline.ArticleChange;
import app.lede.pipeline.IndexArticles;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Indexes a batch of the articles table's stream with {@link IndexArticles}. The batch is one commit: it succeeds or fails as a
 * whole, and Lambda halves one that fails; only changes whose stories had no turn come again alone. A record that is not an
 * article is logged and passed over.
 */
public final class IndexArticlesHandler implements RequestStreamHandler {

    private final IndexArticles step;
    private final InstantSource clock;

    public IndexArticlesHandler() {
        this(Environment.ofProcess());
    }

    public IndexArticlesHandler(Environment environment) {
        this(Wiring.step(environment), environment.clock());
    }

    IndexArticlesHandler(IndexArticles step, InstantSource clock) {
        this.step = step;
        this.clock = clock;
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        WideLog log = new WideLog(context, "index-articles", clock);
        WideLog.Line batch = log.line(); // Written only if the batch fails.
        byte[] event = in.readAllBytes();
        List<ArticleStream.Entry> entries = batch.attempt(() -> ArticleStream.read(event));
        List<ArticleChange> changes = entries.stream()
                .flatMap(entry -> entry instanceof ArticleStream.Entry.Changed changed
                        ? Stream.of(changed.change())
                        : Stream.empty())
                .toList();
        batch.with("changes", changes.size());
        Iterator<IndexArticles.Outcome> outcomes =
                batch.attempt(() -> step.index(changes)).iterator();
        for (ArticleStream.Entry entry : entries) {
            WideLog.Line line = log.line().with("sequenceNumber", entry.sequenceNumber());
            switch (entry) {
                case ArticleStream.Entry.Changed changed -> {
                    IndexArticles.Outcome outcome = outcomes.next();
                    line.with("article", changed.change().id().value()).end(outcome.label());
                    if (outcome == IndexArticles.Outcome.STORY_WAITING) {
                        // This change and all behind it come again.
                        out.write(answer(entry.sequenceNumber()));
                        return;
                    }
                }
                case ArticleStream.Entry.Irrelevant irrelevant -> line.end("irrelevant");
                case ArticleStream.Entry.Unreadable unreadable ->
                    line.with("error", unreadable.cause()).end("unreadable");
            }
        }
        out.write("{\"batchItemFailures\":[]}".getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] answer(String failed) {
        ObjectNode answer = Json.object();
        answer.putArray("batchItemFailures").addObject().put("itemIdentifier", failed);
        return Json.bytes(answer);
    }
}
