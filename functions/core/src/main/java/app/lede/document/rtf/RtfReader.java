package app.lede.document.rtf;

import app.lede.document.DocumentTitle;
import app.lede.document.Reading;
import app.lede.document.Reading.Markup;
import app.lede.document.Reading.Problem;
import app.lede.document.ReadingRefused;
import com.rtfparserkit.parser.RtfStreamSource;
import com.rtfparserkit.parser.standard.StandardRtfParser;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Reads RTF (Microsoft's specification 1.9.1): headings, paragraphs and tables in order, then the notes. Omits page headers and
 * footers, hidden and deleted text, pictures, field instructions and annotations.
 *
 * <p>Stateless and thread safe.
 */
public final class RtfReader {

    private static final String CUT = "the RTF file was cut, or is broken: save it again, as .docx or PDF";

    private static final byte[] NO_EFFECT = "\\ltrch ".getBytes(StandardCharsets.US_ASCII);

    /** Letters in Unicode notation that are joined. */
    private static final int RUN = 64;

    private RtfReader() {}

    /** Reads a document. */
    public static Reading read(byte[] bytes) throws IOException {
        RtfText text = new RtfText();
        try {
            new StandardRtfParser().parse(new RtfStreamSource(new ByteArrayInputStream(apart(bytes))), text);
        } catch (RuntimeException e) {
            throw new ReadingRefused(Problem.UNREADABLE, CUT);
        }
        return new Markup(DocumentTitle.promoted(text.dom()), text.about());
    }

    /**
     * Returns the outermost group, without bytes that programs leave behind it. Puts a control word without effect between letters
     * in Unicode notation: the parser joins neighbouring letters one by one, in quadratic time.
     */
    private static byte[] apart(byte[] bytes) throws ReadingRefused {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length + bytes.length / 8);
        int depth = 0;
        int letters = 0;
        int from = 0;
        for (int at = 0; at < bytes.length; at++) {
            if (bytes[at] == '\\') {
                if (isUnicode(bytes, at) && ++letters % RUN == 0) {
                    out.write(bytes, from, at - from);
                    out.writeBytes(NO_EFFECT);
                    from = at;
                }
                at += 1 + binary(bytes, at + 1);
            } else if (bytes[at] == '{') {
                depth++;
            } else if (bytes[at] == '}' && --depth <= 0) {
                out.write(bytes, from, at + 1 - from);
                return out.toByteArray();
            }
        }
        throw new ReadingRefused(Problem.UNREADABLE, CUT);
    }

    private static boolean isUnicode(byte[] bytes, int at) {
        return at + 2 < bytes.length
                && bytes[at + 1] == 'u'
                && (bytes[at + 2] == '-' || (bytes[at + 2] >= '0' && bytes[at + 2] <= '9'));
    }

    /** Returns the length of a control word for binary data with its data; 0 for others. */
    private static int binary(byte[] bytes, int at) throws ReadingRefused {
        if (at + 3 >= bytes.length || bytes[at] != 'b' || bytes[at + 1] != 'i' || bytes[at + 2] != 'n') {
            return 0;
        }
        int end = at + 3;
        long length = 0;
        while (end < bytes.length && bytes[end] >= '0' && bytes[end] <= '9' && length < bytes.length) {
            length = length * 10 + bytes[end++] - '0';
        }
        if (length > bytes.length - end) {
            // The parser would allocate what the file claims.
            throw new ReadingRefused(Problem.UNREADABLE, "the RTF file claims more bytes than it has");
        }
        return (int) (end - at + length);
    }
}
