package app.lede.article;

import java.util.Locale;

/** Origin of an article's text. */
public enum TextFrom {
    /** A page fetched from the web. */
    PAGE,
    /** A feed entry's own content or summary. */
    FEED,
    /** An uploaded document. */
    UPLOAD;

    /** Spells it as in the API: {@code page}, {@code feed}, {@code upload}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads a label; anything else is an IllegalArgumentException. */
    public static TextFrom ofLabel(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
