package app.lede.search;

import java.util.Locale;

/** Order of a list of articles. Ties are in ascending order of ids. */
public enum Sort {
    /** Latest publication first; {@link SearchDocument#published()}. */
    NEWEST,
    /** Earliest publication first. */
    OLDEST,
    /** Best match first; with neither words nor example, the newest. */
    RELEVANCE,
    /** Latest arrival first. */
    ARRIVAL,
    /** Earliest change first. */
    CHANGED;

    /** Spells it as in the API. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
