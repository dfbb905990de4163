package app.lede.quote;

import app.lede.article.Article;
import app.lede.article.ArticleId;
import app.lede.article.ArticleTexts;
import app.lede.article.ParsedArticle;
import app.lede.article.Revision;
import app.lede.hash.Digest;
import app.lede.quote.QuoteAnswer.Place;
import app.lede.quote.QuoteAnswer.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The texts that one call has opened, so that quotes of one article read it once. Not thread safe. */
final class OpenedTexts {

    /** Texts kept open; each takes some ten times its size. */
    private static final int MOST = 8;

    private final ArticleTexts texts;
    private final Map<ArticleId, List<String>> keys = new HashMap<>();
    private final Map<String, Optional<Opened>> opened = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Optional<Opened>> eldest) {
            return size() > MOST;
        }
    };

    OpenedTexts(ArticleTexts texts) {
        this.texts = texts;
    }

    List<String> keys(ArticleId id) {
        return keys.computeIfAbsent(id, texts::keys);
    }

    Optional<Opened> open(String key) {
        Optional<Opened> known = opened.get(key);
        if (known == null) {
            known = texts.get(key).map(Opened::of);
            opened.put(key, known);
        }
        return known;
    }

    /**
     * A text of one revision.
     *
     * @param field {@code text} or {@code headline}
     */
    record Opened(String field, String text, QuotableText quotable, String hash) {

        static Opened of(ParsedArticle parsed) {
            return of("text", parsed.text(), parsed.language());
        }

        static Opened ofHeadline(String headline, @Nullable String language) {
            return of("headline", headline, language);
        }

        private static Opened of(String field, String text, @Nullable String language) {
            return new Opened(
                    field, text, new QuotableText(text, language), Digest.hex(text.getBytes(StandardCharsets.UTF_8)));
        }

        QuoteAnswer answer(String quote, Article article, Revision revision) {
            return switch (quotable.find(quote)) {
                case QuoteMatch.Exact exact -> exactly(exact, article, revision);
                case QuoteMatch.Changed(
                        int start,
                        int end,
                        List<QuoteMatch.Difference> differences,
                        double similarity) ->
                    new QuoteAnswer(
                            Verdict.CHANGED,
                            place(article, revision, start, end, List.of(), false, similarity),
                            differences,
                            null,
                            null);
                case QuoteMatch.Absent ignored -> QuoteAnswer.absent("the article says nothing like it");
            };
        }

        Optional<QuoteAnswer> exact(String quote, Article article, Revision revision) {
            return quotable.findExact(quote).map(exact -> exactly(exact, article, revision));
        }

        private QuoteAnswer exactly(QuoteMatch.Exact exact, Article article, Revision revision) {
            Place place = place(article, revision, exact.start(), exact.end(), exact.folds(), exact.elided(), 1);
            return new QuoteAnswer(Verdict.EXACT, place, List.of(), null, null);
        }

        private Place place(
                Article article,
                Revision revision,
                int start,
                int end,
                List<Fold> folds,
                boolean elided,
                double similarity) {
            String url = article.url();
            String link = url == null ? null : TextFragment.link(url, text, start, end);
            return new Place(article, revision, field, hash, start, end, folds, elided, similarity, link);
        }
    }
}
