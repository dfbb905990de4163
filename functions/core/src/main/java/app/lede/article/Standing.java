package app.lede.article;

/** Names the result of offering an article to the store. */
public enum Standing {
    /** It is the current revision, or was already: this document stored it. */
    STORED,
    /** Duplicate of the current revision; at most the precedence has risen. */
    UNCHANGED,
    /** Ranks below the current revision, which stays. */
    SUPERSEDED,
    /** The article was deleted; nothing revives it. */
    DELETED
}
