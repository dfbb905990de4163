package app.lede.article;

/** Names the result of offering an article to the store. */
public enum Standing {
    /** The article is the current revision, stored by this document now or earlier. */
    STORED,
    /** Duplicate of the current revision; at most the precedence has risen. */
    UNCHANGED,
    /** Ranks below the current revision, which stays. */
    SUPERSEDED,
    /** The article was deleted; nothing revives it. */
    DELETED
}
