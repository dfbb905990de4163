package app.lede.grounding;

import app.lede.summary.Sentence;
import java.util.List;

/**
 * A sentence of a summary with the passages that support it.
 *
 * @param text the sentence as the model wrote it
 * @param passages sentences of the article, verbatim, the best first; at least one
 */
public record Supported(String text, List<Sentence> passages) {

    public Supported {
        passages = List.copyOf(passages);
        if (passages.isEmpty()) {
            throw new IllegalArgumentException("a sentence without support");
        }
    }
}
