package app.lede.rhythm;

import java.util.OptionalDouble;

/**
 * Statistics of the gaps between arrivals, in rhythm hours (see {@link WeekProfile}), and the longest gap that is no surprise.
 *
 * <p>Gaps are taken as gamma distributed with the shape that their variance suggests: 1 for a Poisson process, more for a regular
 * source, less for one that publishes in bursts. The next gap, divided by the mean of {@code n} known ones, is then F distributed
 * with 2k and 2kn degrees of freedom for the shape k, which makes few known gaps as uncertain as they are. The quantile of F is
 * Paulson's normal approximation ("An Approximate Normalization of the Analysis of Variance Distribution", Annals of Mathematical
 * Statistics 13, 1942) solved for F, with the normal quantile of Abramowitz and Stegun, formula 26.2.23.
 *
 * <p>Robust: a gap beyond the limit is counted as the limit (winsorised), since an outage says nothing about the rhythm, and no
 * limit is less than {@value #MARGIN} times the longest gap seen.
 *
 * @param count number of gaps that count, at most {@value #MOST}; older ones fade
 * @param sum of the gaps
 * @param squares sum of the squared gaps
 * @param longest gap seen; fades slowly
 */
public record GapStatistics(int count, double sum, double squares, double longest) {

    public static final GapStatistics NONE = new GapStatistics(0, 0, 0, 0);

    private static final int MOST = 200;
    private static final int LEAST = 6;
    private static final double MARGIN = 1.25;
    /** False alarms a week that the limit allows for; the issue allows 0.01. */
    private static final double FALSE_ALARMS = 0.004;

    private static final double LEAST_CHANCE = 1e-7;
    private static final double MOST_CHANCE = 0.002;
    /** Gaps that the shape of a Poisson process counts for. */
    private static final double PRIOR = 4;

    private static final double LEAST_SHAPE = 0.2;
    private static final double MOST_SHAPE = 3;
    /** The longest gap is halved by as many others. */
    private static final double FADING = Math.pow(0.5, 1.0 / 400);

    /** Counts a gap. */
    GapStatistics plus(double gap) {
        double counted = Math.min(gap, limit().orElse(gap));
        double kept = count < MOST ? 1 : (MOST - 1.0) / MOST;
        return new GapStatistics(
                Math.min(MOST, count + 1),
                rounded(sum * kept + counted),
                rounded(squares * kept + counted * counted),
                rounded(Math.max(longest * FADING, counted)));
    }

    /** Returns the mean gap; empty if there are too few. */
    OptionalDouble mean() {
        return count < LEAST || sum <= 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / count);
    }

    /** Returns the longest gap that is no surprise; empty if too little is known to be surprised. */
    OptionalDouble limit() {
        if (mean().isEmpty()) {
            return OptionalDouble.empty();
        }
        double mean = sum / count;
        double chance = Math.clamp(FALSE_ALARMS * mean / WeekProfile.WEEK, LEAST_CHANCE, MOST_CHANCE);
        double shape = shape(mean);
        OptionalDouble quantile = quantileOfF(2 * shape, 2 * shape * count, normalQuantile(chance));
        return quantile.isEmpty()
                ? quantile
                : OptionalDouble.of(Math.max(mean * quantile.getAsDouble(), MARGIN * longest));
    }

    /** Returns the shape of the gamma distribution by moments, drawn towards 1 while there are few gaps. */
    private double shape(double mean) {
        double variance = Math.max(0, squares / count - mean * mean) * count / (count - 1);
        double relative = variance / (mean * mean);
        return Math.clamp((count + PRIOR) / (count * relative + PRIOR), LEAST_SHAPE, MOST_SHAPE);
    }

    /** Solves Paulson's approximation for F; empty where F has no finite quantile in it. */
    private static OptionalDouble quantileOfF(double above, double below, double z) {
        double a = 2 / (9 * above);
        double b = 2 / (9 * below);
        double square = (1 - b) * (1 - b) - z * z * b;
        if (square <= 0) {
            return OptionalDouble.empty();
        }
        double middle = (1 - a) * (1 - b);
        double rest = (1 - a) * (1 - a) - z * z * a;
        return OptionalDouble.of(Math.pow((middle + Math.sqrt(middle * middle - square * rest)) / square, 3));
    }

    /** Returns the value that a standard normal variable exceeds by a chance of at most one half. */
    private static double normalQuantile(double chance) {
        double t = Math.sqrt(-2 * Math.log(chance));
        return t
                - (2.515517 + 0.802853 * t + 0.010328 * t * t)
                        / (1 + 1.432788 * t + 0.189269 * t * t + 0.001308 * t * t * t);
    }

    /** Rounds to hundredths of an hour, which keeps a source's item small. */
    private static double rounded(double hours) {
        return Math.round(hours * 100) / 100.0;
    }
}
