package app.lede.rights;

import app.lede.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * Reads {@code /.well-known/tdmrep.json} of the TDM Reservation Protocol: a list of rules, of which the first whose location
 * matches applies. Thread safe; never fails.
 */
public final class TdmFile {

    /** Path of the file on each host. */
    public static final String PATH = "/.well-known/tdmrep.json";

    private static final int MAX_RULES = 5_000;

    private TdmFile() {}

    /** Returns the statement for a page as evidence, such as {@code 1; policy=https://...}; empty without one. */
    public static Optional<String> statement(byte[] json, String page) {
        String path = RslDocument.path(page);
        int rules = 0;
        for (JsonNode rule : rules(json)) {
            JsonNode reservation = rule.path("tdm-reservation");
            if (rules++ < MAX_RULES
                    && new PathPattern(rule.path("location").asText("")).matches(path)
                    && reservation.isValueNode()) {
                String policy = rule.path("tdm-policy").asText("");
                return Optional.of(reservation.asText() + (policy.isEmpty() ? "" : "; policy=" + policy));
            }
        }
        return Optional.empty();
    }

    private static Iterable<JsonNode> rules(byte[] json) {
        try {
            return Json.read(json);
        } catch (IllegalArgumentException e) {
            // A page of the site in place of the file, mostly.
            return List.of();
        }
    }
}
