package app.lede.pollsource;

import app.lede.aws.Environment;
import app.lede.aws.events.SqsEvent;
import app.lede.aws.lambda.SqsBatch;
import app.lede.aws.lambda.Strays;
import app.lede.aws.lambda.WideLog;
import app.lede.json.Json;
import app.lede.pipeline.BackfillEnd;
import app.lede.pipeline.BackfillSource;
import app.lede.pipeline.PollJob;
import app.lede.pipeline.PollResult;
import app.lede.pipeline.PollSource;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.InstantSource;

/** Polls the sources of a batch of poll jobs in parallel with {@link PollSource}, or brings their past with {@link BackfillSource}. */
public final class PollSourceHandler implements RequestStreamHandler, SqsBatch.Work {

    /** Longest time of one job; all of a batch run at once. */
    public static final Duration ATTEMPT = Duration.ofSeconds(45);

    private final SqsBatch batch = SqsBatch.together(ATTEMPT, new Strays());

    private final Steps steps;
    private final InstantSource clock;

    /** The steps of this function: a job is for one of them. */
    record Steps(PollSource poll, BackfillSource backfill) {}

    public PollSourceHandler() {
        this(Environment.ofProcess());
    }

    public PollSourceHandler(Environment environment) {
        this(Wiring.steps(environment), environment.clock());
    }

    PollSourceHandler(Steps steps, InstantSource clock) {
        this.steps = steps;
        this.clock = clock;
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        batch.run(in, out, context, new WideLog(context, "poll-source", clock), this);
    }

    @Override
    public void failed(SqsEvent.Message message, String cause) {
        PollJob job = Json.read(message.body(), PollJob.class);
        if (job.task() instanceof PollJob.Task.BackfillStep(PollJob.Turn turn)) {
            steps.backfill().failed(job.sourceId(), turn, cause, message.attempt());
        }
    }

    @Override
    public void gaveUp(SqsEvent.Message message, String cause) {
        PollJob job = Json.read(message.body(), PollJob.class);
        if (job.task() instanceof PollJob.Task.BackfillStep(PollJob.Turn turn)) {
            steps.backfill().broke(job.sourceId(), turn, cause);
        } else {
            steps.poll().broke(job, cause);
        }
    }

    @Override
    public void on(SqsEvent.Message message, WideLog.Line line) {
        PollJob job = Json.read(message.body(), PollJob.class);
        line.with("trace", job.trace()).with("source", job.sourceId()).with("planned", job.planned());
        if (job.task() instanceof PollJob.Task.BackfillStep(PollJob.Turn turn)) {
            BackfillEnd end = steps.backfill().run(job, turn);
            line.with("detail", end.detail()).end(end.label());
            return;
        }
        PollResult end = steps.poll().poll(job);
        switch (end) {
            case PollResult.Read read -> line.with("entries", read.entries()).with("found", read.found());
            case PollResult.Discovered discovered ->
                line.with("feed", discovered.feedUrl())
                        .with("entries", discovered.entries())
                        .with("found", discovered.found());
            case PollResult.Continued continued -> line.with("next", continued.url());
            case PollResult.Postponed postponed -> line.with("until", postponed.until());
            case PollResult.Subscribing subscribing -> line.with("hub", subscribing.hub());
            case PollResult.Skipped skipped -> line.with("reason", skipped.reason());
            case PollResult.Failed failed -> line.with("reason", failed.detail());
            case PollResult.Unchanged ignored -> {}
        }
        line.end(end.label());
    }
}
