package app.lede.search.segments;

/** Thrown when other writers won every attempt at a commit; nothing was written, and the batch may be retried. */
public final class CommitFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    CommitFailed(String manifest, int attempts) {
        super(manifest + " changed during each of " + attempts + " attempts to commit");
    }
}
