package app.lede.deliveralerts;

import app.lede.alert.DeliverAlerts;
import app.lede.alert.WatchSources;
import app.lede.aws.Environment;
import app.lede.aws.lambda.WideLog;
import app.lede.json.Json;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Looks at every saved search with {@link DeliverAlerts}, each minute, and at every source with {@link WatchSources}, each quarter of
 * an hour. Fails if one could not be looked at or told of.
 */
public final class DeliverAlertsHandler implements RequestStreamHandler {

    /** One search fits into it. */
    private static final long MILLIS_OF_A_SEARCH = 20_000;
    /** The telling of one source fits into it. */
    private static final long MILLIS_OF_A_SOURCE = 10_000;

    private final DeliverAlerts step;
    private final WatchSources watch;
    private final InstantSource clock;

    public DeliverAlertsHandler() {
        this(Environment.ofProcess());
    }

    public DeliverAlertsHandler(Environment environment) {
        this(new Wiring(environment), environment.clock());
    }

    private DeliverAlertsHandler(Wiring wiring, InstantSource clock) {
        this(wiring.step(), wiring.watch(), clock);
    }

    DeliverAlertsHandler(DeliverAlerts step, WatchSources watch, InstantSource clock) {
        this.step = step;
        this.watch = watch;
        this.clock = clock;
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        WideLog.Line line = new WideLog(context, "deliver-alerts", clock).line();
        byte[] event = in.readAllBytes();
        String watched = line.attempt(() -> Json.read(event).path("watch").asText());
        if (watched.equals("sources")) {
            watchSources(line, context);
        } else {
            deliver(line, context);
        }
        out.write("{}".getBytes(StandardCharsets.UTF_8));
    }

    private void deliver(WideLog.Line line, Context context) {
        DeliverAlerts.Round round = line.attempt(
                () -> step.run(clock.instant(), () -> context.getRemainingTimeInMillis() > MILLIS_OF_A_SEARCH));
        line.with("looked", round.looked()).with("sent", round.sent()).with("failed", round.failed());
        end(line, "looked", round.failed(), round.cause());
    }

    private void watchSources(WideLog.Line line, Context context) {
        WatchSources.Round round = line.attempt(
                () -> watch.run(clock.instant(), () -> context.getRemainingTimeInMillis() > MILLIS_OF_A_SOURCE));
        line.with("sources", round.looked())
                .with("told", round.told())
                .with("held", round.held())
                .with("failed", round.failed());
        Double expected = round.expected();
        if (expected != null) {
            line.with("expectedSinceLastArticle", Math.round(expected * 100) / 100.0);
        }
        end(line, round.end().label(), round.failed(), round.cause());
    }

    private static void end(WideLog.Line line, String outcome, int failed, @Nullable String cause) {
        if (cause != null) {
            line.with("error", cause).end("failed");
            throw new IllegalStateException(failed + " could not be looked at, first " + cause);
        }
        line.end(outcome);
    }
}
