package app.lede.reconciledocuments;

import app.lede.aws.Environment;
import app.lede.aws.lambda.WideLog;
import app.lede.json.Json;
import app.lede.pipeline.ProbePipeline;
import app.lede.pipeline.ReconcileDocuments;
import app.lede.pipeline.ReconcileDocuments.Reconciled;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Announces documents without an outcome again with {@link ReconcileDocuments}. Invoked hourly to continue the day's
 * walk and, where the stack has one, to look after the canary with {@link ProbePipeline}; or by hand with
 * {@code {"time": "…", "all": true}} to walk over the whole bucket at once without settling time. Fails at the end if the probe did.
 */
public final class ReconcileDocumentsHandler implements RequestStreamHandler {

    /** Objects newer than this may still be waiting in their queue. */
    private static final Duration SETTLING = Duration.ofHours(1);

    /** One page of lookups and one batch of messages fit into it. */
    private static final long MILLIS_OF_A_PAGE = 40_000;

    private final ReconcileDocuments step;
    private final Optional<ProbePipeline> probe;
    private final InstantSource clock;

    public ReconcileDocumentsHandler() {
        this(Environment.ofProcess());
    }

    public ReconcileDocumentsHandler(Environment environment) {
        this(Wiring.step(environment), Wiring.probe(environment), environment.clock());
    }

    ReconcileDocumentsHandler(ReconcileDocuments step, Optional<ProbePipeline> probe, InstantSource clock) {
        this.step = step;
        this.probe = probe;
        this.clock = clock;
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        WideLog log = new WideLog(context, "reconcile-documents", clock);
        WideLog.Line line = log.line();
        byte[] bytes = in.readAllBytes();
        JsonNode event = line.attempt(() -> Json.read(bytes));
        Instant now = line.attempt(() -> Instant.parse(event.path("time").asText()));
        boolean all = event.path("all").asBoolean();
        RuntimeException fault = all ? null : probe(log, now);
        Reconciled reconciled = line.attempt(() -> all
                ? step.reconcileAll(now, Duration.ZERO)
                : step.reconcile(now, SETTLING, () -> context.getRemainingTimeInMillis() > MILLIS_OF_A_PAGE));
        line.with("seen", reconciled.seen())
                .with("announced", reconciled.announced())
                .with("complete", reconciled.complete())
                .end("reconciled");
        if (fault != null) {
            throw fault;
        }
        out.write("{}".getBytes(StandardCharsets.UTF_8));
    }

    /** Returns the fault of a probe that failed, which must not keep lost documents from being announced. */
    private @Nullable RuntimeException probe(WideLog log, Instant now) {
        if (probe.isEmpty()) {
            return null;
        }
        WideLog.Line line = log.line();
        try {
            told(line, probe.get().probe(now));
            return null;
        } catch (RuntimeException e) {
            line.with("error", e.toString()).end("canary-failed");
            return e;
        }
    }

    /** Writes the outcome that the alarm on the canary counts. */
    private static void told(WideLog.Line line, ProbePipeline.Result result) {
        switch (result) {
            case ProbePipeline.Result.Passed ignored -> line.end("canary-passed");
            case ProbePipeline.Result.First ignored -> line.end("canary-first");
            case ProbePipeline.Result.Lost lost ->
                line.with("error", lost.reason()).end("canary-lost");
        }
    }
}
