package app.lede.document.rtf;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Inflates the RTF in which Outlook keeps texts. Stateless and thread safe.
 *
 * @see <a href="https://learn.microsoft.com/openspecs/exchange_server_protocols/ms-oxrtfcp/">MS-OXRTFCP</a>
 */
public final class CompressedRtf {

    private static final int COMPRESSED = 0x75465a4c;
    private static final int PLAIN = 0x414c454d;
    private static final int HEADER = 16;
    private static final int WINDOW = 4096;

    /** Largest text in bytes. */
    private static final int MOST = 20 * 1024 * 1024;

    /** Content of the window at the beginning, the same for all. */
    private static final byte[] COMMON = ("{\\r"
                    + "tf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript"
                    + " \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\r"
                    + "ed0\\green0\\blue0\r\n"
                    + "\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx")
            .getBytes(StandardCharsets.US_ASCII);

    private CompressedRtf() {}

    /** Returns the RTF; empty for bytes that are none. */
    public static Optional<byte[]> inflated(byte[] bytes) {
        if (bytes.length <= HEADER) {
            return Optional.empty();
        }
        int kind = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(8);
        if (kind == PLAIN) {
            return Optional.of(Arrays.copyOfRange(bytes, HEADER, bytes.length));
        }
        return kind == COMPRESSED ? Optional.of(inflate(bytes)) : Optional.empty();
    }

    private static byte[] inflate(byte[] in) {
        Window window = new Window();
        int at = HEADER;
        int control = 0;
        int left = 0;
        while (at < in.length && window.out.size() < MOST) {
            if (left == 0) {
                control = in[at++];
                left = 8;
                continue;
            }
            boolean copies = (control & 1) != 0;
            control >>= 1;
            left--;
            if (!copies) {
                window.write(in[at++]);
            } else if (at + 1 >= in.length || !window.copy(((in[at] & 0xff) << 8) | (in[at + 1] & 0xff))) {
                break;
            } else {
                at += 2;
            }
        }
        return window.out.toByteArray();
    }

    /** The text so far, and its last bytes, which references point into. */
    private static final class Window {

        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private final byte[] bytes = Arrays.copyOf(COMMON, WINDOW);
        private int at = COMMON.length;

        void write(byte b) {
            out.write(b);
            bytes[at] = b;
            at = (at + 1) % WINDOW;
        }

        /** Copies what a reference points to; false for the one that ends the text. */
        boolean copy(int reference) {
            int from = reference >> 4;
            if (from == at) {
                return false;
            }
            for (int i = 0; i < (reference & 0xf) + 2; i++) {
                write(bytes[(from + i) % WINDOW]);
            }
            return true;
        }
    }
}
