package app.lede.document.mail;

import app.lede.document.Charsets;
import app.lede.document.CleanText;

/**
 * A leaf part of a mail: text, HTML or an image.
 *
 * @param type its content type in lower case, without parameters
 * @param charset as declared; empty if not
 * @param location Content-Location; empty if absent
 * @param bytes after transfer decoding
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
record Part(String type, String charset, boolean attached, String location, byte[] bytes) {

    boolean isHtml() {
        return type.equals("text/html") || type.equals("application/xhtml+xml");
    }

    boolean isPlain() {
        return type.equals("text/plain");
    }

    /** Decodes the part's text by its declared or detected charset. */
    Charsets.Decoded decode() {
        Charsets.Decoded decoded = Charsets.decode(bytes, charset.isEmpty() ? null : "text/plain; charset=" + charset);
        return new Charsets.Decoded(CleanText.of(decoded.text()), decoded.charset());
    }
}
