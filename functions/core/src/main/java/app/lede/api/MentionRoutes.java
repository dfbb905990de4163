package app.lede.api;

import app.lede.article.Article;
import app.lede.article.ArticleId;
import app.lede.article.ArticleStore;
import app.lede.article.ArticleTexts;
import app.lede.article.ParsedArticle;
import app.lede.enrich.Countries;
import app.lede.enrich.Mention;
import app.lede.enrich.Occurrence;
import app.lede.publish.OccurrenceView;
import app.lede.search.Cursors;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Route of an article's mentions, one item per occurrence in the order of the text.
 *
 * <p>The item of an article keeps the first occurrences only. The route finds all of them again in the stored text, which
 * gives the same result for the same text, language and name tables; after an update of the tables it may find others than
 * the item counts. Time is linear in the text. Thread safe.
 */
final class MentionRoutes {

    /** Occurrences of a page where the request does not say. */
    private static final int DEFAULT_LIMIT = 1_000;

    private static final int MAX_LIMIT = 10_000;

    private final ArticleStore articles;
    private final ArticleTexts texts;
    private final Cursors cursors;
    private final Countries countries = new Countries();

    MentionRoutes(ArticleStore articles, ArticleTexts texts, Cursors cursors) {
        this.articles = articles;
        this.texts = texts;
        this.cursors = cursors;
    }

    /** Handles {@code GET /v1/articles/{id}/mentions}; a cursor holds for one revision. */
    Answer list(Request request) {
        Parameters parameters = new Parameters(request, Set.of("limit", "cursor"));
        int limit = parameters.number("limit", 1, MAX_LIMIT, DEFAULT_LIMIT);
        Optional<Article> article = found(request);
        Optional<ParsedArticle> text = article.flatMap(found -> texts.get(found.textKey()));
        if (article.isEmpty() || text.isEmpty()) {
            return parameters
                    .problem()
                    .orElseGet(() -> Problem.notFound("there is no article " + Problem.cut(request.variable("id"))));
        }
        String question = "mentions " + article.get().textKey();
        int from = Pages.after(parameters, cursors, question)
                .map(key -> Integer.parseInt(key) + 1)
                .orElse(0);
        return parameters
                .problem()
                .orElseGet(() -> page(
                        request,
                        question,
                        countries.mentions(text.get().text(), article.get().language()),
                        from,
                        limit));
    }

    private Answer page(Request request, String question, List<Mention> mentions, int from, int limit) {
        List<Pages.Item> items = mentions.stream()
                .flatMap(mention -> occurrences(mention, from, limit + 1))
                .sorted(Comparator.comparingInt(occurrence -> occurrence.span().start()))
                .limit(limit + 1L)
                .map(occurrence ->
                        new Pages.Item(Integer.toString(occurrence.span().start()), OccurrenceView.json(occurrence)))
                .toList();
        boolean more = items.size() > limit;
        List<Pages.Item> shown = more ? items.subList(0, limit) : items;
        Optional<String> next = more ? Optional.of(shown.get(shown.size() - 1).key()) : Optional.empty();
        return Pages.answer(request, shown, next, key -> cursors.seal(question, key));
    }

    private static Stream<Occurrence> occurrences(Mention mention, int from, int most) {
        return mention.spans().stream()
                .filter(span -> span.start() >= from)
                .limit(most)
                .map(span -> new Occurrence(mention, span));
    }

    private Optional<Article> found(Request request) {
        String id = request.variable("id");
        return ArticleId.isValid(id) ? articles.get(new ArticleId(id)) : Optional.empty();
    }
}
