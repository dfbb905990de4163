package app.lede.fetcharticle;

import app.lede.aws.Environment;
import app.lede.aws.events.SqsEvent;
import app.lede.aws.lambda.SqsBatch;
import app.lede.aws.lambda.Strays;
import app.lede.aws.lambda.WideLog;
import app.lede.json.Json;
import app.lede.pipeline.FetchArticle;
import app.lede.pipeline.FetchJob;
import app.lede.pipeline.FetchResult;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.InstantSource;

/** Fetches the pages of a batch of fetch jobs in parallel with {@link FetchArticle}. */
public final class FetchArticleHandler implements RequestStreamHandler, SqsBatch.Work {

    /** Longest time of one job; all of a batch run at once. */
    public static final Duration ATTEMPT = Duration.ofSeconds(25);

    private final SqsBatch batch = SqsBatch.together(ATTEMPT, new Strays());

    private final FetchArticle step;
    private final InstantSource clock;

    public FetchArticleHandler() {
        this(Environment.ofProcess());
    }

    public FetchArticleHandler(Environment environment) {
        this(Wiring.step(environment), environment.clock());
    }

    FetchArticleHandler(FetchArticle step, InstantSource clock) {
        this.step = step;
        this.clock = clock;
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        batch.run(in, out, context, new WideLog(context, "fetch-article", clock), this);
    }

    @Override
    public void gaveUp(SqsEvent.Message message, String cause) {
        step.broke(Json.read(message.body(), FetchJob.class), cause);
    }

    @Override
    public void on(SqsEvent.Message message, WideLog.Line line) {
        FetchJob job = Json.read(message.body(), FetchJob.class);
        line.with("trace", job.trace())
                .with("url", job.key())
                .with("source", job.sourceId())
                .with("attempts", job.attempts());
        FetchResult end = step.fetch(job);
        switch (end) {
            case FetchResult.Stored stored -> line.with("key", stored.key()).with("bytes", stored.bytes());
            case FetchResult.StoredFromFeed stored ->
                line.with("key", stored.key()).with("reason", stored.reason());
            case FetchResult.Gone gone -> line.with("key", gone.key()).with("reason", gone.reason());
            case FetchResult.Kept kept -> line.with("reason", kept.reason());
            case FetchResult.Unchanged ignored -> {}
            case FetchResult.Postponed postponed -> line.with("until", postponed.until());
            case FetchResult.Refused refused -> line.with("reason", refused.reason());
            case FetchResult.Skipped ignored -> {}
        }
        line.end(end.label());
    }
}
