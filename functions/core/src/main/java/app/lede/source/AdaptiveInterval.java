package app.lede.source;

import java.time.Instant;

/**
 * Interval of a source that answers, with the publisher's hints and the publication frequency it follows from.
 *
 * @param minutes between two polls; adapts by {@link PollPlan#adapted}
 */
public record AdaptiveInterval(int minutes, PublisherHints hints, PublicationFrequency frequency) {

    /** Interval of a source that was never read. */
    public static final AdaptiveInterval NEW =
            new AdaptiveInterval(PollPlan.DEFAULT_INTERVAL, PublisherHints.NOTHING, PublicationFrequency.UNKNOWN);

    /** Adapts the interval after a poll with or without new entries. */
    public AdaptiveInterval after(boolean news, PublisherHints latest, PublicationFrequency measured, Instant now) {
        return new AdaptiveInterval(PollPlan.adapted(minutes, news, latest, measured, now), latest, measured);
    }
}
