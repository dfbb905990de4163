package app.lede.enrich;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Facts of an article beside its language and mentions.
 *
 * @param terms significant words and phrases of the text, as it writes them, the most significant first
 * @param agency news agency that the article credits, by its usual name ({@code Reuters}); null if none
 * @param dateline place where the article says it was written, as the text writes it; null if none
 */
public record Facts(
        List<String> terms,
        @Nullable String agency,
        @Nullable String dateline) {

    /** No facts. */
    public static final Facts NONE = new Facts(List.of(), null, null);

    public Facts {
        terms = List.copyOf(terms);
    }
}
