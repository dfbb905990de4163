package app.lede.publish;

import app.lede.json.OptionalFields;
import app.lede.rights.Use;
import app.lede.rights.Verdict;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Prepares public records for feeds, alerts and exports, which pass them on to others: what the publisher denies or prices is
 * left out, and named in {@code withheld}. Thread safe.
 */
public final class Release {

    /** The field of an export that has the text. */
    public static final String BODY = "articleBody";

    private Release() {}

    /** Returns the records for a feed or table: without those that may not be listed, and without summaries that may not be shown. */
    public static List<ObjectNode> listed(List<ObjectNode> articles) {
        return articles.stream()
                .filter(article -> !isRestricted(article, Use.SEARCH))
                .map(Release::summarised)
                .toList();
    }

    /** Returns a record without its summary, description and passage, if they may not be shown. */
    public static ObjectNode summarised(ObjectNode article) {
        if (!isRestricted(article, Use.SUMMARY)) {
            return article;
        }
        ObjectNode cut = article.deepCopy();
        cut.remove("description");
        cut.remove("passage");
        if (cut.path("summary") instanceof ObjectNode summary) {
            summary.putArray("sentences");
        }
        return withheld(cut, "summary");
    }

    /**
     * Returns the record of an export with its text, which is left out if it may not be used for training; empty if the article
     * may not be listed.
     */
    public static Optional<ObjectNode> exported(ObjectNode article, String text) {
        if (isRestricted(article, Use.SEARCH)) {
            return Optional.empty();
        }
        ObjectNode released = summarised(article);
        return Optional.of(isRestricted(article, Use.AI_TRAIN) ? withheld(released, BODY) : released.put(BODY, text));
    }

    private static boolean isRestricted(ObjectNode article, Use use) {
        @Nullable String verdict = OptionalFields.find(article.path("rights"), use.label());
        return Verdict.DENIED.label().equals(verdict) || Verdict.PRICED.label().equals(verdict);
    }

    private static ObjectNode withheld(ObjectNode article, String field) {
        ArrayNode withheld = article.withArray("withheld");
        withheld.add(field);
        return article;
    }
}
