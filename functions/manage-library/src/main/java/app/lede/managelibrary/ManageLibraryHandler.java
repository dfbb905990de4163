package app.lede.managelibrary;

import app.lede.api.WritingApi;
import app.lede.aws.Environment;
import app.lede.aws.events.SqsEvent;
import app.lede.aws.lambda.HttpExchange;
import app.lede.aws.lambda.SqsBatch;
import app.lede.aws.lambda.Strays;
import app.lede.aws.lambda.WideLog;
import app.lede.json.Json;
import app.lede.pipeline.Deletion;
import app.lede.pipeline.DeletionJob;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Serves the writing routes of the HTTP API with {@link WritingApi}, and goes on with deletions that one request has no time for, which
 * come from a queue.
 */
public final class ManageLibraryHandler implements RequestStreamHandler {

    /** Longest time of one stretch of a deletion: its 15 s, and the part that it is at. */
    public static final Duration ATTEMPT = Duration.ofSeconds(25);

    private final SqsBatch deletions = SqsBatch.oneByOne(ATTEMPT, new Strays());
    private final WritingApi api;
    private final InstantSource clock;

    public ManageLibraryHandler() {
        this(Environment.ofProcess());
    }

    public ManageLibraryHandler(Environment environment) {
        this(Wiring.api(environment), environment.clock());
    }

    ManageLibraryHandler(WritingApi api, InstantSource clock) {
        this.api = api;
        this.clock = clock;
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        byte[] event = in.readAllBytes();
        InputStream again = new ByteArrayInputStream(event);
        WideLog log = new WideLog(context, "manage-library", clock);
        if (Json.read(event).has("Records")) {
            deletions.run(again, out, context, log, this::goOn);
        } else {
            HttpExchange.run(again, out, log, api::answer);
        }
    }

    private void goOn(SqsEvent.Message message, WideLog.Line line) {
        DeletionJob job = Json.read(message.body(), DeletionJob.class);
        Deletion.Progress progress = api.goOn(job);
        line.with("document", job.document())
                .with("parts", progress.parts())
                .with("partsDeleted", progress.deleted())
                .end(
                        switch (progress.state()) {
                            case UNKNOWN -> "unknown";
                            case UNDER_WAY -> "goes-on";
                            case DONE -> "deleted";
                        });
    }
}
