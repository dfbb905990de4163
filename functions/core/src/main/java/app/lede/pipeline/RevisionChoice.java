package app.lede.pipeline;

import app.lede.article.Article;
import app.lede.article.ArticleTexts;
import app.lede.article.ParsedArticle;
import app.lede.article.Provenance;
import app.lede.article.TextFrom;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Compares an offered revision with the stored one by their texts, where precedence alone would keep the poorer of the two.
 *
 * <p>A page that later shows a challenge, a consent form, a soft 404 or another stub with status 200 does not replace the
 * article: its text is at most {@value #STUB} letters and a third of the other's, shares almost no words with it, and does not
 * have its headline, as a notice of correction or retraction would. And a page that shows the beginning of an article does not
 * outrank the feed's text, which contains those words and is much longer. The same text with another access, as of a page that is
 * gone, is offered in place of the stored one, which the store takes if its precedence is higher. In all other cases precedence
 * decides.
 *
 * <p>The comparison holds whichever of the two is stored, so that the order of delivery does not matter. Thread safe.
 */
final class RevisionChoice {

    /** In letters: some 80 words; a shorter text is no reason to refuse another. */
    private static final int ARTICLE = 400;

    /** In letters: some 250 words, which consent and challenge pages do not reach. */
    private static final int STUB = 1_500;

    private static final int FAR_LONGER = 3;
    private static final double MUCH_LONGER = 1.5;
    private static final double OTHER_TEXT = 0.1;
    private static final double SAME_TEXT = 0.6;
    private static final double SAME_TITLE = 0.5;
    private static final Pattern TITLE_WORD = Pattern.compile("[\\p{L}\\p{N}]{4,40}");

    private final ArticleTexts texts;

    RevisionChoice(ArticleTexts texts) {
        this.texts = texts;
    }

    /** The revision that goes before. */
    enum Preferred {
        STORED,
        OFFERED,
        /** The one of the higher precedence. */
        HIGHER
    }

    /** Chooses between the article's stored revision and another; reads the stored text only if one is much longer. */
    Preferred between(Article stored, ParsedArticle offered) {
        Provenance known = stored.provenance();
        Provenance later = offered.provenance();
        if (known.documentId().equals(later.documentId())) {
            return Preferred.HIGHER;
        }
        if (stored.revision().equals(offered.revision())) {
            return known.access() == later.access()
                            && known.rights().verdicts().equals(later.rights().verdicts())
                    ? Preferred.HIGHER
                    : Preferred.OFFERED;
        }
        int words = offered.metadata().wordCount();
        int others = stored.metadata().wordCount();
        boolean unequal = Math.max(words, others) >= MUCH_LONGER * Math.min(words, others);
        if (!unequal) {
            return Preferred.HIGHER;
        }
        Optional<ParsedArticle> text = texts.get(stored.textKey());
        if (text.isEmpty()) {
            return Preferred.HIGHER;
        }
        return goesBefore(text.get(), offered)
                ? Preferred.STORED
                : goesBefore(offered, text.get()) ? Preferred.OFFERED : Preferred.HIGHER;
    }

    private static boolean goesBefore(ParsedArticle one, ParsedArticle other) {
        boolean fetched = one.provenance().textFrom() != TextFrom.UPLOAD;
        if (!fetched || other.provenance().textFrom() != TextFrom.PAGE) {
            return false;
        }
        ComparedText text = ComparedText.of(one.text());
        ComparedText shown = ComparedText.of(other.text());
        if (text.length() < ARTICLE || text.length() < MUCH_LONGER * shown.length()) {
            return false;
        }
        double shared = shown.shareIn(text);
        boolean part = one.provenance().textFrom() == TextFrom.FEED && shared >= SAME_TEXT;
        boolean stub = shown.length() <= STUB
                && text.length() >= FAR_LONGER * shown.length()
                && shared < OTHER_TEXT
                && !hasTitleOf(one, other);
        return part || stub;
    }

    /** Tests whether a page has at least half of the words of an article's headline. */
    private static boolean hasTitleOf(ParsedArticle article, ParsedArticle page) {
        List<String> title = words(article.metadata().headline());
        String shown = (page.metadata().headline() + ' ' + page.text()).toLowerCase(Locale.ROOT);
        long found = title.stream().filter(shown::contains).count();
        return !title.isEmpty() && found >= SAME_TITLE * title.size();
    }

    private static List<String> words(@Nullable String headline) {
        return headline == null
                ? List.of()
                : TITLE_WORD
                        .matcher(headline.toLowerCase(Locale.ROOT))
                        .results()
                        .map(MatchResult::group)
                        .distinct()
                        .toList();
    }
}
