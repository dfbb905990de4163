package app.lede.document.mail;

import app.lede.document.Charsets;
import app.lede.document.CleanText;

/**
 * One leaf of a mail: a text, a page, a picture.
 *
 * @param type its content type in lower case, without parameters
 * @param charset as declared, empty where it is not
 * @param location its Content-Location, empty where there is none
 * @param bytes decoded from what the transfer needed
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
record Part(String type, String charset, boolean attached, String location, byte[] bytes) {

    boolean isHtml() {
        return type.equals("text/html") || type.equals("application/xhtml+xml");
    }

    boolean isPlain() {
        return type.equals("text/plain");
    }

    /** The part's text in the charset it declares or shows. */
    Charsets.Decoded decode() {
        Charsets.Decoded decoded = Charsets.decode(bytes, charset.isEmpty() ? null : "text/plain; charset=" + charset);
        return new Charsets.Decoded(CleanText.of(decoded.text()), decoded.charset());
    }
}
