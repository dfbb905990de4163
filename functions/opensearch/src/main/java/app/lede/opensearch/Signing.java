package app.lede.opensearch;

import java.net.URI;
import java.util.List;
import java.util.Map;

/** Signs requests to a cluster. Thread safe. */
@FunctionalInterface
public interface Signing {

    /** Sends requests as they are: to a node on this machine, or a cluster behind a proxy that signs. */
    Signing NONE = (method, target, body) -> Map.of();

    /**
     * Returns the headers to add to a request with {@code content-type: application/json}.
     *
     * @param body empty for none
     */
    Map<String, List<String>> headers(String method, URI target, byte[] body);
}
