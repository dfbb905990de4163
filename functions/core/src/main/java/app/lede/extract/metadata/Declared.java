package app.lede.extract.metadata;

import app.lede.article.Metadata;
import app.lede.extract.Extracted;
import org.jspecify.annotations.Nullable;

/**
 * Declarations of a document about its article, read before the body is known.
 *
 * @param article the metadata; without related links, word count and confidence
 * @param language BCP 47
 * @param url the document's own name for its address, as in {@link Extracted#declaredUrl()}
 */
public record Declared(
        Metadata article,
        @Nullable String language,
        @Nullable String url) {

    public static Declared headline(@Nullable String headline) {
        return new Declared(Metadata.builder().headline(headline).build(), null, null);
    }

    /** Fills each gap from another. */
    public Declared orElse(Declared other) {
        return new Declared(
                article.orElse(other.article),
                language == null ? other.language : language,
                url == null ? other.url : url);
    }

    @Nullable
    public String headline() {
        return article.headline();
    }
}
