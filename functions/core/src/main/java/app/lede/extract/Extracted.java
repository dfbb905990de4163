package app.lede.extract;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An article: its text and what its document says about it. Every text is made of the document's own.
 *
 * @param headline the article's title without the site's name
 * @param alternativeHeadline another title the document gives the article, where it differs
 * @param description the document's own summary
 * @param blocks the body in reading order, without the headline; never empty
 * @param text the blocks joined, paragraphs by a blank line, items of one list by a line end; never blank
 * @param authors people (an organisation only where the document names no person), in the document's order
 * @param language BCP 47, as declared
 * @param image absolute URL
 * @param declaredUrl what the document calls its own address (rel=canonical, og:url): absolute, otherwise as it stands there
 * @param isAccessibleForFree whether the whole text can be read without paying, where the document says so
 * @param relatedLinks other articles the body pointed to: the absolute URL, or the line where there is no link
 * @param wordCount words of {@code text}; in scripts written without spaces two characters count as one
 * @param confidence how sure the extractor is of the text, 0 to 1
 */
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
        Trace trace)
        implements Extraction {

    public Extracted {
        blocks = List.copyOf(blocks);
        requireNonNull(text, "text");
        authors = List.copyOf(authors);
        keywords = List.copyOf(keywords);
        relatedLinks = List.copyOf(relatedLinks);
        requireNonNull(trace, "trace");
    }

    /**
     * This article with some of its blocks alone.
     *
     * @param kept blocks of this article, in its order; not empty
     * @param reason why the others are left out, for the trace
     */
    public Extracted keeping(List<Block> kept, String reason) {
        String keptText = ArticleText.join(kept);
        return new Extracted(
                headline,
                alternativeHeadline,
                description,
                kept,
                keptText,
                authors,
                publisher,
                datePublished,
                dateModified,
                language,
                section,
                keywords,
                image,
                declaredUrl,
                isAccessibleForFree,
                relatedLinks,
                Words.count(keptText),
                confidence,
                trace.dropping(without(kept), reason));
    }

    /** The blocks that are not among the kept, by identity: a line may stand twice and be kept once. */
    private List<Block> without(List<Block> kept) {
        Set<Block> staying = Collections.newSetFromMap(new IdentityHashMap<>());
        staying.addAll(kept);
        return blocks.stream().filter(block -> !staying.contains(block)).toList();
    }
}
