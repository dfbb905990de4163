package app.lede.edit;

import app.lede.article.ParsedArticle;
import app.lede.text.Negations;
import app.lede.text.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Scores how much a revision says otherwise than the one before, from 0 (nothing) to 1 (another article). A number, a name, a
 * quotation, a negation or a note of correction counts by what it is, other words by their share of the text.
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
        return of(Edits.between(before, after), words, after.language());
    }

    /**
     * Scores edits.
     *
     * @param words of the longer text, at least 1
     * @param language of the text, BCP 47 primary tag
     */
    static Materiality of(List<Edit> edits, int words, @Nullable String language) {
        double score = 0;
        for (Edit edit : edits) {
            score += weight(edit, words, language);
        }
        return new Materiality(Math.min(1, score));
    }

    private static double weight(Edit edit, int words, @Nullable String language) {
        double within = 0;
        for (Edit part : edit.contains()) {
            within += weight(part, words, language);
        }
        return within
                + switch (edit.type()) {
                    case HEADLINE -> HEADLINE;
                    case NUMBER, NAME, QUOTATION_ALTERED, QUOTATION_REMOVED -> FACT;
                    case CORRECTION_NOTE -> CORRECTION;
                    case PARAGRAPH_ADDED, PARAGRAPH_CUT -> share(edit, words);
                    case WORDING -> isReversal(edit, language) ? FACT : share(edit, words);
                };
    }

    private static double share(Edit edit, int words) {
        return WORDS * Math.max(count(edit.before()), count(edit.after())) / words;
    }

    /** Tests whether one side says what the other denies. */
    private static boolean isReversal(Edit edit, @Nullable String language) {
        return Negations.count(edit.before().text(), language)
                != Negations.count(edit.after().text(), language);
    }

    private static int count(Passage passage) {
        return Words.count(passage.text());
    }

    public boolean isMaterial() {
        return score >= MATERIAL;
    }
}
