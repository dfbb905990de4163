package app.lede.edit;

import app.lede.article.ParsedArticle;
import app.lede.text.Words;
import java.util.List;

/**
 * Scores how much a revision says otherwise than the one before, from 0 (nothing) to 1 (another article). A number, a name, a
 * quotation or a note of correction counts by what it is, other words by their share of the text.
 *
 * @param score from {@value #MATERIAL} on, a reader should be told
 */
public record Materiality(double score) {

    /** A changed number or name is material; so is a paragraph of a sixth of the text; a comma or a synonym is not. */
    public static final double MATERIAL = 0.25;

    private static final double FACT = 0.3;
    private static final double HEADLINE = 0.15;
    private static final double CORRECTION = 1;
    private static final double WORDS = 1.5;

    /** Compares two revisions of an article. */
    public static Materiality between(ParsedArticle before, ParsedArticle after) {
        int words = Math.max(1, Math.max(Words.count(before.text()), Words.count(after.text())));
        return of(Edits.between(before, after), words);
    }

    /**
     * Scores edits.
     *
     * @param words of the longer text, at least 1
     */
    static Materiality of(List<Edit> edits, int words) {
        double score = 0;
        for (Edit edit : edits) {
            score += weight(edit, words);
        }
        return new Materiality(Math.min(1, score));
    }

    private static double weight(Edit edit, int words) {
        double within = 0;
        for (Edit part : edit.contains()) {
            within += weight(part, words);
        }
        return within
                + switch (edit.type()) {
                    case HEADLINE -> HEADLINE;
                    case NUMBER, NAME, QUOTATION_ALTERED, QUOTATION_REMOVED -> FACT;
                    case CORRECTION_NOTE -> CORRECTION;
                    case PARAGRAPH_ADDED, PARAGRAPH_CUT, WORDING ->
                        WORDS * Math.max(count(edit.before()), count(edit.after())) / words;
                };
    }

    private static int count(Passage passage) {
        return Words.count(passage.text());
    }

    public boolean isMaterial() {
        return score >= MATERIAL;
    }
}
