package app.lede.summarisearticle;

import app.lede.aws.Environment;
import app.lede.aws.lambda.AnnouncedObjects;
import app.lede.aws.lambda.BoundedWork;
import app.lede.aws.lambda.SqsBatch;
import app.lede.aws.lambda.Strays;
import app.lede.aws.lambda.WideLog;
import app.lede.bedrock.BedrockClients;
import app.lede.document.DocumentRecord;
import app.lede.document.ObjectCreated;
import app.lede.document.Outcome;
import app.lede.pipeline.SummariseArticle;
import app.lede.pipeline.SummaryRetries;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;

/** Summarises the texts that a batch of S3 notifications announces; {@link SummariseArticle} does the work. */
public final class SummariseArticleHandler implements RequestStreamHandler, AnnouncedObjects.Step {

    /** Longest time of one article: the limit below, and its calls to storage. */
    public static final Duration ATTEMPT = Duration.ofSeconds(12);

    /** Longest time of one article that waits for a model. */
    public static final Duration ATTEMPT_WITH_MODEL = ATTEMPT.plus(BedrockClients.CALL);

    /** Time to summarise one text and find its facts. */
    private static final Duration LIMIT = Duration.ofSeconds(8);

    private final SummariseArticle step;
    private final SummaryRetries retries;
    private final InstantSource clock;
    private final SqsBatch batch;

    public SummariseArticleHandler() {
        this(Environment.ofProcess());
    }

    public SummariseArticleHandler(Environment environment) {
        this(environment, new Strays());
    }

    private SummariseArticleHandler(Environment environment, Strays strays) {
        this(new Wiring(environment), environment, strays);
    }

    private SummariseArticleHandler(Wiring wiring, Environment environment, Strays strays) {
        this(
                wiring.step(new BoundedWork(LIMIT, strays)),
                wiring.retries(),
                environment.clock(),
                environment.find("MODEL_ID").isPresent() ? ATTEMPT_WITH_MODEL : ATTEMPT,
                strays);
    }

    SummariseArticleHandler(
            SummariseArticle step, SummaryRetries retries, InstantSource clock, Duration attempt, Strays strays) {
        this.step = step;
        this.retries = retries;
        this.clock = clock;
        this.batch = SqsBatch.oneByOne(attempt, strays);
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        WideLog log = new WideLog(context, "summarise-article", clock);
        batch.run(in, out, context, log, new AnnouncedObjects(log, this));
    }

    @Override
    public void on(ObjectCreated object, WideLog.Line line) {
        if (object.attempt() > 0) {
            line.with("attempt", object.attempt()).end("model-" + label(retries.follow(object)));
            return;
        }
        Optional<DocumentRecord> record = step.summarise(
                object.key(), parsed -> line.with("trace", parsed.provenance().trace())
                        .with("source", parsed.provenance().sourceId()));
        // Before the line ends: a failure is the outcome of the message, which comes again.
        if (record.filter(stored -> stored.outcome() == Outcome.STORED).isPresent()) {
            SummaryRetries.End retry = retries.follow(object);
            line.with("retry", retry == SummaryRetries.End.SETTLED ? null : label(retry));
        }
        record.ifPresentOrElse(
                stored -> line.with("document", stored.id())
                        .with("article", stored.articleId())
                        .end(stored.outcome().label()),
                () -> line.end("deleted"));
    }

    private static String label(SummaryRetries.End end) {
        return end.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public void broke(ObjectCreated object, String cause) {
        step.broke(object.key(), cause);
    }
}
