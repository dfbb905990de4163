package app.lede.api;

import app.lede.article.Article;
import app.lede.article.ArticleId;
import app.lede.article.ArticleStore;
import app.lede.article.ArticleTexts;
import app.lede.publish.ArticleView;
import java.util.Optional;

/** Routes of one article: its record and its text. Thread safe. */
final class ArticleRoutes {

    /** Lambda answers with 6 MB at most. */
    private static final int MOST_TEXT = 5_000_000;

    private final ArticleStore articles;
    private final ArticleTexts texts;
    private final TextLinks links;

    ArticleRoutes(ArticleStore articles, ArticleTexts texts, TextLinks links) {
        this.articles = articles;
        this.texts = texts;
        this.links = links;
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
