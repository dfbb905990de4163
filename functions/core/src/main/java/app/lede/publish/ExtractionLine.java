package app.lede.publish;

import app.lede.enrich.FactFinder;
import app.lede.enrich.Mention;
import app.lede.extract.Extracted;
import app.lede.extract.Extraction;
import app.lede.json.Json;
import app.lede.json.OptionalFields;
import app.lede.summary.Summary;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * Writes an extraction as the record that {@code lede extract} prints: the fields of {@link ArticleView}, the text, what the
 * document declares as its address ({@code canonicalUrl}), and {@code outcome}, which is {@code extracted} or the name of
 * the problem.
 *
 * <p>Thread safe.
 */
public final class ExtractionLine {

    private ExtractionLine() {}

    /**
     * Writes the record, without facts found in the text.
     *
     * @param id the caller's id of the document
     * @param file its file, if any
     * @param url the article's address, if it has one
     * @param trace whether to include the trace
     */
    public static ObjectNode json(
            String id, @Nullable String file, @Nullable String url, Extraction extraction, boolean trace) {
        ObjectNode line = Json.object();
        line.put("id", id);
        OptionalFields.put(line, "file", file);
        OptionalFields.put(line, "url", url);
        switch (extraction) {
            case Extracted article -> {
                ArticleFields.metadata(line, article.metadata());
                OptionalFields.put(line, "inLanguage", article.language());
                OptionalFields.put(line, "canonicalUrl", article.declaredUrl());
                line.put("articleBody", article.text());
                line.put("access", article.access().access().label());
                OptionalFields.put(line, "accessReason", article.access().reason());
                line.put("outcome", "extracted");
                if (trace) {
                    line.set("trace", Json.tree(article.trace()));
                }
            }
            case Extraction.Nothing nothing -> {
                line.put("outcome", nothing.problem().outcome());
                line.put("detail", nothing.detail());
                line.put("access", nothing.access().label());
            }
        }
        return line;
    }

    /**
     * Adds language, mentions, further facts and summary of an extracted article.
     *
     * @param language as declared or detected; null if unknown
     */
    public static void addFacts(ObjectNode line, @Nullable String language, FactFinder.Found found, Summary summary) {
        OptionalFields.put(line, "inLanguage", language);
        OptionalFields.putAll(line, "countries", Mention.countries(found.mentions()));
        ArticleFields.mentions(line, found.mentions());
        ArticleFields.facts(line, found.facts());
        ArticleFields.summary(line, summary);
    }
}
