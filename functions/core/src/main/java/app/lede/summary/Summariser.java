package app.lede.summary;

import org.jspecify.annotations.Nullable;

/** Summarises articles. Implementations are thread safe and never state anything that the text does not. */
public interface Summariser {

    /**
     * Summarises one article in at most 60 words.
     *
     * @param text the article's body, paragraphs separated by blank lines
     * @param language BCP 47 primary tag, if known
     * @param headline not repeated in the summary; if known
     */
    Summary summarise(String text, @Nullable String language, @Nullable String headline);
}
