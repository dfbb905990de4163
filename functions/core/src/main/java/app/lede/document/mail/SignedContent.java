package app.lede.document.mail;

import app.lede.document.ReadingRefused;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Takes a mail out of its signature (S/MIME signed-data). The signature is not verified. Stateless and thread safe.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5652#section-5">RFC 5652, section 5</a>
 */
final class SignedContent {

    /** Object identifier of signed-data, 1.2.840.113549.1.7.2. */
    private static final byte[] SIGNED = HexFormat.of().parseHex("2a864886f70d010702");

    private SignedContent() {}

    /**
     * Returns the content; empty for encrypted data, and for a signature without a content.
     *
     * @throws ReadingRefused for signed data that is broken
     */
    static Optional<byte[]> of(byte[] der) throws ReadingRefused {
        if (!isSigned(der)) {
            return Optional.empty();
        }
        Der info = Der.of(der).enter(Der.SEQUENCE);
        info.skip();
        Der signed = info.enter(Der.FIRST).enter(Der.SEQUENCE);
        // Its version and the algorithms of its digests.
        signed.skip();
        signed.skip();
        Der encapsulated = signed.enter(Der.SEQUENCE);
        encapsulated.skip();
        return encapsulated.tag() == Der.FIRST
                ? Optional.of(encapsulated.enter(Der.FIRST).octets())
                : Optional.empty();
    }

    private static boolean isSigned(byte[] der) {
        try {
            return Arrays.equals(Der.of(der).enter(Der.SEQUENCE).primitive(Der.OBJECT_IDENTIFIER), SIGNED);
        } catch (ReadingRefused e) {
            // No signature at all, whatever it is.
            return false;
        }
    }
}
