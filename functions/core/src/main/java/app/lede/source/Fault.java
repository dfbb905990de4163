package app.lede.source;

import java.time.Instant;

/**
 * What was wrong with one poll.
 *
 * @param outcome label of the poll's end
 * @param detail a sentence for people, cut at {@value #MAX_DETAIL} characters since it may quote a server
 */
public record Fault(Instant at, String outcome, String detail) {

    /** The outcome of a site in which no feed could be found. */
    public static final String NO_FEED = "no-feed";

    private static final int MAX_DETAIL = 300;

    public Fault {
        detail = detail.length() <= MAX_DETAIL ? detail : detail.substring(0, MAX_DETAIL);
    }

    /** Whether a search for the site's feed ended without one. */
    boolean isWithoutFeed() {
        return outcome.equals(NO_FEED);
    }

    /** How much a fault says about the chance that the next poll fails too. */
    public enum Weight {
        /** Looked for at every likely address of a site, and not there. */
        THOROUGH(10),
        /** Answered, and not with a feed. */
        HARD(1),
        /** Such as pass: a page that is missing, an overloaded server, a broken line. */
        SOFT(0.5),
        /** Name servers fail for hours without anybody having given up a site. */
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
