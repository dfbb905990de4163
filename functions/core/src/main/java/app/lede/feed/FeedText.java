package app.lede.feed;

import app.lede.document.Charsets;
import app.lede.document.Charsets.Decoded;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decodes a feed's bytes: the encodings of {@link Charsets}, and those XML allows besides (XML 1.0, appendix F):
 * UTF-32, UTF-16 without a byte order mark, EBCDIC.
 */
final class FeedText {

    private FeedText() {}

    /** Decodes a body; drops the byte order mark and characters not allowed in XML. Never fails. */
    static Decoded decode(byte[] body, @Nullable String contentType) {
        Decoded decoded = wideCharset(body)
                .map(charset -> new Decoded(new String(body, charset), charset))
                .orElseGet(() -> Charsets.decode(body, contentType));
        return new Decoded(printable(decoded.text()), decoded.charset());
    }

    /** Returns a charset's WHATWG name in lower case. */
    static String name(Charset charset) {
        return switch (charset.name()) {
            case "windows-31j" -> "shift_jis";
            case "x-windows-949" -> "euc-kr";
            case "Big5-HKSCS" -> "big5";
            default -> charset.name().toLowerCase(Locale.ROOT);
        };
    }

    /**
     * Detects a wide charset from the first four bytes: a byte order mark, or {@code <?xm}, {@code <rss} and the like.
     */
    private static Optional<Charset> wideCharset(byte[] b) {
        if (b.length < 4) {
            return Optional.empty();
        }
        int start = (b[0] & 0xff) << 24 | (b[1] & 0xff) << 16 | (b[2] & 0xff) << 8 | (b[3] & 0xff);
        return switch (start) {
            case 0x0000feff, '<', '\n', ' ' -> Optional.of(Charset.forName("UTF-32BE"));
            case 0xfffe0000, '<' << 24, '\n' << 24, ' ' << 24 -> Optional.of(Charset.forName("UTF-32LE"));
            case 0x4c6fa794 -> Optional.of(Charset.forName("IBM037"));
            default -> utf16(start);
        };
    }

    private static Optional<Charset> utf16(int start) {
        boolean evenEmpty = (start & 0xff00ff00) == 0;
        boolean oddEmpty = (start & 0x00ff00ff) == 0;
        if (evenEmpty && !oddEmpty) {
            return Optional.of(StandardCharsets.UTF_16BE);
        }
        return oddEmpty && !evenEmpty ? Optional.of(StandardCharsets.UTF_16LE) : Optional.empty();
    }

    /** Returns the text without control characters and non-characters. */
    static String printable(String text) {
        int first = 0;
        while (first < text.length() && isPrintable(text.charAt(first))) {
            first++;
        }
        if (first == text.length()) {
            return text;
        }
        StringBuilder kept = new StringBuilder(text.length()).append(text, 0, first);
        for (int i = first; i < text.length(); i++) {
            if (isPrintable(text.charAt(i))) {
                kept.append(text.charAt(i));
            }
        }
        return kept.toString();
    }

    private static boolean isPrintable(char c) {
        return c >= ' ' ? c < '\ufffe' && c != '\ufeff' : c == '\n' || c == '\r' || c == '\t';
    }
}
