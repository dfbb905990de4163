package app.lede.local.command.jsonlines;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Fields present in every article record, null if unknown. */
public final class RecordFields {

    private static final List<String> NULL_IF_UNKNOWN = List.of("url", "headline", "datePublished", "inLanguage");

    private RecordFields() {}

    /** Adds the missing fields of an article's record as null. */
    public static ObjectNode complete(ObjectNode article) {
        NULL_IF_UNKNOWN.stream().filter(name -> !article.has(name)).forEach(article::putNull);
        return article;
    }
}
