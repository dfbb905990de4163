package app.lede.article;

import app.lede.text.InvisibleText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Describes an article without its text. Names are those of schema.org's NewsArticle where it has one; null means that the
 * document does not say. Build one with {@link #builder()}.
 *
 * @param headline the article's title without the site's name
 * @param alternativeHeadline another title the document gives the article, where it differs
 * @param description the document's own summary
 * @param authors people (an organisation only where the document names no person), in the document's order
 * @param image absolute URL
 * @param isAccessibleForFree whether the whole text can be read without paying, where the document says so
 * @param relatedLinks other articles the body pointed to: the absolute URL, or the line where there is no link
 * @param wordCount words of the article's text; in scripts written without spaces two characters count as one
 * @param confidence how sure the extractor is of the text, 0 to 1
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

    /** Starts with nothing known: nulls, empty lists, no words, no confidence. */
    public static MetadataBuilder builder() {
        return new MetadataBuilder();
    }

    /** Returns a builder with these values. */
    public MetadataBuilder toBuilder() {
        return new MetadataBuilder()
                .headline(headline)
                .alternativeHeadline(alternativeHeadline)
                .description(description)
                .authors(authors)
                .publisher(publisher)
                .datePublished(datePublished)
                .dateModified(dateModified)
                .section(section)
                .keywords(keywords)
                .image(image)
                .isAccessibleForFree(isAccessibleForFree)
                .relatedLinks(relatedLinks)
                .wordCount(wordCount)
                .confidence(confidence);
    }

    /** Fills each gap of this metadata from another; related links, word count and confidence stay. */
    public Metadata orElse(Metadata other) {
        return toBuilder()
                .headline(or(headline, other.headline))
                .alternativeHeadline(or(alternativeHeadline, other.alternativeHeadline))
                .description(or(description, other.description))
                .authors(authors.isEmpty() ? other.authors : authors)
                .publisher(or(publisher, other.publisher))
                .datePublished(or(datePublished, other.datePublished))
                .dateModified(or(dateModified, other.dateModified))
                .section(or(section, other.section))
                .keywords(keywords.isEmpty() ? other.keywords : keywords)
                .image(or(image, other.image))
                .isAccessibleForFree(or(isAccessibleForFree, other.isAccessibleForFree))
                .build();
    }

    /** Returns the same metadata without hidden characters, see {@link InvisibleText}. */
    public Metadata visible() {
        return toBuilder()
                .headline(visible(headline))
                .alternativeHeadline(visible(alternativeHeadline))
                .description(visible(description))
                .authors(visible(authors))
                .publisher(visible(publisher))
                .section(visible(section))
                .keywords(visible(keywords))
                .build();
    }

    private static @Nullable String visible(@Nullable String text) {
        return text == null ? null : InvisibleText.strip(text);
    }

    private static List<String> visible(List<String> texts) {
        return texts.stream().map(InvisibleText::strip).toList();
    }

    private static <T> @Nullable T or(@Nullable T first, @Nullable T second) {
        return first == null ? second : first;
    }
}
