package app.lede.quote;

import java.util.List;

/** Result of looking for a quote in one text. Places are code points of the text. */
public sealed interface QuoteMatch {

    /**
     * The text says the quote.
     *
     * @param folds differences of writing that were not counted
     * @param elided whether the quote leaves words out where it says so
     */
    record Exact(int start, int end, List<Fold> folds, boolean elided) implements QuoteMatch {}

    /**
     * The text says something like the quote.
     *
     * @param similarity share of the words of both that agree, above 0 and at most 1
     */
    record Changed(int start, int end, List<Difference> differences, double similarity) implements QuoteMatch {}

    /** The text says nothing like the quote. */
    record Absent() implements QuoteMatch {}

    /**
     * Words that differ; empty on the side that lacks them.
     *
     * @param quote words of the quote
     * @param text words of the text
     * @param start of the text's words, or the place where they are missing
     */
    record Difference(String quote, String text, int start, int end) {}
}
