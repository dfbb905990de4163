package app.lede.article;

import java.util.Locale;

/** Accessibility of the article at its address at the last check. */
public enum Access {
    /** The page shows the article, or the document was uploaded. */
    OPEN,
    /** The page is gone (404, 410); the text is that of an earlier fetch, or the feed's. */
    GONE,
    /** The page shows no article; the text is the feed's own. */
    FEED_ONLY;

    /** Spells it as in the API: {@code open}, {@code gone}, {@code feed-only}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Reads a label; anything else is an IllegalArgumentException. */
    public static Access ofLabel(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
