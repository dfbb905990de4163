package app.lede.source;

import java.time.Instant;

/**
 * How often a source is asked while nothing is wrong, and what that follows from.
 *
 * @param minutes between two polls; adapts by {@link PollPlan#adapted}
 */
public record Pace(int minutes, Asked asked, Rhythm rhythm) {

    /** Of a source that nothing is known of. */
    public static final Pace NEW = new Pace(PollPlan.DEFAULT_INTERVAL, Asked.NOTHING, Rhythm.UNKNOWN);

    /** After a poll that had news or had none, with what it told of the publisher's wishes and of the entries' dates. */
    public Pace after(boolean news, Asked latest, Rhythm heard, Instant now) {
        return new Pace(PollPlan.adapted(minutes, news, latest, heard, now), latest, heard);
    }
}
