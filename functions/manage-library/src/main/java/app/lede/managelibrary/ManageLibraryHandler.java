package app.lede.managelibrary;

import app.lede.api.WritingApi;
import app.lede.aws.Environment;
import app.lede.aws.lambda.HttpExchange;
import app.lede.aws.lambda.WideLog;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;

/** Serves the writing routes of the HTTP API with {@link WritingApi}. */
public final class ManageLibraryHandler implements RequestStreamHandler {

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
        HttpExchange.run(in, out, new WideLog(context, "manage-library", clock), api::answer);
    }
}
