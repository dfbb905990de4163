package app.lede.parsedocument;

import app.lede.aws.Environment;
import app.lede.aws.events.S3Notification;
import app.lede.aws.events.SqsEvent;
import app.lede.aws.lambda.SqsBatch;
import app.lede.aws.lambda.WideLog;
import app.lede.document.ObjectCreated;
import app.lede.document.Outcome;
import app.lede.pipeline.ParseDocument;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.InstantSource;

/** Parses the objects that a batch of S3 notifications announces; {@link ParseDocument} is the work. */
public final class ParseDocumentHandler implements RequestStreamHandler {

    private static final SqsBatch BATCH = SqsBatch.oneByOne(Duration.ofSeconds(20));

    private final ParseDocument step;
    private final InstantSource clock;

    public ParseDocumentHandler() {
        this(Environment.ofProcess());
    }

    public ParseDocumentHandler(Environment environment) {
        this(Wiring.step(environment), environment.clock());
    }

    ParseDocumentHandler(ParseDocument step, InstantSource clock) {
        this.step = step;
        this.clock = clock;
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        WideLog log = new WideLog(context, "parse-document", clock);
        BATCH.run(in, out, context, log, (message, line) -> parse(message, line, log));
    }

    private void parse(SqsEvent.Message message, WideLog.Line line, WideLog log) {
        switch (S3Notification.read(message.body())) {
            case S3Notification.TestEvent test ->
                line.with("bucket", test.bucket()).end(Outcome.TEST_EVENT.label());
            case S3Notification.Created created ->
                created.objects().forEach(object -> {
                    // Should the object break its step, the message's own line says which it was.
                    line.with("document", object.documentId()).with("key", object.key());
                    parse(object, log.line().with("messageId", message.id()));
                });
        }
    }

    private void parse(ObjectCreated object, WideLog.Line line) {
        line.with("document", object.documentId()).with("key", object.key()).with("bytes", object.size());
        try {
            switch (step.parse(object)) {
                case ParseDocument.End.Parsed parsed ->
                    line.with("article", parsed.article().id())
                            .with("words", parsed.article().metadata().wordCount())
                            .with("notes", String.join("; ", parsed.notes()))
                            .end("parsed");
                case ParseDocument.End.Ended ended ->
                    line.with("detail", ended.detail()).end(ended.outcome().label());
            }
        } catch (RuntimeException | StackOverflowError e) {
            // Seen by people at once; the message comes again, and a later outcome takes the note's place.
            step.broke(object, e.toString());
            throw e;
        }
    }
}
