package app.lede.reconciledocuments;

import app.lede.aws.Environment;
import app.lede.aws.lambda.WideLog;
import app.lede.json.Json;
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

/**
 * Announces documents without an outcome again with {@link ReconcileDocuments}. Invoked hourly to continue the day's
 * walk, or by hand with {@code {"time": "…", "all": true}} to walk over the whole bucket at once without settling time.
 */
public final class ReconcileDocumentsHandler implements RequestStreamHandler {

    /** Objects newer than this may still be waiting in their queue. */
    private static final Duration SETTLING = Duration.ofHours(1);

    /** One page of lookups and one batch of messages fit into it. */
    private static final long MILLIS_OF_A_PAGE = 40_000;

    private final ReconcileDocuments step;
    private final InstantSource clock;

    public ReconcileDocumentsHandler() {
        this(Environment.ofProcess());
    }

    public ReconcileDocumentsHandler(Environment environment) {
        this(Wiring.step(environment), environment.clock());
    }

    ReconcileDocumentsHandler(ReconcileDocuments step, InstantSource clock) {
        this.step = step;
        this.clock = clock;
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        WideLog.Line line = new WideLog(context, "reconcile-documents", clock).line();
        JsonNode event = Json.read(in.readAllBytes());
        Instant now = Instant.parse(event.path("time").asText());
        Reconciled reconciled = event.path("all").asBoolean()
                ? step.reconcileAll(now, Duration.ZERO)
                : step.reconcile(now, SETTLING, () -> context.getRemainingTimeInMillis() > MILLIS_OF_A_PAGE);
        line.with("seen", reconciled.seen())
                .with("announced", reconciled.announced())
                .with("complete", reconciled.complete())
                .end("reconciled");
        out.write("{}".getBytes(StandardCharsets.UTF_8));
    }
}
