package app.lede.document.ole;

import app.lede.document.CleanText;
import app.lede.document.DocumentMetadata;
import app.lede.document.Reading;
import app.lede.document.Reading.Markup;
import app.lede.document.Reading.Problem;
import app.lede.document.ReadingRefused;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jsoup.nodes.Document;

/**
 * Reads texts of Word 97 to 2003 (.doc; Microsoft's MS-DOC, section 2.4.1): paragraphs in order, then the notes. Omits field
 * instructions; headings and hidden text are not told apart.
 *
 * <p>Stateless and thread safe.
 */
public final class OldWordReader {

    private static final int MAGIC = 0xa5ec;
    private static final int ENCRYPTED = 0x0100;
    private static final int SECOND_TABLE = 0x0200;

    /** Version of Word 97; earlier ones have another structure. */
    private static final int WORD_97 = 0xc1;

    private static final int COMPRESSED = 0x40000000;
    private static final String ADVICE = "save it as .docx or PDF";
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private OldWordReader() {}

    /** Reads a document. */
    public static Reading read(byte[] bytes) throws ReadingRefused {
        CompoundFile file = CompoundFile.of(bytes);
        ByteBuffer main = ByteBuffer.wrap(file.stream("WordDocument").orElseThrow(CompoundFile::broken))
                .order(ByteOrder.LITTLE_ENDIAN);
        try {
            if ((main.getShort(0) & 0xffff) != MAGIC || (main.getShort(2) & 0xffff) < WORD_97) {
                throw new ReadingRefused(Problem.UNKNOWN_TYPE, "a text of Word 95 or older: " + ADVICE);
            }
            int flags = main.getShort(0x0a);
            if ((flags & ENCRYPTED) != 0) {
                throw new ReadingRefused(Problem.ENCRYPTED, "the document needs a password: save it without one");
            }
            byte[] table = file.stream((flags & SECOND_TABLE) != 0 ? "1Table" : "0Table")
                    .orElseThrow(CompoundFile::broken);
            String text = text(main, ByteBuffer.wrap(table).order(ByteOrder.LITTLE_ENDIAN));
            int body = Math.min(text.length(), Math.max(0, main.getInt(0x4c)));
            int notes = Math.min(text.length(), body + Math.max(0, main.getInt(0x50)));
            Document dom = Document.createShell("");
            paragraphs(text.substring(0, body), dom);
            paragraphs(text.substring(body, notes), dom);
            return new Markup(dom, DocumentMetadata.NOTHING);
        } catch (IndexOutOfBoundsException e) {
            throw CompoundFile.broken();
        }
    }

    /** Joins the pieces of the text, each in UTF-16 or windows-1252. */
    private static String text(ByteBuffer main, ByteBuffer table) throws ReadingRefused {
        int at = main.getInt(0x1a2);
        int end = at + main.getInt(0x1a6);
        while (at < end && table.get(at) == 1) {
            at += 3 + (table.getShort(at + 1) & 0xffff);
        }
        if (at < 0 || at >= end || table.get(at) != 2) {
            throw CompoundFile.broken();
        }
        int count = (table.getInt(at + 1) - 4) / 12;
        int positions = at + 5;
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            int length = table.getInt(positions + 4 * i + 4) - table.getInt(positions + 4 * i);
            int place = table.getInt(positions + 4 * (count + 1) + 8 * i + 2);
            text.append(piece(main, place, length));
            if (text.length() > main.limit()) {
                throw CompoundFile.broken();
            }
        }
        return text.toString();
    }

    private static String piece(ByteBuffer main, int place, int length) throws ReadingRefused {
        boolean narrow = (place & COMPRESSED) != 0;
        int from = narrow ? (place & ~COMPRESSED) / 2 : place;
        long size = narrow ? length : 2L * length;
        if (from < 0 || length < 0 || from + size > main.limit()) {
            throw CompoundFile.broken();
        }
        byte[] bytes = new byte[(int) size];
        main.get(from, bytes);
        return new String(bytes, narrow ? WINDOWS : StandardCharsets.UTF_16LE);
    }

    /** Appends a paragraph for each line; cells of a row stand in one, separated by tabs. */
    private static void paragraphs(String text, Document dom) {
        StringBuilder line = new StringBuilder();
        Fields fields = new Fields();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\u0013', '\u0014', '\u0015' -> fields.mark(c);
                case '\r', '\f' -> end(line, dom);
                case '\u0007' -> {
                    // Two in a row end a row of cells.
                    if (i > 0 && text.charAt(i - 1) == '\u0007') {
                        end(line, dom);
                    } else {
                        line.append('\t');
                    }
                }
                case '\u000b' -> line.append(' ');
                case '\u001e' -> line.append('-');
                default -> line.append(fields.areShown() && (c >= ' ' || c == '\t') ? String.valueOf(c) : "");
            }
        }
        end(line, dom);
    }

    /** The open fields: instructions stand between a field's first mark and the next one, the result is shown. */
    private static final class Fields {
        private final Deque<Boolean> inInstructions = new ArrayDeque<>();
        private int hidden;

        void mark(char mark) {
            if (mark == '\u0013') {
                inInstructions.push(true);
                hidden++;
            } else if (!inInstructions.isEmpty()) {
                hidden -= inInstructions.pop() ? 1 : 0;
                if (mark == '\u0014') {
                    inInstructions.push(false);
                }
            }
        }

        boolean areShown() {
            return hidden == 0;
        }
    }

    private static void end(StringBuilder line, Document dom) {
        String words = CleanText.of(line.toString()).strip();
        if (!words.isEmpty()) {
            dom.body().appendElement("p").text(words);
        }
        line.setLength(0);
    }
}
