package app.lede.local.command.lines;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The fields a reader of article records may count on, so that a program need not ask whether they are there. */
public final class RecordFields {

    private static final List<String> NULL_IF_UNKNOWN = List.of("url", "headline", "datePublished", "inLanguage");

    private RecordFields() {}

    /** Gives an article's record the fields that are null where the document does not say. */
    public static ObjectNode complete(ObjectNode article) {
        NULL_IF_UNKNOWN.stream().filter(name -> !article.has(name)).forEach(article::putNull);
        return article;
    }
}
