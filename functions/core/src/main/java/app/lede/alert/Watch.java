package app.lede.alert;

/** Occasions of a search's alerts; each has a state of its own. */
public enum Watch {
    /** Articles that arrive. */
    ARRIVALS,
    /** Articles that their publishers change. */
    EDITS,
    /** Articles that arrive, told in digests. */
    DIGEST
}
