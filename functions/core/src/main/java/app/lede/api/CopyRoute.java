package app.lede.api;

import app.lede.article.Article;
import app.lede.article.ArticleId;
import app.lede.article.ArticleStore;
import app.lede.article.ArticleTexts;
import app.lede.article.ParsedArticle;
import app.lede.article.Times;
import app.lede.json.Json;
import app.lede.json.OptionalFields;
import app.lede.search.RecentDeletions;
import app.lede.search.SearchIndex;
import app.lede.search.Surroundings;
import app.lede.story.CopiedSpan;
import app.lede.story.CopiedSpans;
import app.lede.story.CopyChain;
import app.lede.story.Report;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The route of an article's copies. Thread safe. */
final class CopyRoute {

    private static final int MOST_SPANS = 100;

    /** Links of a chain whose texts are compared. */
    private static final int MOST_COMPARED = 20;

    private final ArticleStore articles;
    private final ArticleTexts texts;
    private final Optional<SearchIndex> search;
    private final RecentDeletions deletions;

    CopyRoute(ReadingStores stores, RecentDeletions deletions) {
        this.deletions = deletions;
        this.articles = stores.articles();
        this.texts = stores.texts();
        this.search = stores.search();
    }

    /** Handles {@code GET /v1/articles/{id}/copies}: who had a text first, and which passages others took. */
    Answer one(Request request) {
        String id = request.variable("id");
        Optional<Article> article = ArticleId.isValid(id) ? articles.get(new ArticleId(id)) : Optional.empty();
        if (article.isEmpty()) {
            return Problem.notFound("there is no article " + Problem.cut(id));
        }
        if (search.isEmpty()) {
            return Problem.conflict(ArticleListRoute.NO_SEARCH);
        }
        Surroundings around = Surroundings.of(
                search.get(),
                article.get().id(),
                Optional.empty(),
                article.get().published());
        Set<ArticleId> deleted = deletions.ids();
        List<Report> reports = around.reports().stream()
                .filter(report -> !deleted.contains(report.id()))
                .toList();
        return CopyChain.of(reports, article.get().id())
                .map(chain -> Answer.json(200, json(chain, article.get().id())))
                .orElseGet(() -> Problem.notFound("the article " + id + " is not in the search index yet"));
    }

    private ObjectNode json(CopyChain chain, ArticleId asked) {
        ObjectNode json = Json.object().put("articleId", asked.value());
        json.put("origin", chain.origin().value());
        json.put("copies", chain.links().size() - 1);
        List<CopyChain.Link> shown =
                chain.links().subList(0, Math.min(MOST_COMPARED, chain.links().size()));
        List<Article> stored =
                articles.getAll(shown.stream().map(CopyChain.Link::id).toList());
        Map<ArticleId, String> read = texts(stored);
        Map<ArticleId, String> publishers = publishers(stored);
        ArrayNode links = json.putArray("chain");
        shown.forEach(link -> links.add(json(link, publishers.getOrDefault(link.id(), link.publisher()), read)));
        return json;
    }

    private static ObjectNode json(CopyChain.Link link, String publisher, Map<ArticleId, String> read) {
        ObjectNode json = Json.object().put("articleId", link.id().value());
        json.put("at", Times.sortable(link.first()));
        if (!publisher.isEmpty()) {
            json.put("publisher", publisher);
        }
        OptionalFields.put(json, "credit", link.credit());
        if (link.copyOf() != null) {
            json.put("copyOf", link.copyOf().value());
            json.put("similarity", Math.round(100 * link.similarity()) / 100.0);
            ArrayNode passages = json.putArray("passages");
            CopiedSpans.between(read.getOrDefault(link.id(), ""), read.getOrDefault(link.copyOf(), "")).stream()
                    .limit(MOST_SPANS)
                    .forEach(span -> passages.add(json(span)));
        }
        return json;
    }

    private static ObjectNode json(CopiedSpan span) {
        return Json.object()
                .put("start", span.copy().start())
                .put("end", span.copy().end())
                .put("sourceStart", span.source().start())
                .put("sourceEnd", span.source().end());
    }

    /** Returns the publishers that articles name, as the articles' own views give them. */
    private static Map<ArticleId, String> publishers(List<Article> stored) {
        Map<ArticleId, String> publishers = new HashMap<>();
        stored.forEach(article -> Optional.ofNullable(article.metadata().publisher())
                .ifPresent(publisher -> publishers.put(article.id(), publisher)));
        return publishers;
    }

    private Map<ArticleId, String> texts(List<Article> stored) {
        Map<String, ParsedArticle> parsed =
                texts.getAll(stored.stream().map(Article::textKey).toList());
        Map<ArticleId, String> read = new HashMap<>();
        stored.forEach(article -> Optional.ofNullable(parsed.get(article.textKey()))
                .ifPresent(text -> read.put(article.id(), text.text())));
        return read;
    }
}
