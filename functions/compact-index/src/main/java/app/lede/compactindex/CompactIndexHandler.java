package app.lede.compactindex;

import app.lede.aws.Environment;
import app.lede.aws.lambda.WideLog;
import app.lede.lucene.segments.Compactor;
import app.lede.lucene.segments.Compactor.Compacted;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;

/** Merges and deletes segments of the search index with {@link Compactor}; what does not fit the time is left to the next call. */
public final class CompactIndexHandler implements RequestStreamHandler {

    /** A merge of the largest size takes some 20 s. */
    private static final long MILLIS_OF_A_MERGE = 60_000;

    private final Compactor compactor;
    private final InstantSource clock;

    public CompactIndexHandler() {
        this(Environment.ofProcess());
    }

    public CompactIndexHandler(Environment environment) {
        this(Wiring.compactor(environment), environment.clock());
    }

    CompactIndexHandler(Compactor compactor, InstantSource clock) {
        this.compactor = compactor;
        this.clock = clock;
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        WideLog.Line line = new WideLog(context, "compact-index", clock).line();
        Compacted compacted =
                line.attempt(() -> compactor.compact(() -> context.getRemainingTimeInMillis() > MILLIS_OF_A_MERGE));
        line.with("merged", compacted.merged())
                .with("deleted", compacted.deleted())
                .with("segments", compacted.segments())
                .end("compacted");
        out.write("{}".getBytes(StandardCharsets.UTF_8));
    }
}
