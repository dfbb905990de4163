package app.lede.api;

import app.lede.article.Article;
import app.lede.article.ArticleId;
import app.lede.article.ArticleStore;
import app.lede.article.ArticleTexts;
import app.lede.article.PublishedDate;
import app.lede.enrich.FactFinder;
import app.lede.enrich.Mention;
import app.lede.enrich.Occurrence;
import app.lede.publish.OccurrenceView;
import app.lede.search.Cursors;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Route of an article's mentions, one item per occurrence in the order of the text.
 *
 * <p>The item of an article keeps the first occurrences only. The route finds all of them again in the stored text, which
 * gives the same result for the same text, language and name tables; after an update of the tables it may find others than
 * the item counts. The first page of a text takes time linear in it; the occurrences of the latest texts are kept in memory
 * for the pages that follow. Thread safe.
 */
final class MentionRoutes {

    /** Occurrences of a page where the request does not say. */
    private static final int DEFAULT_LIMIT = 1_000;

    private static final int MAX_LIMIT = 10_000;

    /** Texts whose occurrences are kept. */
    private static final int MOST_KEPT = 4;

    /** Occurrences of one text that are kept, some 10 MB. */
    private static final int MOST_OCCURRENCES = 200_000;

    private final Map<String, List<Occurrence>> kept = new LinkedHashMap<>(8, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<Occurrence>> eldest) {
            return size() > MOST_KEPT;
        }
    };

    private final ArticleStore articles;
    private final ArticleTexts texts;
    private final Cursors cursors;
    private final FactFinder facts = new FactFinder();

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
        Optional<List<Occurrence>> occurrences = article.flatMap(this::occurrences);
        if (article.isEmpty() || occurrences.isEmpty()) {
            return parameters
                    .problem()
                    .orElseGet(() -> Problem.notFound("there is no article " + Problem.cut(request.variable("id"))));
        }
        String question = "mentions " + article.get().textKey();
        int from = Pages.after(parameters, cursors, question)
                .map(key -> Integer.parseInt(key) + 1)
                .orElse(0);
        return parameters.problem().orElseGet(() -> page(request, question, occurrences.get(), from, limit));
    }

    /** Returns the occurrences in an article's text, in its order; empty if the text is gone. */
    private Optional<List<Occurrence>> occurrences(Article article) {
        synchronized (kept) {
            List<Occurrence> known = kept.get(article.textKey());
            if (known != null) {
                return Optional.of(known);
            }
        }
        PublishedDate published = article.metadata().datePublished();
        String day = published == null ? null : published.value();
        Optional<List<Occurrence>> found =
                texts.get(article.textKey()).map(text -> inOrder(facts.mentions(text.text(), article.language(), day)));
        found.filter(list -> list.size() <= MOST_OCCURRENCES).ifPresent(list -> {
            synchronized (kept) {
                kept.put(article.textKey(), list);
            }
        });
        return found;
    }

    private static List<Occurrence> inOrder(List<Mention> mentions) {
        return mentions.stream()
                .flatMap(mention -> mention.spans().stream().map(span -> new Occurrence(mention, span)))
                .sorted(Comparator.comparingInt(occurrence -> occurrence.span().start()))
                .toList();
    }

    private Answer page(Request request, String question, List<Occurrence> occurrences, int from, int limit) {
        List<Pages.Item> items = occurrences.stream()
                .dropWhile(occurrence -> occurrence.span().start() < from)
                .limit(limit + 1L)
                .map(occurrence ->
                        new Pages.Item(Integer.toString(occurrence.span().start()), OccurrenceView.json(occurrence)))
                .toList();
        boolean more = items.size() > limit;
        List<Pages.Item> shown = more ? items.subList(0, limit) : items;
        Optional<String> next = more ? Optional.of(shown.get(shown.size() - 1).key()) : Optional.empty();
        return Pages.answer(request, shown, next, key -> cursors.seal(question, key));
    }

    private Optional<Article> found(Request request) {
        String id = request.variable("id");
        return ArticleId.isValid(id) ? articles.get(new ArticleId(id)) : Optional.empty();
    }
}
