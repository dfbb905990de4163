package app.lede.document.mail;

import app.lede.document.RawDocument;
import app.lede.document.Reading.Problem;
import app.lede.document.ReadingRefused;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes the text and the files out of {@code winmail.dat}, in which Outlook packs mails in its own format (TNEF; Microsoft's
 * MS-OXTNEF). Not thread safe.
 */
final class WinMail {

    private static final int SIGNATURE = 0x223e9f78;
    private static final int BODY = 0x0002800c;
    private static final int PROPERTIES = 0x00069003;
    private static final int TITLE = 0x00018010;
    private static final int DATA = 0x0006800f;

    private static final int MESSAGE = 1;
    private static final int ATTACHMENT = 2;

    /** Attached files that are taken out. */
    private static final int MAX_FILES = 20;

    private final List<RawDocument> files = new ArrayList<>();
    private String title = "";
    private byte[] body = {};
    private Optional<RawDocument> rich = Optional.empty();

    private WinMail() {}

    static boolean isOne(byte[] bytes) {
        return bytes.length > 6
                && ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(0) == SIGNATURE;
    }

    /**
     * Returns the best form of the text, and the attached files.
     *
     * @throws ReadingRefused if it has neither
     */
    static List<RawDocument> documents(byte[] bytes) throws ReadingRefused {
        WinMail mail = new WinMail();
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).position(6);
        while (in.remaining() > 9) {
            int level = in.get();
            int attribute = in.getInt();
            int length = in.getInt();
            if ((level != MESSAGE && level != ATTACHMENT) || length < 0 || length > in.remaining()) {
                break;
            }
            mail.add(attribute, in.slice(in.position(), length).order(ByteOrder.LITTLE_ENDIAN));
            // A check sum follows.
            in.position(Math.min(in.limit(), in.position() + length + 2));
        }
        return mail.found();
    }

    private void add(int attribute, ByteBuffer value) {
        switch (attribute) {
            case BODY -> body = bytes(value);
            case TITLE -> title = text(value);
            case DATA -> {
                if (files.size() < MAX_FILES) {
                    files.add(new RawDocument(bytes(value), null, title, null));
                }
            }
            case PROPERTIES -> {
                try {
                    rich = MapiProperties.of(value).text();
                } catch (BufferUnderflowException | IllegalArgumentException | ArithmeticException e) {
                    // Cut or broken: the plain text remains.
                    rich = Optional.empty();
                }
            }
            // Recipients, times and pictures of files.
            default -> {}
        }
    }

    private List<RawDocument> found() throws ReadingRefused {
        List<RawDocument> found = new ArrayList<>();
        rich.or(() -> Optional.of(body)
                        .filter(text -> text.length > 0)
                        .map(text -> new RawDocument(text, "text/plain", "winmail.txt", null)))
                .ifPresent(found::add);
        found.addAll(files);
        if (found.isEmpty()) {
            throw new ReadingRefused(
                    Problem.UNKNOWN_TYPE,
                    "a mail in Outlook's own format without a text that is read: ask for it in HTML or plain text");
        }
        return found;
    }

    private static byte[] bytes(ByteBuffer value) {
        byte[] bytes = new byte[value.remaining()];
        value.get(bytes);
        return bytes;
    }

    private static String text(ByteBuffer value) {
        return new String(bytes(value), StandardCharsets.ISO_8859_1).replaceAll("[\\x00-\\x1f].*", "");
    }
}
