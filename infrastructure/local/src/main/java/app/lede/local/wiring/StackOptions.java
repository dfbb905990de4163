package app.lede.local.wiring;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Options of a stack.
 *
 * @param port the API's; S3, DynamoDB, SQS, Secrets Manager and SNS take the five after it. Free ports when absent
 * @param data folder for objects, tables and secrets; in memory if absent
 * @param allow addresses {@code host:port} on this machine that may be fetched
 * @param hostGaps seconds between requests, by {@code host:port}
 * @param chaos probability, 0 to 1, of each {@link Fault}
 * @param seed of the chaos
 * @param clock the time that events, ticks and functions see
 * @param parameters values for the template's parameters
 * @param signed whether routes that require IAM refuse calls without a valid signature
 */
public record StackOptions(
        Path template,
        OptionalInt port,
        Optional<Path> data,
        Set<String> allow,
        Map<String, Double> hostGaps,
        double chaos,
        long seed,
        InstantSource clock,
        Map<String, String> parameters,
        boolean signed) {

    public StackOptions {
        allow = Set.copyOf(allow);
        hostGaps = Map.copyOf(hostGaps);
        parameters = Map.copyOf(parameters);
        if (!(chaos >= 0 && chaos < 1)) {
            throw new IllegalArgumentException("chaos is a probability from 0 to below 1, not " + chaos);
        }
    }

    /** Creates the options of a stack that checks no signatures. */
    public StackOptions(
            Path template,
            OptionalInt port,
            Optional<Path> data,
            Set<String> allow,
            Map<String, Double> hostGaps,
            double chaos,
            long seed,
            InstantSource clock,
            Map<String, String> parameters) {
        this(template, port, data, allow, hostGaps, chaos, seed, clock, parameters, false);
    }

    /** Returns the options of the same stack, checking signatures. */
    public StackOptions checked() {
        return new StackOptions(template, port, data, allow, hostGaps, chaos, seed, clock, parameters, true);
    }

    /** Returns the options of a temporary stack on free ports without chaos. */
    public static StackOptions of(Path template) {
        return new StackOptions(
                template,
                OptionalInt.empty(),
                Optional.empty(),
                Set.of(),
                Map.of(),
                0,
                0,
                InstantSource.system(),
                Map.of());
    }
}
