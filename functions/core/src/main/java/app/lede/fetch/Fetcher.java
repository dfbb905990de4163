package app.lede.fetch;

/**
 * Requests URLs over HTTP and follows allowed redirects. Reports every failure of the other side as a {@link
 * FetchOutcome}. Thread safe.
 */
public interface Fetcher {

    /** Requests a URL; blocks at most for the implementation's total time limit. */
    FetchOutcome fetch(FetchRequest request);
}
