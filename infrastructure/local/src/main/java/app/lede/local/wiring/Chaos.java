package app.lede.local.wiring;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Simulates at-least-once delivery at its worst, from a seed: duplicates, delays, reorders. One per queue; thread safe.
 */
final class Chaos {
    private static final int LONGEST_DELAY_MILLIS = 2000;

    private final double probability;
    private final Random random;

    /**
     * Creates the simulation.
     *
     * @param probability probability of each fault, 0 for none
     */
    Chaos(double probability, long seed) {
        this.probability = probability;
        this.random = new Random(seed);
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
            if (happens()) {
                deliveries.add(new Delivery<>(List.of(message), delay()));
            } else {
                now.add(message);
            }
            if (happens()) {
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
        return happens();
    }

    private boolean happens() {
        return probability > 0 && random.nextDouble() < probability;
    }

    private Duration delay() {
        return Duration.ofMillis(1 + random.nextInt(LONGEST_DELAY_MILLIS));
    }
}
