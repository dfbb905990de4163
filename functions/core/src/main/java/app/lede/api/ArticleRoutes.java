package app.lede.api;

import app.lede.article.Article;
import app.lede.article.ArticleId;
import app.lede.article.ArticleStore;
import app.lede.article.ArticleTexts;
import app.lede.article.ParsedArticle;
import app.lede.document.TraceId;
import app.lede.publish.ArticleView;
import app.lede.publish.PlacementFields;
import app.lede.publish.RightsView;
import app.lede.story.StoryStore;
import app.lede.summary.Length;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Routes of one article: its record and its text. Thread safe. */
final class ArticleRoutes {

    /** Version of what {@link TextFormat} writes; part of validators, so raise it with each change of a writer. */
    private static final int WRITERS = 1;

    private final ArticleStore articles;
    private final ArticleTexts texts;
    private final TextLinks links;
    private final StoryStore stories;
    private final SummaryLength summaries;

    ArticleRoutes(ReadingStores stores) {
        this.articles = stores.articles();
        this.texts = stores.texts();
        this.links = stores.links();
        this.stories = stores.stories();
        this.summaries = new SummaryLength(stores.texts());
    }

    /** Handles {@code GET /v1/articles/{id}}; the stored summary is short, others are made of the stored text. */
    Answer one(Request request) {
        Parameters parameters = new Parameters(request, Set.of("length"));
        Length length = SummaryLength.of(parameters);
        return parameters.problem().orElseGet(() -> found(request)
                .map(article -> {
                    ObjectNode json = ArticleView.json(summaries.of(article, length));
                    PlacementFields.add(
                            json, stories.placements(List.of(article.id())).get(article.id()));
                    return Answer.json(200, json);
                })
                .orElseGet(() -> missing(request)));
    }

    /**
     * Handles {@code GET /v1/articles/{id}/text}; offsets of summaries and mentions refer to the plain text. A text never
     * changes under its key, so its validator is known before it is read.
     */
    Answer text(Request request) {
        Parameters parameters = new Parameters(request, Set.of("format"));
        TextFormat format = TextFormat.of(request, parameters);
        return parameters.problem().orElseGet(() -> found(request)
                .flatMap(article -> text(request, format, article.textKey()))
                .orElseGet(() -> missing(request)));
    }

    private Optional<Answer> text(Request request, TextFormat format, String key) {
        String etag = Answer.etag(format + " " + WRITERS + " " + key);
        Optional<Answer> known = Answer.known(request, etag);
        return known.isPresent()
                ? known.map(answer -> answer.with("vary", "accept"))
                : texts.get(key).map(parsed -> traced(fitting(format.answer(parsed), parsed), parsed)
                        .with("vary", "accept")
                        .tagged(etag));
    }

    /** Handles {@code GET /v1/articles/{id}/rights}: the verdicts, and the statements kept in the library. */
    Answer rights(Request request) {
        return found(request)
                .map(article -> Answer.json(
                        200,
                        RightsView.json(texts.get(article.textKey())
                                .map(parsed -> parsed.provenance().rights())
                                .orElse(article.provenance().rights()))))
                .orElseGet(() -> missing(request));
    }

    /** Names the poll or push that found the document, for the log lines of those who carry it on. */
    private static Answer traced(Answer answer, ParsedArticle parsed) {
        TraceId trace = parsed.provenance().trace();
        return trace == null ? answer : answer.with(Answer.TRACE, trace.value());
    }

    private Answer fitting(Answer text, ParsedArticle parsed) {
        return text.fitsEvent() ? text : Answer.empty(303).with("location", links.link(parsed.key()));
    }

    private Optional<Article> found(Request request) {
        String id = request.variable("id");
        return ArticleId.isValid(id) ? articles.get(new ArticleId(id)) : Optional.empty();
    }

    private static Answer missing(Request request) {
        return Problem.notFound("there is no article " + Problem.cut(request.variable("id")));
    }
}
