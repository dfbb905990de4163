package app.lede.summary;

import org.jspecify.annotations.Nullable;

/** Says what an article says, briefly. Implementations are thread safe and never claim what the text does not. */
public interface Summariser {

    /**
     * Summarises one article.
     *
     * @param text the article's body: paragraphs joined by blank lines
     * @param language BCP 47 primary tag, where known
     * @param headline where known; it is not repeated in the summary
     */
    Summary summarise(String text, @Nullable String language, @Nullable String headline);
}
