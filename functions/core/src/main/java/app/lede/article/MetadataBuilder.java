package app.lede.article;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds {@link Metadata} name by name. Not thread safe. */
public final class MetadataBuilder {

    private @Nullable String headline;
    private @Nullable String alternativeHeadline;
    private @Nullable String description;
    private List<String> authors = List.of();
    private @Nullable String publisher;
    private @Nullable PublishedDate datePublished;
    private @Nullable PublishedDate dateModified;
    private @Nullable String section;
    private List<String> keywords = List.of();
    private @Nullable String image;
    private @Nullable Boolean isAccessibleForFree;
    private List<String> relatedLinks = List.of();
    private int wordCount;
    private double confidence;

    MetadataBuilder() {}

    public MetadataBuilder headline(@Nullable String value) {
        headline = value;
        return this;
    }

    public MetadataBuilder alternativeHeadline(@Nullable String value) {
        alternativeHeadline = value;
        return this;
    }

    public MetadataBuilder description(@Nullable String value) {
        description = value;
        return this;
    }

    public MetadataBuilder authors(List<String> value) {
        authors = value;
        return this;
    }

    public MetadataBuilder publisher(@Nullable String value) {
        publisher = value;
        return this;
    }

    public MetadataBuilder datePublished(@Nullable PublishedDate value) {
        datePublished = value;
        return this;
    }

    public MetadataBuilder dateModified(@Nullable PublishedDate value) {
        dateModified = value;
        return this;
    }

    public MetadataBuilder section(@Nullable String value) {
        section = value;
        return this;
    }

    public MetadataBuilder keywords(List<String> value) {
        keywords = value;
        return this;
    }

    public MetadataBuilder image(@Nullable String value) {
        image = value;
        return this;
    }

    public MetadataBuilder isAccessibleForFree(@Nullable Boolean value) {
        isAccessibleForFree = value;
        return this;
    }

    public MetadataBuilder relatedLinks(List<String> value) {
        relatedLinks = value;
        return this;
    }

    public MetadataBuilder wordCount(int value) {
        wordCount = value;
        return this;
    }

    public MetadataBuilder confidence(double value) {
        confidence = value;
        return this;
    }

    public Metadata build() {
        return new Metadata(
                headline,
                alternativeHeadline,
                description,
                authors,
                publisher,
                datePublished,
                dateModified,
                section,
                keywords,
                image,
                isAccessibleForFree,
                relatedLinks,
                wordCount,
                confidence);
    }
}
