package app.lede.local.wiring;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Looks at every exchange of the HTTP API before the answer goes out. Found by {@link java.util.ServiceLoader}; the tests
 * have one that holds answers against openapi.yaml, the product has none. Thread safe.
 */
public interface ApiWatch {

    /** Throws an AssertionError where the answer may not go out; the client then gets 500. */
    void saw(JsonNode event, JsonNode answer);
}
