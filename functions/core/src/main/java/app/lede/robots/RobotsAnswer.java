package app.lede.robots;

import app.lede.fetch.FetchOutcome;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;

/** What came of asking a site for its robots.txt, and for how long that holds (RFC 9309, 2.3.1). */
public sealed interface RobotsAnswer {

    /** Google's time is a day; six hours are what a publisher should have to wait at most for a change to be seen. */
    Duration HELD = Duration.ofHours(6);

    /** For everything that may be over soon. */
    Duration HELD_AFTER_ERROR = Duration.ofHours(1);

    /** Redirects beyond these lead nowhere (RFC 9309, 2.3.1.2). */
    int MAX_REDIRECTS = 5;

    /** The file is there. */
    record File(RobotsText text) implements RobotsAnswer {}

    /** The file can't be had and that is all there is to it (4xx, or redirects that lead nowhere): nothing is forbidden. */
    record Absent() implements RobotsAnswer {}

    /** A server error, or no answer: until one comes, everything is forbidden. */
    record Unreachable(String reason) implements RobotsAnswer {}

    /** The file is on another host, which has a turn of its own to be waited for; {@code redirects} were followed so far. */
    record Elsewhere(URI url, int redirects) implements RobotsAnswer {}

    /** How long the answer may be relied on. */
    default Duration held() {
        return switch (this) {
            case File ignored -> HELD;
            case Absent ignored -> HELD;
            case Unreachable ignored -> HELD_AFTER_ERROR;
            case Elsewhere ignored -> HELD_AFTER_ERROR;
        };
    }

    /**
     * The meaning of an outcome.
     *
     * @param before how many redirects led to where it was asked for
     */
    static RobotsAnswer of(FetchOutcome outcome, int before) {
        return switch (outcome) {
            case FetchOutcome.Fetched fetched ->
                RobotsText.of(fetched.body())
                        .<RobotsAnswer>map(File::new)
                        .orElseGet(() -> new Unreachable("robots.txt is too large to keep"));
            case FetchOutcome.Moved moved -> elsewhere(moved, before);
            case FetchOutcome.Gone ignored -> new Absent();
            case FetchOutcome.Refused ignored -> new Absent();
            // What the guard won't ask for; if that is the site itself, it won't ask for its pages either.
            case FetchOutcome.Blocked ignored -> new Absent();
            case FetchOutcome.TooLarge large -> new Unreachable("robots.txt is too large: " + large.detail());
            case FetchOutcome.Later later -> new Unreachable("robots.txt answered " + later.status());
            case FetchOutcome.NotModified same ->
                new Unreachable("robots.txt answered " + same.meta().status());
            case FetchOutcome.Failed failed ->
                new Unreachable(
                        "robots.txt: " + failed.failure().name().toLowerCase(Locale.ROOT) + ", " + failed.detail());
        };
    }

    private static RobotsAnswer elsewhere(FetchOutcome.Moved moved, int before) {
        int redirects = before + moved.redirects().size();
        return redirects > MAX_REDIRECTS
                ? new Absent()
                : new Elsewhere(moved.redirects().getLast().target(), redirects);
    }
}
