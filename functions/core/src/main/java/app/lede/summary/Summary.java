package app.lede.summary;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A summary of one text.
 *
 * @param sentences in document order; empty only for a blank text
 * @param method name and version of the summarising method, such as {@code extractive-2}
 * @param textSha256 SHA-256 of the text that the offsets count in, as hexadecimal digits of its UTF-8 bytes; null in records of
 *     earlier versions
 */
public record Summary(List<Sentence> sentences, String method, @Nullable String textSha256) {

    /** Copies the list of sentences. */
    public Summary {
        sentences = List.copyOf(sentences);
    }

    /** Creates a summary of an unknown text. */
    public Summary(List<Sentence> sentences, String method) {
        this(sentences, method, null);
    }
}
