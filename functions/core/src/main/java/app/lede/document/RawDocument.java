package app.lede.document;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * A document as it arrived: its bytes and what its bearer said about them. Nothing of it is believed before the bytes agree.
 *
 * @param bytes the object's bytes; not copied, must not change afterwards
 * @param contentType the declared Content-Type, parameters included; null where none was declared
 * @param name the file or object name; only its extension is looked at
 * @param url where the document was fetched; null where it was not (an upload)
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody; a copy of 20 MB would buy nothing.
public record RawDocument(
        byte[] bytes,
        @Nullable String contentType,
        String name,
        @Nullable String url) {

    public RawDocument {
        requireNonNull(bytes, "bytes");
        requireNonNull(name, "name");
    }

    /** The document inside this gzip file. */
    RawDocument unpacked(byte[] inflated) {
        String inner = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
        return new RawDocument(inflated, contentType, inner, url);
    }
}
