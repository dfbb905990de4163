package app.lede.article;

import app.lede.extract.Extracted;
import app.lede.extract.PublishedDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a document says about itself, without its text. Names are those of schema.org's NewsArticle where it has one; null
 * means that the document does not say.
 *
 * @param confidence from 0 to 1: how sure the extractor is of the text that goes with this
 */
public record Metadata(
        @Nullable String headline,
        @Nullable String alternativeHeadline,
        @Nullable String description,
        List<String> authors,
        @Nullable String publisher,
        @Nullable PublishedDate datePublished,
        @Nullable PublishedDate dateModified,
        @Nullable String section,
        List<String> keywords,
        @Nullable String image,
        @Nullable Boolean isAccessibleForFree,
        List<String> relatedLinks,
        int wordCount,
        double confidence) {

    public Metadata {
        authors = List.copyOf(authors);
        keywords = List.copyOf(keywords);
        relatedLinks = List.copyOf(relatedLinks);
    }

    public static Metadata of(Extracted extracted) {
        return new Metadata(
                extracted.headline(),
                extracted.alternativeHeadline(),
                extracted.description(),
                extracted.authors(),
                extracted.publisher(),
                extracted.datePublished(),
                extracted.dateModified(),
                extracted.section(),
                extracted.keywords(),
                extracted.image(),
                extracted.isAccessibleForFree(),
                extracted.relatedLinks(),
                extracted.wordCount(),
                extracted.confidence());
    }
}
