package app.lede.article;

import java.util.Locale;

/** Bands of {@link Metadata#confidence()}, in which articles are filtered and counted. */
public enum Confidence {
    /** 0.9 or more: page and markup agree on what the text is. */
    HIGH(0.9),
    /** 0.7 or more: nothing confirms the text, as in plain text or text taken from scripts, or parts of it are in doubt. */
    MEDIUM(0.7),
    /** Below 0.7: much of the text may not be the article's. */
    LOW(0);

    private final double least;

    Confidence(double least) {
        this.least = least;
    }

    /** Returns the band of a confidence, 0 to 1. */
    public static Confidence of(double confidence) {
        return confidence >= HIGH.least ? HIGH : confidence >= MEDIUM.least ? MEDIUM : LOW;
    }

    /** Spells it as in the API, for example {@code high}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
