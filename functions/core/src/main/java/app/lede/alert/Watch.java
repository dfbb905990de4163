package app.lede.alert;

/** What alerts of a search watch; each has a state of its own. */
public enum Watch {
    /** Articles that arrive. */
    ARRIVALS,
    /** Articles that their publishers change. */
    EDITS,
    /** Articles that arrive, told in digests. */
    DIGEST
}
