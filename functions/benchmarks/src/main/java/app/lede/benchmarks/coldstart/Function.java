package app.lede.benchmarks.coldstart;

import java.util.Arrays;
import java.util.Optional;

/** Functions whose cold start is measured, with the event they start with and what a right start logs or answers. */
enum Function {
    PARSE_DOCUMENT(
            "parse-document",
            "app.lede.parsedocument.ParseDocumentHandler",
            "parse-document/plain-html.json",
            "\"outcome\":\"parsed\""),
    SUMMARISE_ARTICLE(
            "summarise-article",
            "app.lede.summarisearticle.SummariseArticleHandler",
            "summarise-article/new-article.json",
            "\"outcome\":\"stored\""),
    QUERY_ARTICLES(
            "query-articles",
            "app.lede.queryarticles.QueryArticlesHandler",
            "query-articles/list-articles.json",
            "\"statusCode\":200");

    private final String label;
    private final String handler;
    private final String event;
    private final String sign;

    Function(String label, String handler, String event, String sign) {
        this.label = label;
        this.handler = handler;
        this.event = event;
        this.sign = sign;
    }

    static Optional<Function> called(String label) {
        return Arrays.stream(values())
                .filter(known -> known.label.equals(label))
                .findFirst();
    }

    String label() {
        return label;
    }

    String handler() {
        return handler;
    }

    /** Returns the event's file, below the repository's {@code events}. */
    String event() {
        return event;
    }

    /** Returns text that the log or the answer of a right start holds. */
    String sign() {
        return sign;
    }
}
