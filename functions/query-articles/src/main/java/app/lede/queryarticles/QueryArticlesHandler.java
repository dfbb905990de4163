package app.lede.queryarticles;

import app.lede.api.Answer;
import app.lede.api.ReadingApi;
import app.lede.api.Request;
import app.lede.aws.Environment;
import app.lede.aws.lambda.HttpExchange;
import app.lede.aws.lambda.WideLog;
import app.lede.mcp.McpEndpoint;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;

/** Serves the reading routes of the HTTP API with {@link ReadingApi}, and agents with {@link McpEndpoint}. */
public final class QueryArticlesHandler implements RequestStreamHandler {

    private final ReadingApi api;
    private final McpEndpoint agents;
    private final InstantSource clock;

    public QueryArticlesHandler() {
        this(Environment.ofProcess());
    }

    public QueryArticlesHandler(Environment environment) {
        this(new Wiring(environment));
        Priming.before(environment, api::answer);
    }

    private QueryArticlesHandler(Wiring wiring) {
        this(wiring.api(), wiring.agents(), wiring.clock());
    }

    QueryArticlesHandler(ReadingApi api, McpEndpoint agents, InstantSource clock) {
        this.api = api;
        this.agents = agents;
        this.clock = clock;
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        HttpExchange.run(in, out, new WideLog(context, "query-articles", clock), this::answer);
    }

    private Answer answer(Request request) {
        return request.route().equals(McpEndpoint.ROUTE) ? agents.answer(request) : api.answer(request);
    }
}
