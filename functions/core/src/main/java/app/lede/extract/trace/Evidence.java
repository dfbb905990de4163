package app.lede.extract.trace;

import app.lede.extract.trace.Trace.Weight;
import java.util.List;

/**
 * The evidence for keeping or dropping a passage.
 *
 * @param score log-odds that it is part of the article, from its clues and its surroundings
 * @param strongest its clues of greatest weight, strongest first
 */
public record Evidence(double score, List<Weight> strongest) {

    /** Returns the probability, 0 to 1. Uses StrictMath, so that it is the same on every machine. */
    public double probability() {
        return 1 / (1 + StrictMath.exp(-score));
    }

    /** Rounds to three digits. */
    public static double rounded(double probability) {
        return Math.round(probability * 1000) / 1000.0;
    }

    /** Returns the probability and the clues for (+) and against (-), in log-odds, for display. */
    public Trace.Why why() {
        return new Trace.Why(rounded(probability()), strongest);
    }
}
