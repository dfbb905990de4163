package app.lede.pipeline;

import app.lede.article.Article;
import app.lede.article.ArticleStore;
import app.lede.article.ParsedArticle;
import app.lede.article.Provenance;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Recognises a page that was fetched again at the article's own address and says what the stored revision says, though its
 * bytes differ: nothing but the precedence of the revision need be written.
 *
 * <p>Deleting an article deletes everything fetched at its own address, whether a text in the library names it or not. A
 * document of another address is found through its text alone, so that its text is always stored. Thread safe.
 */
public final class RepeatedPage implements Predicate<ParsedArticle> {

    private final ArticleStore articles;

    public RepeatedPage(ArticleStore articles) {
        this.articles = articles;
    }

    /** Tests for such a page, and raises the precedence of the stored revision to its own. */
    @Override
    public boolean test(ParsedArticle parsed) {
        if (!DocumentsOfKey.isOwnPage(parsed)) {
            return false;
        }
        Optional<Article> same = articles.get(parsed.id()).filter(stored -> isRepeated(stored, parsed));
        return same.isPresent()
                && articles.raise(
                        parsed.id(), parsed.revision(), parsed.provenance().precedence());
    }

    /** The same document is no repetition: its text may have been lost before it was summarised. */
    private static boolean isRepeated(Article stored, ParsedArticle parsed) {
        Provenance known = stored.provenance();
        Provenance later = parsed.provenance();
        return stored.revision().equals(parsed.revision())
                && known.access() == later.access()
                && known.rights().verdicts().equals(later.rights().verdicts())
                && known.parser() >= later.parser()
                && !known.documentId().equals(later.documentId());
    }
}
