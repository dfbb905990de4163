package app.lede.api;

import app.lede.article.Article;
import app.lede.article.ArticleId;
import app.lede.article.ArticleStore;
import app.lede.article.Times;
import app.lede.publish.StoryView;
import app.lede.search.Cursors;
import app.lede.search.RecentDeletions;
import app.lede.story.Member;
import app.lede.story.Story;
import app.lede.story.StoryStore;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Routes of stories. Thread safe. */
final class StoryRoutes {

    private final ArticleStore articles;
    private final StoryStore stories;
    private final RecentDeletions deletions;
    private final Cursors cursors;
    private final InstantSource clock;

    StoryRoutes(ReadingStores stores, RecentDeletions deletions, Cursors cursors, InstantSource clock) {
        this.deletions = deletions;
        this.articles = stores.articles();
        this.stories = stores.stories();
        this.cursors = cursors;
        this.clock = clock;
    }

    /** Handles {@code GET /v1/stories}: latest report first; {@code from} and {@code to} are of the latest report. */
    Answer list(Request request) {
        Parameters parameters = new Parameters(request, Set.of("from", "to", "lang", "limit", "cursor"));
        Instant from = parameters.from("from").orElse(null);
        Instant end = clock.instant().plusSeconds(1);
        Instant to = parameters.to("to").filter(end::isAfter).orElse(end);
        int limit = parameters.number("limit", 1, Pages.MAX_LIMIT, Pages.DEFAULT_LIMIT);
        if (from != null
                && parameters.to("to").filter(from::isBefore).isEmpty()
                && request.query().containsKey("to")) {
            parameters.fault("to", "must be later than from");
        }
        Optional<String> language = parameters.one("lang");
        language.filter(tag -> !tag.matches("[a-z]{2,3}"))
                .ifPresent(tag -> parameters.fault(
                        "lang", "expected one language code such as en, found '" + Problem.cut(tag) + "'"));
        String question = "stories " + from + " " + request.query().get("to") + " " + language;
        Optional<String> after = Pages.after(parameters, cursors, question);
        return parameters.problem().orElseGet(() -> {
            LatestStories walk = new LatestStories(stories, from, after.orElse(Times.sortable(to)), language);
            Set<ArticleId> deleted = deletions.ids();
            List<Story> found = walk.read(limit).stream()
                    .flatMap(story -> story.without(deleted).stream())
                    .toList();
            Map<ArticleId, Article> heads = byId(
                    found.stream().map(story -> story.members().getFirst().id()).toList());
            List<Pages.Item> items = found.stream()
                    .map(story -> new Pages.Item(LatestStories.key(story), StoryView.summary(story, heads)))
                    .toList();
            return Pages.answer(request, items, walk.next(), key -> cursors.seal(question, key));
        });
    }

    /** Handles {@code GET /v1/stories/{id}}: the story in which an article is now, whatever it was named after before. */
    Answer one(Request request) {
        String id = request.variable("id");
        Optional<Story> story = ArticleId.isValid(id) ? stories.of(new ArticleId(id)) : Optional.empty();
        return story.flatMap(this::json)
                .map(json -> Answer.json(200, json))
                .orElseGet(() -> Problem.notFound("there is no story of " + Problem.cut(id)));
    }

    /** Shows a story without the articles that are deleted; empty if too little is left. */
    private Optional<ObjectNode> json(Story story) {
        List<ArticleId> ids = story.members().stream().map(Member::id).toList();
        Map<ArticleId, Article> stored = byId(ids);
        Set<ArticleId> deleted = new HashSet<>(ids);
        deleted.removeAll(stored.keySet());
        return story.without(deleted).map(left -> StoryView.json(left, stored));
    }

    private Map<ArticleId, Article> byId(List<ArticleId> ids) {
        return articles.getAll(ids.stream().distinct().toList()).stream()
                .collect(Collectors.toMap(Article::id, Function.identity()));
    }
}
