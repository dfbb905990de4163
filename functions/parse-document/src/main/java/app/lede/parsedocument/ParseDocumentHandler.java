package app.lede.parsedocument;

import app.lede.aws.Environment;
import app.lede.aws.lambda.AnnouncedObjects;
import app.lede.aws.lambda.BoundedWork;
import app.lede.aws.lambda.SqsBatch;
import app.lede.aws.lambda.Strays;
import app.lede.aws.lambda.WideLog;
import app.lede.document.ObjectCreated;
import app.lede.pipeline.ParseDocument;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.InstantSource;

/** Parses the objects that a batch of S3 notifications announces; {@link ParseDocument} does the work. */
public final class ParseDocumentHandler implements RequestStreamHandler, AnnouncedObjects.Step {

    /** Longest time of one document: the limit below, and its calls to storage. */
    public static final Duration ATTEMPT = Duration.ofSeconds(30);

    /** Time to read and extract one document; the slowest real ones take some seconds. */
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final ParseDocument step;
    private final InstantSource clock;
    private final SqsBatch batch;

    public ParseDocumentHandler() {
        this(Environment.ofProcess());
    }

    public ParseDocumentHandler(Environment environment) {
        this(environment, new Strays());
    }

    private ParseDocumentHandler(Environment environment, Strays strays) {
        this(Wiring.step(environment, new BoundedWork(LIMIT, strays)), environment.clock(), strays);
    }

    ParseDocumentHandler(ParseDocument step, InstantSource clock, Strays strays) {
        this.step = step;
        this.clock = clock;
        this.batch = SqsBatch.oneByOne(ATTEMPT, strays);
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        WideLog log = new WideLog(context, "parse-document", clock);
        batch.run(in, out, context, log, new AnnouncedObjects(log, this));
    }

    @Override
    public void on(ObjectCreated object, WideLog.Line line) {
        if (object.isInternal()) {
            // A notification can't leave prefixes out, so these announcements arrive too.
            line.end("passed-over");
            return;
        }
        line.with("document", object.documentId()).with("bytes", object.size());
        switch (step.parse(object, from -> line.with("trace", from.discovery().trace())
                .with("source", from.discovery().sourceId()))) {
            case ParseDocument.Result.Parsed parsed ->
                line.with("article", parsed.article().id())
                        .with("words", parsed.article().metadata().wordCount())
                        .with("notes", String.join("; ", parsed.notes()))
                        .end("parsed");
            case ParseDocument.Result.GoesOn goesOn ->
                line.with("parts", goesOn.parts()).end("goes-on");
            case ParseDocument.Result.Ended ended ->
                line.with("detail", ended.detail()).end(ended.outcome().label());
        }
    }

    @Override
    public void broke(ObjectCreated object, String cause) {
        if (!object.isInternal()) {
            step.broke(object, cause);
        }
    }
}
