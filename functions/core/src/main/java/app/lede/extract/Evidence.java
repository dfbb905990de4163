package app.lede.extract;

import app.lede.extract.Trace.Weight;
import java.util.List;

/**
 * Why a passage of a page is taken for a part of its article, or not.
 *
 * @param score the log-odds that it is one, from its clues and from the passages around it
 * @param strongest its own clues that say most, the strongest first
 */
record Evidence(double score, List<Weight> strongest) {

    /** How likely the passage is part of the article, 0 to 1. Strict: the same on every machine, compiled or not yet. */
    double probability() {
        return 1 / (1 + StrictMath.exp(-score));
    }

    /** To three digits; more would be noise. */
    static double rounded(double probability) {
        return Math.round(probability * 1000) / 1000.0;
    }

    /** For people: how likely, and what speaks for (+) or against (-) it by itself, in log-odds. */
    Trace.Why why() {
        return new Trace.Why(rounded(probability()), strongest);
    }
}
