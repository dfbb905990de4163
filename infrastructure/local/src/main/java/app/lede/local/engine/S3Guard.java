package app.lede.local.engine;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.gaul.shaded.org.eclipse.jetty.http.HttpField;
import org.gaul.shaded.org.eclipse.jetty.http.HttpFields;
import org.gaul.shaded.org.eclipse.jetty.http.HttpHeader;
import org.gaul.shaded.org.eclipse.jetty.server.Handler;
import org.gaul.shaded.org.eclipse.jetty.server.Request;
import org.gaul.shaded.org.eclipse.jetty.server.Response;
import org.gaul.shaded.org.eclipse.jetty.util.Callback;

/**
 * Does as {@link LoopbackGuard} does before S3Proxy, which brings a Jetty of its own under another name.
 *
 * <p>S3Proxy 4.1 keeps the names of user metadata as the client wrote them, and some clients write capitals; S3 stores them in
 * lower case.
 */
final class S3Guard extends Handler.Wrapper {
    private static final int FORBIDDEN = 403;
    private static final String METADATA = "x-amz-meta-";

    S3Guard(Handler engine) {
        super(engine);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Optional<String> refusal = LocalCaller.refusal(
                request.getHeaders().get(HttpHeader.HOST), request.getHeaders().get(HttpHeader.ORIGIN));
        if (refusal.isEmpty()) {
            return super.handle(new AsS3Takes(request), response, callback);
        }
        response.setStatus(FORBIDDEN);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain;charset=utf-8");
        response.write(true, ByteBuffer.wrap((refusal.get() + "\n").getBytes(StandardCharsets.UTF_8)), callback);
        return true;
    }

    /** A request whose names of user metadata are in lower case. */
    private static final class AsS3Takes extends Request.Wrapper {
        private final HttpFields headers;

        AsS3Takes(Request request) {
            super(request);
            HttpFields.Mutable lower = HttpFields.build();
            for (HttpField field : request.getHeaders()) {
                String name = field.getName();
                boolean metadata = name.regionMatches(true, 0, METADATA, 0, METADATA.length());
                lower.add(metadata ? new HttpField(name.toLowerCase(Locale.ROOT), field.getValue()) : field);
            }
            headers = lower.asImmutable();
        }

        @Override
        public HttpFields getHeaders() {
            return headers;
        }
    }
}
