package app.lede.aws;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * What surrounds a function: the variables its template sets, and the time. Nothing else reads either.
 *
 * @param variables by name
 * @param clock the system's, except in tests
 */
public record Environment(Map<String, String> variables, InstantSource clock) {

    public Environment {
        variables = Map.copyOf(variables);
    }

    /** The environment of this process, as Lambda sets it. */
    public static Environment ofProcess() {
        return new Environment(System.getenv(), InstantSource.system());
    }

    /**
     * A variable that the template must set.
     *
     * @throws IllegalStateException if it is missing; the message names it
     */
    public String require(String name) {
        return find(name)
                .orElseThrow(() -> new IllegalStateException(
                        "environment variable " + name + " is not set; infrastructure/template.yaml sets it"));
    }

    /** A variable that the template must set to a number of days. */
    public Duration days(String name) {
        return Duration.ofDays(Long.parseLong(require(name)));
    }

    /** A variable that may be missing; blank counts as missing. */
    public Optional<String> find(String name) {
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
    }
}
