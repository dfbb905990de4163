package app.lede.extract;

import app.lede.article.Metadata;
import app.lede.article.PublishedDate;
import app.lede.json.Json;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Renders an extraction as a JSON line, as printed by {@code lede extract}. Names follow schema.org where it has them;
 * unknown values are omitted; {@code outcome} is {@code extracted} or the name of the problem.
 *
 * <p>Thread safe.
 */
public final class ExtractionLine {

    private ExtractionLine() {}

    /**
     * Returns the line, without a line break.
     *
     * @param id the caller's id of the document
     * @param file its file, if any
     * @param url the article's address, if it has one
     * @param trace whether to include the trace
     */
    public static String of(
            String id, @Nullable String file, @Nullable String url, Extraction extraction, boolean trace) {
        ObjectNode line = Json.object();
        line.put("id", id);
        put(line, "file", file);
        switch (extraction) {
            case Extracted article -> {
                put(line, "url", url);
                article(line, article);
                line.put("outcome", "extracted");
                if (trace) {
                    line.set("trace", Json.tree(article.trace()));
                }
            }
            case Extraction.Nothing nothing -> {
                put(line, "url", url);
                line.put("outcome", nothing.problem().outcome());
                line.put("detail", nothing.detail());
            }
        }
        return Json.text(line);
    }

    private static void article(ObjectNode line, Extracted article) {
        Metadata metadata = article.metadata();
        put(line, "headline", metadata.headline());
        put(line, "alternativeHeadline", metadata.alternativeHeadline());
        strings(line, "author", metadata.authors());
        put(line, "publisher", metadata.publisher());
        date(line, "datePublished", metadata.datePublished());
        date(line, "dateModified", metadata.dateModified());
        put(line, "inLanguage", article.language());
        put(line, "articleSection", metadata.section());
        strings(line, "keywords", metadata.keywords());
        put(line, "image", metadata.image());
        put(line, "canonicalUrl", article.declaredUrl());
        if (metadata.isAccessibleForFree() != null) {
            line.put("isAccessibleForFree", metadata.isAccessibleForFree());
        }
        put(line, "description", metadata.description());
        line.put("articleBody", article.text());
        line.put("wordCount", metadata.wordCount());
        strings(line, "relatedLink", metadata.relatedLinks());
        line.put("confidence", metadata.confidence());
    }

    private static void date(ObjectNode line, String name, @Nullable PublishedDate date) {
        if (date != null) {
            line.put(name, date.value());
            ObjectNode stated = line.putObject(name + "Stated");
            stated.put("raw", date.raw());
            stated.put("precision", date.precision().name().toLowerCase(Locale.ROOT));
            stated.put("source", date.source());
        }
    }

    private static void strings(ObjectNode line, String name, Iterable<String> values) {
        ArrayNode array = line.putArray(name);
        values.forEach(array::add);
    }

    private static void put(ObjectNode line, String name, @Nullable String value) {
        if (value != null) {
            line.put(name, value);
        }
    }
}
