package app.lede.summary;

import java.util.List;

/**
 * What a summariser says of one text.
 *
 * @param sentences in the order of the article; empty only where the text is blank
 * @param method the name and version of what chose them, such as {@code extractive-1}: a stored summary says how it was made
 */
public record Summary(List<Sentence> sentences, String method) {

    /** Keeps its own copy of the sentences. */
    public Summary {
        sentences = List.copyOf(sentences);
    }
}
