package app.lede.alert;

import app.lede.article.Article;
import app.lede.article.ArticleTexts;
import app.lede.article.ParsedArticle;
import app.lede.article.SightedRevision;
import app.lede.edit.Edit;
import app.lede.edit.Edits;
import java.util.List;
import java.util.Optional;

/** Compares the present revision of an article with the one before. Thread safe. */
final class LatestEdits {

    private final ArticleTexts texts;

    LatestEdits(ArticleTexts texts) {
        this.texts = texts;
    }

    /** Returns the edits; none where there is no earlier text, or the texts are alike. */
    List<Edit> of(Article article) {
        List<SightedRevision> all = SightedRevision.of(texts.keys(article.id()));
        for (int place = 1; place < all.size(); place++) {
            if (all.get(place).revision().equals(article.revision())) {
                return between(all.get(place - 1), all.get(place));
            }
        }
        return List.of();
    }

    private List<Edit> between(SightedRevision before, SightedRevision after) {
        Optional<ParsedArticle> old = texts.get(before.textKey());
        Optional<ParsedArticle> changed = texts.get(after.textKey());
        return old.isEmpty() || changed.isEmpty() ? List.of() : Edits.between(old.get(), changed.get());
    }
}
