package app.lede.source;

import java.time.Instant;

/**
 * The failure of one poll.
 *
 * @param outcome the poll's outcome
 * @param detail description, cut at {@value #MAX_DETAIL} characters since it may quote a server
 */
public record Fault(Instant at, String outcome, String detail) {

    /** Outcome of a site in which no feed was found. */
    public static final String NO_FEED = "no-feed";

    private static final int MAX_DETAIL = 300;

    public Fault {
        detail = detail.length() <= MAX_DETAIL ? detail : detail.substring(0, MAX_DETAIL);
    }

    /** Tests whether feed discovery failed. */
    boolean isWithoutFeed() {
        return outcome.equals(NO_FEED);
    }

    /** Weight of a fault as a predictor of the next poll's failure. */
    public enum Weight {
        /** No feed at any likely address of a site. */
        THOROUGH(10),
        /** A response that is not a feed. */
        HARD(1),
        /** Usually temporary: a missing page, an overloaded server, a broken connection. */
        SOFT(0.5),
        /** Failed name resolution, which often lasts hours. */
        DNS(0.25);

        private final double points;

        Weight(double points) {
            this.points = points;
        }

        public double points() {
            return points;
        }
    }
}
