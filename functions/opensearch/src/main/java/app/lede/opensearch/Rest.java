package app.lede.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/** Sends requests to a cluster's REST API; signing is the implementation's. Thread safe. */
@FunctionalInterface
public interface Rest {

    /**
     * A response of any status.
     *
     * @param body JSON; missing if the response has none
     */
    record Reply(int status, JsonNode body) {}

    /**
     * Sends a request.
     *
     * @param path with query, from the root
     * @param body JSON, or lines of JSON for {@code _bulk}; empty for none
     */
    Reply send(String method, String path, String body) throws IOException;
}
