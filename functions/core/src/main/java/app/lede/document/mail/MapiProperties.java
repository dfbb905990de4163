package app.lede.document.mail;

import app.lede.document.RawDocument;
import app.lede.document.rtf.CompressedRtf;
import app.lede.document.rtf.HtmlInRtf;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the properties of a mail in Outlook's own format that hold its text. Every length is checked by the buffer: those that lie
 * raise one of its exceptions. Not thread safe.
 *
 * @see <a href="https://learn.microsoft.com/openspecs/exchange_server_protocols/ms-oxtnef/">MS-OXTNEF, 2.1.3.4</a>
 */
final class MapiProperties {

    private static final int HTML = 0x1013;
    private static final int TEXT = 0x1000;
    private static final int COMPRESSED_RTF = 0x1009;

    private static final int NARROW = 0x1e;
    private static final int WIDE = 0x1f;
    private static final int BINARY = 0x102;
    private static final int OBJECT = 0x0d;
    private static final int MULTIPLE = 0x1000;
    private static final int FIRST_NAMED = 0x8000;
    private static final int GUID = 16;

    private final Map<Integer, RawDocument> texts = new HashMap<>();

    private MapiProperties() {}

    static MapiProperties of(ByteBuffer in) {
        MapiProperties properties = new MapiProperties();
        int count = in.getInt();
        for (int i = 0; i < count && in.hasRemaining(); i++) {
            int type = in.getShort() & 0xffff;
            int id = in.getShort() & 0xffff;
            if (id >= FIRST_NAMED) {
                skipName(in);
            }
            properties.read(type, id, in);
        }
        return properties;
    }

    private static void skipName(ByteBuffer in) {
        skip(in, GUID);
        boolean named = in.getInt() == 1;
        int length = in.getInt();
        if (named) {
            skip(in, padded(length));
        }
    }

    private void read(int type, int id, ByteBuffer in) {
        int base = type & ~MULTIPLE;
        boolean varies = base == NARROW || base == WIDE || base == BINARY || base == OBJECT;
        int values = varies || type != base ? in.getInt() : 1;
        if (!varies) {
            // At once: values of no size would be counted for hours.
            skip(in, Math.multiplyExact(size(base), values));
            return;
        }
        for (int i = 0; i < values; i++) {
            int length = in.getInt();
            if (i == 0) {
                keep(id, base, in, length);
            }
            skip(in, padded(length));
        }
    }

    private void keep(int id, int type, ByteBuffer in, int length) {
        boolean isText = id == HTML || id == TEXT || id == COMPRESSED_RTF;
        if (!isText || length == 0) {
            return;
        }
        byte[] value = new byte[Math.min(Math.max(0, length), in.remaining())];
        in.get(in.position(), value);
        byte[] text = type == WIDE
                ? new String(value, StandardCharsets.UTF_16LE).replace("\0", "").getBytes(StandardCharsets.UTF_8)
                : value;
        switch (id) {
            case HTML -> texts.put(id, new RawDocument(text, "text/html", "winmail.html", null));
            case TEXT ->
                texts.put(
                        id,
                        new RawDocument(
                                text, type == WIDE ? "text/plain; charset=utf-8" : "text/plain", "winmail.txt", null));
            default -> CompressedRtf.inflated(value).ifPresent(rtf -> texts.put(id, formatted(rtf)));
        }
    }

    /** Returns the HTML that RTF was made of, else the RTF. */
    private static RawDocument formatted(byte[] rtf) {
        return HtmlInRtf.of(rtf)
                .map(html -> new RawDocument(
                        html.getBytes(StandardCharsets.UTF_8), "text/html; charset=utf-8", "winmail.html", null))
                .orElseGet(() -> new RawDocument(rtf, "application/rtf", "winmail.rtf", null));
    }

    /** Returns the text with the most form: HTML, RTF, plain. */
    Optional<RawDocument> text() {
        return Optional.ofNullable(texts.get(HTML))
                .or(() -> Optional.ofNullable(texts.get(COMPRESSED_RTF)))
                .or(() -> Optional.ofNullable(texts.get(TEXT)));
    }

    private static int size(int type) {
        return switch (type) {
            case 0x02, 0x03, 0x04, 0x0a, 0x0b -> 4;
            case 0x05, 0x06, 0x07, 0x14, 0x40 -> 8;
            case 0x48 -> GUID;
            case 0x00, 0x01 -> 0;
            default -> throw new IllegalArgumentException("an unknown type of property");
        };
    }

    private static int padded(int length) {
        return Math.addExact(length, 3) & ~3;
    }

    private static void skip(ByteBuffer in, int length) {
        if (length < 0 || length > in.remaining()) {
            throw new IllegalArgumentException("a length that lies");
        }
        in.position(in.position() + length);
    }
}
