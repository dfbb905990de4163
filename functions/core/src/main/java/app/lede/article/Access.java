package app.lede.article;

import java.util.Locale;

/** Accessibility of the article at its address at the last check, and so of the text that is stored. */
public enum Access {
    /** The page shows the article, or the document was uploaded. */
    OPEN,
    /** The page shows the article, but only so many of them to one reader. */
    METERED,
    /** The page shows a part of the article, and the rest to subscribers or registered readers. */
    WALLED,
    /** The text breaks off, as before a link to continue reading. */
    TRUNCATED,
    /** The page answered 402 and names a price, which is never paid. */
    PRICED,
    /** The page asked for proof of a human reader. */
    CHALLENGED,
    /** The page asked for consent. */
    CONSENT,
    /** The page is gone (404, 410); the text is that of an earlier fetch, or the feed's. */
    GONE,
    /** The page shows no article; the text is the feed's own. */
    FEED_ONLY;

    /** Tests whether the stored text is the article, and not a stub of it that stands in its place. */
    public boolean isWhole() {
        return switch (this) {
            case OPEN, METERED, GONE, FEED_ONLY -> true;
            case WALLED, TRUNCATED, PRICED, CHALLENGED, CONSENT -> false;
        };
    }

    /** Spells it as in the API, for example {@code feed-only}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Reads a label; anything else is an IllegalArgumentException. */
    public static Access ofLabel(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
