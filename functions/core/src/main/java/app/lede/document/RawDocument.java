package app.lede.document;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * A document as received: its bytes and the declared properties, which are not trusted until the bytes agree.
 *
 * @param bytes not copied; must not be modified
 * @param contentType the declared Content-Type, parameters included; null if none
 * @param name file or object name; only its extension is used
 * @param url the address it was fetched from; null for uploads
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

    /** Returns the document inside this gzip file. */
    RawDocument unpacked(byte[] inflated) {
        String inner = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
        return new RawDocument(inflated, contentType, inner, url);
    }
}
