package app.lede.sendwebhook;

import app.lede.alert.AlertEnd;
import app.lede.alert.AlertJob;
import app.lede.alert.SendAlert;
import app.lede.aws.Environment;
import app.lede.aws.events.SqsEvent;
import app.lede.aws.lambda.SqsBatch;
import app.lede.aws.lambda.Strays;
import app.lede.aws.lambda.WideLog;
import app.lede.json.Json;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.InstantSource;

/** Posts the alerts of a batch in parallel with {@link SendAlert}. */
public final class SendWebhookHandler implements RequestStreamHandler, SqsBatch.Work {

    /** Longest time of one alert; all of a batch run at once. */
    public static final Duration ATTEMPT = Duration.ofSeconds(30);

    private final SqsBatch batch = SqsBatch.together(ATTEMPT, new Strays());

    private final SendAlert step;
    private final InstantSource clock;

    public SendWebhookHandler() {
        this(Environment.ofProcess());
    }

    public SendWebhookHandler(Environment environment) {
        this(Wiring.step(environment), environment.clock());
    }

    SendWebhookHandler(SendAlert step, InstantSource clock) {
        this.step = step;
        this.clock = clock;
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        batch.run(in, out, context, new WideLog(context, "send-webhook", clock), this);
    }

    @Override
    public void on(SqsEvent.Message message, WideLog.Line line) {
        AlertJob job = Json.read(message.body(), AlertJob.class);
        line.with("search", job.search().value())
                .with("delivery", job.id())
                .with("kind", job.kind().type())
                .with("articles", job.articles().size())
                .with("attempts", job.attempts());
        AlertEnd end = step.send(job);
        switch (end) {
            case AlertEnd.Delivered delivered -> line.with("status", delivered.status());
            case AlertEnd.Postponed postponed ->
                line.with("until", postponed.until()).with("reason", postponed.reason());
            case AlertEnd.GivenUp given -> line.with("reason", given.reason());
            case AlertEnd.Obsolete obsolete -> line.with("reason", obsolete.reason());
        }
        line.end(end.label());
    }
}
