package app.lede.summary;

import java.util.List;

/**
 * A summary of one text.
 *
 * @param sentences in document order; empty only for a blank text
 * @param method name and version of the summarising method, such as {@code extractive-1}
 */
public record Summary(List<Sentence> sentences, String method) {

    /** Copies the list of sentences. */
    public Summary {
        sentences = List.copyOf(sentences);
    }
}
