package app.lede.receivepush;

import app.lede.api.PushRoutes;
import app.lede.api.Request;
import app.lede.aws.Environment;
import app.lede.aws.lambda.HttpExchange;
import app.lede.aws.lambda.WideLog;
import app.lede.pipeline.PushResult;
import app.lede.pipeline.ReceivePush;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;

/** Answers WebSub hubs with {@link ReceivePush}. */
public final class ReceivePushHandler implements RequestStreamHandler {

    private final PushRoutes routes;
    private final InstantSource clock;

    public ReceivePushHandler() {
        this(Environment.ofProcess());
    }

    public ReceivePushHandler(Environment environment) {
        this(Wiring.step(environment), environment.clock());
    }

    ReceivePushHandler(ReceivePush step, InstantSource clock) {
        this.routes = new PushRoutes(step);
        this.clock = clock;
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        HttpExchange.run(in, out, new WideLog(context, "receive-push", clock), this::answer);
    }

    private HttpExchange.Ended answer(Request request, WideLog.Line line) {
        PushResult end = routes.end(request);
        switch (end) {
            case PushResult.Confirmed confirmed -> line.with("lease", confirmed.lease());
            case PushResult.Unwanted unwanted -> line.with("reason", unwanted.detail());
            case PushResult.Denied denied -> line.with("reason", denied.reason());
            case PushResult.Taken taken -> line.with("entries", taken.entries()).with("found", taken.found());
            case PushResult.Unreadable unreadable -> line.with("reason", unreadable.detail());
            case PushResult.Skipped skipped -> line.with("reason", skipped.reason());
            case PushResult.TooLarge large -> line.with("size", large.bytes());
            case PushResult.BadSignature ignored -> {}
            case PushResult.Prompted ignored -> {}
            case PushResult.Unknown ignored -> {}
        }
        return new HttpExchange.Ended(routes.answer(request, end), end.label());
    }
}
