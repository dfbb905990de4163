package app.lede.summarisearticle;

import app.lede.aws.Environment;
import app.lede.aws.events.S3Notification;
import app.lede.aws.events.SqsEvent;
import app.lede.aws.lambda.SqsBatch;
import app.lede.aws.lambda.WideLog;
import app.lede.document.DocumentRecord;
import app.lede.document.ObjectCreated;
import app.lede.document.Outcome;
import app.lede.pipeline.SummariseArticle;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** Summarises the texts that a batch of S3 notifications announces; {@link SummariseArticle} is the work. */
public final class SummariseArticleHandler implements RequestStreamHandler {

    private static final SqsBatch BATCH = SqsBatch.oneByOne(Duration.ofSeconds(10));

    private final SummariseArticle step;
    private final InstantSource clock;

    public SummariseArticleHandler() {
        this(Environment.ofProcess());
    }

    public SummariseArticleHandler(Environment environment) {
        this(Wiring.step(environment), environment.clock());
    }

    SummariseArticleHandler(SummariseArticle step, InstantSource clock) {
        this.step = step;
        this.clock = clock;
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        WideLog log = new WideLog(context, "summarise-article", clock);
        BATCH.run(in, out, context, log, (message, line) -> summarise(message, line, log));
    }

    private void summarise(SqsEvent.Message message, WideLog.Line line, WideLog log) {
        switch (S3Notification.read(message.body())) {
            case S3Notification.TestEvent test ->
                line.with("bucket", test.bucket()).end(Outcome.TEST_EVENT.label());
            case S3Notification.Created created ->
                created.objects().forEach(object -> {
                    // Should the object break its step, the message's own line says which it was.
                    line.with("key", object.key());
                    summarise(object, log.line().with("messageId", message.id()));
                });
        }
    }

    private void summarise(ObjectCreated object, WideLog.Line line) {
        line.with("key", object.key());
        Optional<DocumentRecord> record = step.summarise(object.key());
        record.ifPresentOrElse(
                stored -> line.with("document", stored.id())
                        .with("article", stored.articleId())
                        .end(stored.outcome().label()),
                () -> line.end("deleted"));
    }
}
