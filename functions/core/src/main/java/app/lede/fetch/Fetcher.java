package app.lede.fetch;

/** The way out to the web: asks for one URL, follows the redirects it may, never throws for what the other side did. */
public interface Fetcher {

    /** Blocks for as long as the implementation's total limit; safe to call from several threads. */
    FetchOutcome fetch(FetchRequest request);
}
