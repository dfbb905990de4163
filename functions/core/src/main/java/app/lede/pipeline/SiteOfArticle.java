package app.lede.pipeline;

import app.lede.article.ArticleId;
import app.lede.boilerplate.ArticleLines;
import app.lede.boilerplate.RepeatedLines;
import app.lede.boilerplate.SiteLines;
import app.lede.extract.Extracted;
import java.time.Instant;
import java.util.List;

/** The known lines of an article's site, and those of the article itself. */
record SiteOfArticle(String host, List<ArticleLines> known, ArticleLines lines) {

    static SiteOfArticle of(SiteLines store, String host, ArticleId id, Instant announced, Extracted read) {
        return new SiteOfArticle(host, store.of(host, announced), ArticleLines.of(id, announced, read.blocks()));
    }

    /**
     * Leaves out what other articles of the site have too. Only those announced before this one count, so that a
     * redelivered document is compared with the same ones.
     */
    Extracted withoutRepeated(Extracted read) {
        List<ArticleLines> others = known.stream()
                .filter(other ->
                        !other.article().equals(lines.article()) && other.at().isBefore(lines.at()))
                .toList();
        return RepeatedLines.leftOut(read, others);
    }

    /** Adds the article's lines if its slot was free; only of two articles at the same moment is one refused by the store. */
    void remember(SiteLines store) {
        if (known.stream().noneMatch(other -> other.slot() == lines.slot())) {
            store.offer(host, lines);
        }
    }
}
