package app.lede.exportarticles;

import app.lede.aws.Environment;
import app.lede.aws.events.SqsEvent;
import app.lede.aws.lambda.SqsBatch;
import app.lede.aws.lambda.Strays;
import app.lede.aws.lambda.WideLog;
import app.lede.export.ExportArticles;
import app.lede.export.ExportEnd;
import app.lede.export.ExportJob;
import app.lede.json.Json;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.InstantSource;

/** Goes on with one export with {@link ExportArticles} for as long as there is time for another part. */
public final class ExportArticlesHandler implements RequestStreamHandler {

    /** Longest time of one part. */
    public static final Duration ATTEMPT = Duration.ofSeconds(40);

    private final SqsBatch batch = SqsBatch.oneByOne(ATTEMPT, new Strays());

    private final ExportArticles step;
    private final InstantSource clock;

    public ExportArticlesHandler() {
        this(Environment.ofProcess());
    }

    public ExportArticlesHandler(Environment environment) {
        this(Wiring.step(environment), environment.clock());
    }

    ExportArticlesHandler(ExportArticles step, InstantSource clock) {
        this.step = step;
        this.clock = clock;
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        batch.run(in, out, context, new WideLog(context, "export-articles", clock), new SqsBatch.Work() {
            @Override
            public void on(SqsEvent.Message message, WideLog.Line line) {
                export(message, line, context);
            }

            @Override
            public void failed(SqsEvent.Message message, String cause) {
                step.stumbled(Json.read(message.body(), ExportJob.class), cause);
            }

            @Override
            public void lastly(SqsEvent.Message message, String cause) {
                step.broke(Json.read(message.body(), ExportJob.class), cause);
            }

            @Override
            public void gaveUp(SqsEvent.Message message, String cause) {
                step.broke(Json.read(message.body(), ExportJob.class), cause);
            }
        });
    }

    private void export(SqsEvent.Message message, WideLog.Line line, Context context) {
        ExportJob job = Json.read(message.body(), ExportJob.class);
        line.with("export", job.id().value());
        ExportEnd end = step.run(job, () -> context.getRemainingTimeInMillis() > ATTEMPT.toMillis());
        switch (end) {
            case ExportEnd.Complete complete -> line.with("articles", complete.articles());
            case ExportEnd.Continued continued -> line.with("articles", continued.articles());
            case ExportEnd.Cancelled ignored -> {}
            case ExportEnd.Overtaken ignored -> {}
            case ExportEnd.Unknown ignored -> {}
        }
        line.end(end.label());
    }
}
