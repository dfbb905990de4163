package app.lede.quote;

import static java.util.Objects.requireNonNull;

import app.lede.article.Article;
import app.lede.article.Revision;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Answer to one quote.
 *
 * @param place where the quote or the passage like it stands; null unless the verdict has one
 * @param differences of a changed quote; of one that is gone, its differences from the current revision if that has a passage like it
 * @param goneSince the first revision after that of {@code place}, null if that is the current one
 * @param reason of an absent or unchecked quote, for people; null where there is nothing to add
 */
public record QuoteAnswer(
        Verdict verdict,
        @Nullable Place place,
        List<QuoteMatch.Difference> differences,
        @Nullable Revision goneSince,
        @Nullable String reason) {

    /** Result of the comparison with the article's revisions. */
    public enum Verdict {
        /** The current revision says them. */
        EXACT,
        /** The current revision says something like them; or an earlier one does, and the current one nothing like them. */
        CHANGED,
        /** An earlier revision said them, the current one does not. */
        GONE,
        /** No revision of the named article says anything like them; or no article that was found does, see the reason. */
        ABSENT,
        /** The time of the call was over before. */
        UNCHECKED;

        /** Spells it as in the API. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A passage of a revision.
     *
     * @param field {@code text} or {@code headline}, of which the offsets count code points
     * @param hash SHA-256 of that text in UTF-8, in hexadecimal
     * @param folds differences of writing that an exact quote needed
     * @param elided whether the quote leaves words out where it says so
     * @param similarity share of words that agree, 1 for an exact quote
     * @param link to the passage on the publisher's page; null without an address
     */
    public record Place(
            Article article,
            Revision revision,
            String field,
            String hash,
            int start,
            int end,
            List<Fold> folds,
            boolean elided,
            double similarity,
            @Nullable String link) {}

    public QuoteAnswer {
        requireNonNull(verdict, "verdict");
        differences = List.copyOf(differences);
    }

    static QuoteAnswer absent(@Nullable String reason) {
        return new QuoteAnswer(Verdict.ABSENT, null, List.of(), null, reason);
    }

    static QuoteAnswer unchecked(String reason) {
        return new QuoteAnswer(Verdict.UNCHECKED, null, List.of(), null, reason);
    }

    double similarity() {
        return place == null ? 0 : place.similarity();
    }
}
