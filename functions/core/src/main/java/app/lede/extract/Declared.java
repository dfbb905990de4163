package app.lede.extract;

import app.lede.article.Metadata;
import org.jspecify.annotations.Nullable;

/**
 * Declarations of a document about its article, read before the body is known.
 *
 * @param article the metadata; without related links, word count and confidence
 * @param language BCP 47
 * @param url the document's own name for its address, as in {@link Extracted#declaredUrl()}
 */
record Declared(
        Metadata article,
        @Nullable String language,
        @Nullable String url) {

    static Declared headline(@Nullable String headline) {
        return new Declared(Metadata.builder().headline(headline).build(), null, null);
    }

    /** Fills each gap from another. */
    Declared orElse(Declared other) {
        return new Declared(
                article.orElse(other.article),
                language == null ? other.language : language,
                url == null ? other.url : url);
    }

    @Nullable
    String headline() {
        return article.headline();
    }
}
