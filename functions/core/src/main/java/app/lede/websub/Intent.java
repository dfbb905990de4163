package app.lede.websub;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A hub's request to a callback (WebSub, sections 5.2 and 5.3). */
public sealed interface Intent {

    /**
     * Verification of a subscription.
     *
     * @param challenge echoed in the response to confirm
     * @param lease duration of the subscription; empty if absent or invalid
     */
    record Subscribe(String topic, String challenge, Optional<Duration> lease) implements Intent {}

    /** The hub denied or ended the subscription. */
    record Denied(String topic, String reason) implements Intent {}

    /** Any other mode, such as verification of an unsubscription, which is never requested. */
    record Other(String mode) implements Intent {}

    int MAX_CHALLENGE = 2_048;
    int MAX_REASON = 200;

    /** Parses a query; the first of repeated parameters counts. */
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
