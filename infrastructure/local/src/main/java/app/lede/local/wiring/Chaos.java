package app.lede.local.wiring;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Simulates at-least-once delivery at its worst, from a seed: duplicates, delays, reorders, and invocations that fail. One per
 * trigger; thread safe.
 */
final class Chaos {
    private static final int LONGEST_DELAY_MILLIS = 2000;

    private final double probability;
    private static final List<Fault> INVOCATION =
            List.of(Fault.LATE_INVOCATION, Fault.ERROR_INSTEAD, Fault.ERROR_AFTERWARDS);
    private static final List<Fault> REQUEST = List.of(
            Fault.LATE_INVOCATION,
            Fault.ERROR_INSTEAD,
            Fault.ERROR_AFTERWARDS,
            Fault.ANSWER_INSTEAD,
            Fault.ANSWER_AFTERWARDS);

    private final Random random;
    private final FaultCount count;

    /**
     * Creates the simulation.
     *
     * @param probability probability of each fault, 0 for none
     * @param count gets every fault
     */
    Chaos(double probability, long seed, FaultCount count) {
        this.probability = probability;
        this.random = new Random(seed);
        this.count = count;
    }

    /**
     * One delivery.
     *
     * @param after delay of the delivery
     */
    record Delivery<M>(List<M> messages, Duration after) {}

    /** Returns the deliveries of a received batch: at once in one piece, or shuffled, delayed and repeated. */
    synchronized <M> List<Delivery<M>> deliveries(List<M> batch) {
        if (probability == 0) {
            return List.of(new Delivery<>(batch, Duration.ZERO));
        }
        List<M> now = new ArrayList<>();
        List<Delivery<M>> deliveries = new ArrayList<>();
        for (M message : batch) {
            if (happens(Fault.LATE_MESSAGE)) {
                deliveries.add(new Delivery<>(List.of(message), delay()));
            } else {
                now.add(message);
            }
            if (happens(Fault.REPEATED_MESSAGE)) {
                deliveries.add(new Delivery<>(List.of(message), delay()));
            }
        }
        Collections.shuffle(now, random);
        if (!now.isEmpty()) {
            deliveries.add(new Delivery<>(now, Duration.ZERO));
        }
        return deliveries;
    }

    /** Decides whether a handled message stays unacknowledged and is delivered again. */
    synchronized boolean dropsBeforeAcknowledging() {
        return happens(Fault.UNACKNOWLEDGED);
    }

    /** Decides whether an invocation fails. */
    synchronized Optional<Fault> ofInvocation() {
        return one(INVOCATION);
    }

    /** Decides whether an invocation for a request of the HTTP API fails. */
    synchronized Optional<Fault> ofRequest() {
        return one(REQUEST);
    }

    private Optional<Fault> one(List<Fault> faults) {
        if (!happens()) {
            return Optional.empty();
        }
        Fault fault = faults.get(random.nextInt(faults.size()));
        count.add(fault);
        return Optional.of(fault);
    }

    private boolean happens(Fault fault) {
        boolean happens = happens();
        if (happens) {
            count.add(fault);
        }
        return happens;
    }

    private boolean happens() {
        return probability > 0 && random.nextDouble() < probability;
    }

    private Duration delay() {
        return Duration.ofMillis(1 + random.nextInt(LONGEST_DELAY_MILLIS));
    }
}
