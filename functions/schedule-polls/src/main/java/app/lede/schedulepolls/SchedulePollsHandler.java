package app.lede.schedulepolls;

import app.lede.aws.Environment;
import app.lede.aws.lambda.WideLog;
import app.lede.json.Json;
import app.lede.pipeline.SchedulePolls;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;

/** Plans the polls of every minute up to its event's scheduled time with {@link SchedulePolls}. */
public final class SchedulePollsHandler implements RequestStreamHandler {

    private final SchedulePolls step;
    private final InstantSource clock;

    public SchedulePollsHandler() {
        this(Environment.ofProcess());
    }

    public SchedulePollsHandler(Environment environment) {
        this(Wiring.step(environment), environment.clock());
    }

    SchedulePollsHandler(SchedulePolls step, InstantSource clock) {
        this.step = step;
        this.clock = clock;
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        WideLog log = new WideLog(context, "schedule-polls", clock);
        WideLog.Line line = log.line();
        byte[] event = in.readAllBytes();
        Instant scheduled =
                line.attempt(() -> Instant.parse(Json.read(event).path("time").asText()));
        line.with("scheduled", scheduled);
        SchedulePolls.Planned planned = line.attempt(() -> step.plan(scheduled));
        planned.unreadable().forEach(row -> log.line()
                .with("row", row.id())
                .with("error", row.cause())
                .end("unreadable"));
        line.with("minutes", planned.minutes()).with("polls", planned.polls()).with("fetches", planned.fetches());
        line.end("planned");
        out.write("{}".getBytes(StandardCharsets.UTF_8));
    }
}
