package app.lede.web;

import app.lede.fetch.FetchOutcome.Failure;
import app.lede.gzip.Gunzip;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.apache.hc.core5.http.HttpEntity;

/** Reads a body up to the limits and inflates gzip; never holds more than the limits allow. */
final class BodyReader {

    private static final int BUFFER = 8192;

    private final FetchLimits limits;

    BodyReader(FetchLimits limits) {
        this.limits = limits;
    }

    /** Result of reading a body. */
    sealed interface Body {

        @SuppressWarnings("ArrayRecordComponent") // handed on once and never compared
        record Whole(byte[] bytes) implements Body {}

        record Over(String detail) implements Body {}

        record Broken(Failure failure, String detail) implements Body {}
    }

    /**
     * Reads an entity.
     *
     * @param encoding the Content-Encoding, empty for none
     * @throws IOException from the connection; a wrong encoding is a value
     */
    Body read(HttpEntity entity, String encoding) throws IOException {
        if (entity.getContentLength() > limits.bytesIn()) {
            return new Body.Over("announced " + entity.getContentLength() + " bytes");
        }
        CountingStream sent = new CountingStream(entity.getContent(), limits.bytesIn());
        return switch (encoding.strip().toLowerCase(Locale.ROOT)) {
            case "", "identity" -> copy(sent);
            case "gzip", "x-gzip" -> inflate(sent);
            default -> new Body.Broken(Failure.ENCODING, "content encoding not asked for: " + shortened(encoding));
        };
    }

    private Body inflate(CountingStream sent) throws IOException {
        Body packed = copy(sent);
        if (!(packed instanceof Body.Whole whole) || whole.bytes().length == 0) {
            return packed;
        }
        Gunzip.Inflated inflated =
                Gunzip.inflate(whole.bytes(), new Gunzip.Bounds(limits.bytesOut(), limits.ratio(), limits.ratioFrom()));
        return switch (inflated.end()) {
            case WHOLE -> new Body.Whole(inflated.bytes());
            case OVER -> new Body.Over(inflated.detail());
            case TRUNCATED -> new Body.Broken(Failure.TRUNCATED, inflated.detail());
            case BROKEN -> new Body.Broken(Failure.ENCODING, inflated.detail());
        };
    }

    private Body copy(CountingStream sent) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(BUFFER);
        byte[] buffer = new byte[BUFFER];
        try {
            for (int n = sent.read(buffer); n >= 0; n = sent.read(buffer)) {
                out.write(buffer, 0, n);
            }
            return new Body.Whole(out.toByteArray());
        } catch (OverLimitException e) {
            return new Body.Over("sent more than " + limits.bytesIn() + " bytes");
        }
    }

    private static String shortened(String text) {
        return text.length() > 40 ? text.substring(0, 40) : text;
    }

    /** Counts the bytes received, below the inflater, and stops at a limit. */
    private static final class CountingStream extends FilterInputStream {

        private final long limit;
        private long count;

        CountingStream(InputStream stream, long limit) {
            super(stream);
            this.limit = limit;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int n = super.read(buffer, offset, length);
            count += Math.max(n, 0);
            if (count > limit) {
                throw new OverLimitException();
            }
            return n;
        }
    }

    private static final class OverLimitException extends IOException {

        private static final long serialVersionUID = 1L;
    }
}
