package app.lede.article;

/** What became of an article that was offered to the store. */
public enum Standing {
    /** It now speaks for its id (or did already: this very document had stored it). */
    STORED,
    /** Another document had said the same; only the precedence may have risen. */
    UNCHANGED,
    /** Something of higher precedence stands there and stays. */
    SUPERSEDED
}
