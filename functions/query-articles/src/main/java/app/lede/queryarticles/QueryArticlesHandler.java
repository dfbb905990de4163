package app.lede.queryarticles;

import app.lede.api.ReadingApi;
import app.lede.aws.Environment;
import app.lede.aws.lambda.HttpExchange;
import app.lede.aws.lambda.WideLog;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;

/** Serves the reading routes of the HTTP API with {@link ReadingApi}. */
public final class QueryArticlesHandler implements RequestStreamHandler {

    private final ReadingApi api;
    private final InstantSource clock;

    public QueryArticlesHandler() {
        this(Environment.ofProcess());
    }

    public QueryArticlesHandler(Environment environment) {
        this(Wiring.api(environment), environment.clock());
    }

    QueryArticlesHandler(ReadingApi api, InstantSource clock) {
        this.api = api;
        this.clock = clock;
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        HttpExchange.run(in, out, new WideLog(context, "query-articles", clock), api::answer);
    }
}
