package app.lede.deliveralerts;

import app.lede.alert.DeliverAlerts;
import app.lede.aws.Environment;
import app.lede.aws.lambda.WideLog;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;

/** Looks at every saved search with {@link DeliverAlerts}, each minute. Fails if a search could not be looked at. */
public final class DeliverAlertsHandler implements RequestStreamHandler {

    /** One search fits into it. */
    private static final long MILLIS_OF_A_SEARCH = 20_000;

    private final DeliverAlerts step;
    private final InstantSource clock;

    public DeliverAlertsHandler() {
        this(Environment.ofProcess());
    }

    public DeliverAlertsHandler(Environment environment) {
        this(Wiring.step(environment), environment.clock());
    }

    DeliverAlertsHandler(DeliverAlerts step, InstantSource clock) {
        this.step = step;
        this.clock = clock;
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        WideLog.Line line = new WideLog(context, "deliver-alerts", clock).line();
        DeliverAlerts.Round round =
                step.run(clock.instant(), () -> context.getRemainingTimeInMillis() > MILLIS_OF_A_SEARCH);
        line.with("looked", round.looked()).with("sent", round.sent()).with("failed", round.failed());
        String cause = round.cause();
        if (cause != null) {
            line.with("error", cause).end("failed");
            throw new IllegalStateException(round.failed() + " searches could not be looked at, first " + cause);
        }
        line.end("looked");
        out.write("{}".getBytes(StandardCharsets.UTF_8));
    }
}
