package app.lede.fetch;

import java.util.Map;

/** Signs requests, so that a site can tell whose they are. Thread safe. */
@FunctionalInterface
public interface RequestSigner {

    /** Signs nothing. */
    RequestSigner NONE = url -> Map.of();

    /** Returns the header fields that sign a request; called for each hop of a redirect chain, with its own address. */
    Map<String, String> headers(WebUrl url);
}
