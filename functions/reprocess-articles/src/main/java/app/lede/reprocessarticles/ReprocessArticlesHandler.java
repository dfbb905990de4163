package app.lede.reprocessarticles;

import app.lede.aws.Environment;
import app.lede.aws.events.SqsEvent;
import app.lede.aws.lambda.BoundedWork;
import app.lede.aws.lambda.SqsBatch;
import app.lede.aws.lambda.Strays;
import app.lede.aws.lambda.WideLog;
import app.lede.json.Json;
import app.lede.reprocess.ReprocessArticles;
import app.lede.reprocess.ReprocessJob;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.InstantSource;

/** Goes on with a run of {@link ReprocessArticles} for as long as there is time for another article. */
public final class ReprocessArticlesHandler implements RequestStreamHandler {

    /** Longest time of one article: the limits below, and its calls to storage. */
    public static final Duration ATTEMPT = Duration.ofSeconds(50);

    /** Time to read or to summarise one document. */
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final ReprocessArticles step;
    private final InstantSource clock;
    private final SqsBatch batch;

    public ReprocessArticlesHandler() {
        this(Environment.ofProcess());
    }

    public ReprocessArticlesHandler(Environment environment) {
        this(environment, new Strays());
    }

    private ReprocessArticlesHandler(Environment environment, Strays strays) {
        this(Wiring.step(environment, new BoundedWork(LIMIT, strays)), environment.clock(), strays);
    }

    ReprocessArticlesHandler(ReprocessArticles step, InstantSource clock, Strays strays) {
        this.step = step;
        this.clock = clock;
        this.batch = SqsBatch.oneByOne(ATTEMPT, strays);
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        batch.run(in, out, context, new WideLog(context, "reprocess-articles", clock), new SqsBatch.Work() {
            @Override
            public void on(SqsEvent.Message message, WideLog.Line line) {
                ReprocessJob job = Json.read(message.body(), ReprocessJob.class);
                line.with("run", job.id());
                line.end(step.run(job, () -> context.getRemainingTimeInMillis() > ATTEMPT.toMillis())
                        .label());
            }
        });
    }
}
