package app.lede.local.engine;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Answers 403 to requests refused by {@link LocalCaller}, before an engine on Jetty handles them. */
final class LoopbackGuard extends Handler.Wrapper {
    private static final int FORBIDDEN = 403;

    LoopbackGuard(Handler engine) {
        super(engine);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Optional<String> refusal = LocalCaller.refusal(
                request.getHeaders().get(HttpHeader.HOST), request.getHeaders().get(HttpHeader.ORIGIN));
        if (refusal.isEmpty()) {
            return super.handle(request, response, callback);
        }
        response.setStatus(FORBIDDEN);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain;charset=utf-8");
        response.write(true, ByteBuffer.wrap((refusal.get() + "\n").getBytes(StandardCharsets.UTF_8)), callback);
        return true;
    }
}
