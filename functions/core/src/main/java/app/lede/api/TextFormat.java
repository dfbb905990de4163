package app.lede.api;

import app.lede.article.ParsedArticle;
import app.lede.publish.text.HtmlWriter;
import app.lede.publish.text.MarkdownWriter;
import java.util.Arrays;
import java.util.List;

/** Formats of an article's text, chosen by the parameter {@code format} or else by Accept. */
enum TextFormat {
    TEXT("text", "text/plain"),
    MARKDOWN("markdown", "text/markdown"),
    HTML("html", "text/html");

    private static final List<String> MEDIA_TYPES =
            Arrays.stream(values()).map(format -> format.mediaType).toList();

    private final String label;
    private final String mediaType;

    TextFormat(String label, String mediaType) {
        this.label = label;
        this.mediaType = mediaType;
    }

    /** Returns the format of the request; an unknown {@code format} is a fault. */
    static TextFormat of(Request request, Parameters parameters) {
        return parameters
                .choice("format", List.of(values()), format -> format.label)
                .orElseGet(() -> ofMediaType(
                        Negotiation.preferred(request.header("accept").orElse(""), MEDIA_TYPES)));
    }

    private static TextFormat ofMediaType(String mediaType) {
        return values()[MEDIA_TYPES.indexOf(mediaType)];
    }

    /** Answers with the text; HTML comes with a policy that lets nothing in it load or run. */
    Answer answer(ParsedArticle article) {
        Answer answer = Answer.text(
                200,
                mediaType + "; charset=utf-8",
                switch (this) {
                    case TEXT -> article.text();
                    case MARKDOWN -> MarkdownWriter.write(article.metadata().headline(), article.blocks());
                    case HTML -> HtmlWriter.write(article.metadata().headline(), article.language(), article.blocks());
                });
        return this == HTML ? answer.with("content-security-policy", "sandbox; default-src 'none'") : answer;
    }
}
