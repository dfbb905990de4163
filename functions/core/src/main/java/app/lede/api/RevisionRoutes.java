package app.lede.api;

import app.lede.article.Article;
import app.lede.article.ArticleId;
import app.lede.article.ArticleStore;
import app.lede.article.ArticleTexts;
import app.lede.article.ParsedArticle;
import app.lede.article.SightedRevision;
import app.lede.article.Times;
import app.lede.edit.Edit;
import app.lede.edit.Edits;
import app.lede.edit.Materiality;
import app.lede.json.Json;
import app.lede.publish.EditView;
import app.lede.publish.RightsView;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Route of an article's revisions, with the typed edits between two of them. Thread safe. */
final class RevisionRoutes {

    private static final int MOST_EDITS = 1_000;

    /** Bytes of the edits; the rest of {@link Pages#MOST_BYTES} is for the revisions. */
    private static final int MOST_BYTES = 3_000_000;

    /** Revisions of one answer, the latest. */
    private static final int MOST_REVISIONS = 1_000;

    private final ArticleStore articles;
    private final ArticleTexts texts;

    RevisionRoutes(ArticleStore articles, ArticleTexts texts) {
        this.articles = articles;
        this.texts = texts;
    }

    /** Handles {@code GET /v1/articles/{id}/revisions}. */
    Answer list(Request request) {
        Parameters parameters = new Parameters(request, Set.of("before", "after"));
        String id = request.variable("id");
        Optional<Article> article = ArticleId.isValid(id) ? articles.get(new ArticleId(id)) : Optional.empty();
        if (article.isEmpty()) {
            return parameters.problem().orElseGet(() -> Problem.notFound("there is no article " + Problem.cut(id)));
        }
        List<SightedRevision> all = SightedRevision.of(texts.keys(article.get().id()));
        Optional<SightedRevision> after = named(parameters, "after", all)
                .or(() -> withText(all, article.get().revision().value()));
        Optional<SightedRevision> before =
                named(parameters, "before", all).or(() -> after.flatMap(later -> preceding(all, later)));
        return parameters.problem().orElseGet(() -> {
            ObjectNode json = Json.object();
            items(json.putArray("items"), all, article.get());
            after.ifPresent(later -> before.ifPresent(earlier -> compare(json, earlier, later)));
            return Answer.json(200, json);
        });
    }

    private static Optional<SightedRevision> named(Parameters parameters, String name, List<SightedRevision> all) {
        Optional<String> given = parameters.one(name);
        Optional<SightedRevision> found = given.flatMap(value -> withText(all, value));
        if (given.isPresent() && found.isEmpty()) {
            parameters.fault(name, "this article has no revision '" + Problem.cut(given.get()) + "'");
        }
        return found;
    }

    private static Optional<SightedRevision> withText(List<SightedRevision> all, String revision) {
        return all.stream()
                .filter(sighted -> sighted.revision().value().equals(revision))
                .findFirst();
    }

    /** Returns the revision that was first seen last before another. */
    private static Optional<SightedRevision> preceding(List<SightedRevision> all, SightedRevision later) {
        int place = all.indexOf(later);
        return place > 0 ? Optional.of(all.get(place - 1)) : Optional.empty();
    }

    private static void items(ArrayNode items, List<SightedRevision> all, Article article) {
        for (SightedRevision each : all.subList(Math.max(0, all.size() - MOST_REVISIONS), all.size())) {
            items.addObject()
                    .put("revision", each.revision().value())
                    .put("firstSeen", Times.sortable(each.firstSeen()))
                    .put("lastSeen", Times.sortable(each.lastSeen()))
                    .put("documentId", each.first().value())
                    .put("documents", each.documents())
                    .put("current", each.revision().equals(article.revision()));
        }
    }

    /** Adds the edits between two revisions; nothing where a text was deleted meanwhile. */
    private void compare(ObjectNode json, SightedRevision before, SightedRevision after) {
        Optional<ParsedArticle> old = texts.get(before.textKey());
        Optional<ParsedArticle> changed = texts.get(after.textKey());
        if (old.isEmpty() || changed.isEmpty()) {
            return;
        }
        List<Edit> edits = Edits.between(old.get(), changed.get());
        json.set("before", side(old.get()));
        json.set("after", side(changed.get()));
        Materiality materiality = Materiality.between(old.get(), changed.get());
        json.putObject("change")
                .put("score", Math.round(100 * materiality.score()) / 100.0)
                .put("material", materiality.isMaterial());
        json.put("omitted", edits.size() - add(json.putArray("edits"), edits));
    }

    /** Adds the edits that fit; returns their number. */
    private static int add(ArrayNode array, List<Edit> edits) {
        int bytes = 0;
        for (Edit edit : edits.subList(0, Math.min(MOST_EDITS, edits.size()))) {
            ObjectNode json = EditView.json(edit);
            bytes += Json.bytes(json).length + 1;
            if (bytes > MOST_BYTES) {
                break;
            }
            array.add(json);
        }
        return array.size();
    }

    private static ObjectNode side(ParsedArticle parsed) {
        return RightsView.json(parsed.provenance().rights())
                .put("revision", parsed.revision().value())
                .put("documentId", parsed.provenance().documentId().value())
                .put("textFrom", parsed.provenance().textFrom().label());
    }
}
