package app.lede.aws;

import app.lede.fetch.AllowedAddresses;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * A function's environment variables and clock. No other class reads either.
 *
 * @param variables by name
 * @param clock the system's, except in tests
 * @param watch of the AWS calls; none on Lambda
 */
public record Environment(Map<String, String> variables, InstantSource clock, Optional<CallWatch> watch) {

    public Environment {
        variables = Map.copyOf(variables);
    }

    /** Creates an environment whose AWS calls nobody watches. */
    public Environment(Map<String, String> variables, InstantSource clock) {
        this(variables, clock, Optional.empty());
    }

    /** Returns the environment of this process, as set by Lambda. */
    public static Environment ofProcess() {
        return new Environment(System.getenv(), InstantSource.system());
    }

    /**
     * Returns a required variable.
     *
     * @throws IllegalStateException if it is missing; the message names it
     */
    public String require(String name) {
        return find(name)
                .orElseThrow(() -> new IllegalStateException(
                        "environment variable " + name + " is not set; infrastructure/template.yaml sets it"));
    }

    /** Returns a required variable as a number of days. */
    public Duration days(String name) {
        return Duration.ofDays(Long.parseLong(require(name)));
    }

    /** Returns the private addresses that may be fetched from, none when deployed. */
    public AllowedAddresses allowedAddresses() {
        return AllowedAddresses.parse(find("ALLOWED_ADDRESSES").orElse(""));
    }

    /** Returns an optional variable; blank counts as missing. */
    public Optional<String> find(String name) {
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
    }
}
