package app.lede.websub;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a hub asks or says at a callback (sections 5.2 and 5.3). */
public sealed interface Intent {

    /**
     * Is this subscription meant?
     *
     * @param challenge to be said back by whoever meant it
     * @param lease how long the hub will push; empty where it does not say or says nonsense
     */
    record Subscribe(String topic, String challenge, Optional<Duration> lease) implements Intent {}

    /** The hub will not push, or no longer. */
    record Denied(String topic, String reason) implements Intent {}

    /** Anything else, ending a subscription included: nobody here asks a hub for that. */
    record Other(String mode) implements Intent {}

    int MAX_CHALLENGE = 2_048;
    int MAX_REASON = 200;

    /** Reads the query of a request; a parameter that comes twice counts the first time. */
    static Intent of(Map<String, List<String>> query) {
        String mode = first(query, "hub.mode");
        String topic = first(query, "hub.topic");
        String challenge = first(query, "hub.challenge");
        return switch (mode) {
            case "subscribe" ->
                challenge.isEmpty() || challenge.length() > MAX_CHALLENGE
                        ? new Other("subscribe without a challenge")
                        : new Subscribe(topic, challenge, seconds(first(query, "hub.lease_seconds")));
            case "denied" -> new Denied(topic, shortened(first(query, "hub.reason")));
            default -> new Other(shortened(mode));
        };
    }

    private static String first(Map<String, List<String>> query, String name) {
        return query.getOrDefault(name, List.of()).stream().findFirst().orElse("");
    }

    private static Optional<Duration> seconds(String text) {
        boolean number = !text.isEmpty() && text.length() <= 9 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? Optional.of(Duration.ofSeconds(Long.parseLong(text))) : Optional.empty();
    }

    private static String shortened(String text) {
        return text.length() > MAX_REASON ? text.substring(0, MAX_REASON) : text;
    }
}
