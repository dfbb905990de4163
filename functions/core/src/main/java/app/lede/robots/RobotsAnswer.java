package app.lede.robots;

import app.lede.fetch.FetchOutcome;
import java.net.URI;
import java.time.Duration;

/** Result of fetching a site's robots.txt, with its lifetime (RFC 9309, 2.3.1). */
public sealed interface RobotsAnswer {

    /** Lifetime of a file. Google caches a day; six hours let a publisher's change take effect sooner. */
    Duration HELD = Duration.ofHours(6);

    /** Lifetime after an error. */
    Duration HELD_AFTER_ERROR = Duration.ofHours(1);

    /** Maximum number of redirects followed (RFC 9309, 2.3.1.2). */
    int MAX_REDIRECTS = 5;

    /** The file was fetched. */
    record File(RobotsText text) implements RobotsAnswer {}

    /** No file (4xx, or too many redirects): everything is allowed. */
    record Absent() implements RobotsAnswer {}

    /** Server error or no answer: everything is disallowed until there is one. */
    record Unreachable(String reason) implements RobotsAnswer {}

    /** A redirect to another host, which has its own gap between requests; {@code redirects} were followed so far. */
    record Elsewhere(URI url, int redirects) implements RobotsAnswer {}

    /** Returns the lifetime of this answer. */
    default Duration held() {
        return switch (this) {
            case File ignored -> HELD;
            case Absent ignored -> HELD;
            case Unreachable ignored -> HELD_AFTER_ERROR;
            case Elsewhere ignored -> HELD_AFTER_ERROR;
        };
    }

    /**
     * Interprets a fetch outcome.
     *
     * @param before number of redirects followed so far
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
            // The guard refused the address; if it is the site's own, the guard refuses its pages too.
            case FetchOutcome.Blocked ignored -> new Absent();
            case FetchOutcome.TooLarge large -> new Unreachable("robots.txt is too large: " + large.detail());
            case FetchOutcome.Later later -> new Unreachable("robots.txt answered " + later.status());
            case FetchOutcome.NotModified same ->
                new Unreachable("robots.txt answered " + same.meta().status());
            case FetchOutcome.Failed failed ->
                new Unreachable("robots.txt: " + failed.failure().label() + ", " + failed.detail());
        };
    }

    private static RobotsAnswer elsewhere(FetchOutcome.Moved moved, int before) {
        int redirects = before + moved.redirects().size();
        return redirects > MAX_REDIRECTS
                ? new Absent()
                : new Elsewhere(moved.redirects().getLast().target(), redirects);
    }
}
