package app.lede.document.pdf;

import app.lede.document.Reading.Problem;
import app.lede.document.ReadingRefused;
import java.nio.charset.StandardCharsets;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Detects decompression bombs before PDFBox inflates streams into memory without a limit. Inflates and counts every
 * stream except images, which are never read.
 */
final class InflatedStreams {

    static final int MAX_INFLATED = 50 * 1024 * 1024;

    private static final byte[] STREAM = "stream".getBytes(StandardCharsets.ISO_8859_1);

    /** Bytes before a stream searched for its dictionary. */
    private static final int DICTIONARY = 1000;

    /** Maximum inflated size of all streams together, above that of any sound document. */
    private static final long MAX_TOTAL = 8L * MAX_INFLATED;

    private InflatedStreams() {}

    static void check(byte[] bytes) throws ReadingRefused {
        Inflater inflater = new Inflater();
        byte[] bin = new byte[64 * 1024];
        long total = 0;
        try {
            for (int at = next(bytes, 0); at >= 0; at = next(bytes, at)) {
                if (!isPicture(bytes, at)) {
                    inflater.reset();
                    inflater.setInput(bytes, at, bytes.length - at);
                    total += inflated(inflater, bin);
                }
                if (total > MAX_TOTAL) {
                    throw new ReadingRefused(
                            Problem.TOO_LARGE, "its streams inflate to more than " + MAX_TOTAL + " bytes");
                }
            }
        } finally {
            inflater.end();
        }
    }

    private static long inflated(Inflater inflater, byte[] bin) throws ReadingRefused {
        try {
            while (!inflater.finished() && !inflater.needsInput() && !inflater.needsDictionary()) {
                if (inflater.inflate(bin) == 0) {
                    break;
                }
                if (inflater.getBytesWritten() > MAX_INFLATED) {
                    throw new ReadingRefused(
                            Problem.TOO_LARGE, "a stream inflates to more than " + MAX_INFLATED + " bytes");
                }
            }
        } catch (DataFormatException | RuntimeException | InternalError e) {
            return 0; // Not deflated, or broken: PDFBox will see.
        }
        return inflater.getBytesWritten();
    }

    /** Returns the start of the next stream's bytes; -1 if there is none. */
    private static int next(byte[] bytes, int from) {
        for (int at = from; at < bytes.length - STREAM.length - 1; at++) {
            if (bytes[at] == 's' && matches(bytes, at) && (at < 3 || bytes[at - 1] != 'd')) {
                int start = at + STREAM.length;
                start += bytes[start] == '\r' ? 1 : 0;
                return start + (bytes[start] == '\n' ? 1 : 0);
            }
        }
        return -1;
    }

    private static boolean matches(byte[] bytes, int at) {
        for (int i = 0; i < STREAM.length; i++) {
            if (bytes[at + i] != STREAM[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPicture(byte[] bytes, int at) {
        int from = Math.max(0, at - DICTIONARY);
        String before = new String(bytes, from, at - from, StandardCharsets.ISO_8859_1);
        return before.substring(Math.max(0, before.lastIndexOf(" obj"))).contains("/Image");
    }
}
