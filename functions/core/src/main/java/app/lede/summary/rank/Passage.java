package app.lede.summary.rank;

import java.util.List;

/**
 * A sentence as the ranker sees it.
 *
 * @param terms the terms of its text, as {@link Tokens#of} gives them
 * @param words word count; in scripts without spaces two characters count as one word
 * @param caption whether it is a picture caption
 */
public record Passage(String text, List<Term> terms, int words, boolean caption) {

    /** Copies the list of terms. */
    public Passage {
        terms = List.copyOf(terms);
    }
}
