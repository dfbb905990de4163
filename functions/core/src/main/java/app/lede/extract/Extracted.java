package app.lede.extract;

import java.util.List;
import org.jspecify.annotations.Nullable;

public record Extracted(
        @Nullable String headline,
        @Nullable String alternativeHeadline,
        @Nullable String description,
        List<Block> blocks,
        String text,
        List<String> authors,
        @Nullable String publisher,
        @Nullable PublishedDate datePublished,
        @Nullable PublishedDate dateModified,
        @Nullable String language,
        @Nullable String section,
        List<String> keywords,
        @Nullable String image,
        @Nullable String declaredUrl,
        @Nullable Boolean isAccessibleForFree,
        List<String> relatedLinks,
        int wordCount,
        double confidence,
        Trace trace) {}
