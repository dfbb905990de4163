package app.lede.extract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a page says about its article, before the body is known. The components are those of {@link Extracted}. */
record Metadata(
        @Nullable String headline,
        @Nullable String alternativeHeadline,
        @Nullable String description,
        List<String> authors,
        @Nullable String publisher,
        @Nullable PublishedDate datePublished,
        @Nullable PublishedDate dateModified,
        @Nullable String language,
        @Nullable String section,
        List<String> keywords,
        @Nullable String image,
        @Nullable String declaredUrl,
        @Nullable Boolean isAccessibleForFree) {}
