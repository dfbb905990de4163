package app.lede.api;

import app.lede.article.Article;
import app.lede.article.ArticleId;
import app.lede.article.ArticleStore;
import app.lede.article.ArticleTexts;
import app.lede.publish.ArticleView;
import app.lede.search.ArrivalIndex;
import app.lede.search.Cursors;
import app.lede.search.Filter;
import app.lede.search.NewestFirst;
import app.lede.source.SourceId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Routes of articles: the list, one article, its text. Thread safe. */
final class ArticleRoutes {

    private static final Set<String> LIST_PARAMETERS =
            Set.of("source", "lang", "country", "from", "to", "limit", "cursor", "format");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");
    /** Lambda answers with 6 MB at most. */
    private static final int MOST_TEXT = 5_000_000;

    private final ArticleStore articles;
    private final ArticleTexts texts;
    private final NewestFirst newest;
    private final TextLinks links;
    private final Cursors cursors;

    ArticleRoutes(ArticleStore articles, ArticleTexts texts, TextLinks links, ArrivalIndex index, Cursors cursors) {
        this.articles = articles;
        this.texts = texts;
        this.newest = new NewestFirst(index);
        this.links = links;
        this.cursors = cursors;
    }

    /** Handles {@code GET /v1/articles}. */
    Answer list(Request request) {
        Parameters parameters = new Parameters(request, LIST_PARAMETERS);
        Format format = Format.of(request, parameters);
        Filter filter = filter(parameters);
        int limit = parameters.number("limit", 1, Pages.MAX_LIMIT, Pages.DEFAULT_LIMIT);
        Optional<String> after = Pages.after(parameters, cursors, filter.canonical());
        return parameters.problem().orElseGet(() -> {
            NewestFirst.Page page = newest.page(filter, after.orElse(null), limit);
            List<ArticleId> ids =
                    page.entries().stream().map(ArrivalIndex.Entry::id).toList();
            Map<ArticleId, Article> found = new HashMap<>();
            articles.getAll(ids).forEach(article -> found.put(article.id(), article));
            List<Pages.Item> items = page.entries().stream()
                    .filter(entry -> found.containsKey(entry.id()))
                    .map(entry -> new Pages.Item(
                            entry.key(), ArticleView.json(Objects.requireNonNull(found.get(entry.id())))))
                    .toList();
            return format.answer(
                    request,
                    Pages.cut(request, items, page.next(), key -> cursors.seal(filter.canonical(), key)));
        });
    }

    private static Filter filter(Parameters parameters) {
        Filter filter = new Filter(
                parameters.values("source", UnaryOperator.identity(), SourceId::isValid, "a source's id"),
                parameters.values(
                        "lang",
                        value -> value.toLowerCase(Locale.ROOT),
                        value -> LANGUAGE.matcher(value).matches(),
                        "a language code (en)"),
                parameters.values(
                        "country",
                        value -> value.toUpperCase(Locale.ROOT),
                        COUNTRIES::contains,
                        "an ISO 3166-1 alpha-2 country code (ML)"),
                parameters.from("from").orElse(null),
                parameters.to("to").orElse(null));
        if (filter.from() != null && filter.to() != null && !filter.from().isBefore(filter.to())) {
            parameters.fault("to", "must be later than from");
        }
        return filter;
    }

    /** Handles {@code GET /v1/articles/{id}}. */
    Answer one(Request request) {
        return found(request)
                .map(article -> Answer.json(200, ArticleView.json(article)))
                .orElseGet(() -> missing(request));
    }

    /** Handles {@code GET /v1/articles/{id}/text}, the text to which offsets of summaries and mentions refer. */
    Answer text(Request request) {
        return found(request)
                .flatMap(article -> texts.get(article.textKey()))
                .map(parsed -> {
                    Answer text = Answer.text(200, "text/plain; charset=utf-8", parsed.text());
                    return text.body().length <= MOST_TEXT
                            ? text
                            : Answer.empty(303).with("location", links.link(parsed.key()));
                })
                .orElseGet(() -> missing(request));
    }

    private Optional<Article> found(Request request) {
        String id = request.variable("id");
        return ArticleId.isValid(id) ? articles.get(new ArticleId(id)) : Optional.empty();
    }

    private static Answer missing(Request request) {
        return Problem.notFound("there is no article " + Problem.cut(request.variable("id")));
    }
}
