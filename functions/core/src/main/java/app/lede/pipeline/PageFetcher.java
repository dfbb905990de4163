package app.lede.pipeline;

import app.lede.fetch.Accept;
import app.lede.fetch.FetchOutcome;
import app.lede.fetch.FetchOutcome.Redirect;
import app.lede.fetch.FetchRequest;
import app.lede.fetch.MetaRefresh;
import app.lede.fetch.WebUrl;
import app.lede.rights.Evidence;
import app.lede.robots.RobotRules;
import app.lede.robots.RobotsAnswer;
import app.lede.robots.RobotsCache;
import app.lede.robots.RobotsStore;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Fetches pages allowed by robots.txt. One call makes one request to one host: for the page, or for the robots.txt
 * or file on usage rights needed first; anything further (the page after robots.txt, the target of a redirect) is left to the next call,
 * in its own time slot. Politeness therefore needs no sleeping, and a call takes no longer than a request.
 *
 * <p>Each URL of a redirect chain is checked against its own origin's rules. Thread safe.
 */
public final class PageFetcher {

    private static final int MAX_REDIRECTS = 5;
    private static final int FOUND = 302;

    private final PoliteFetcher fetcher;
    private final RobotsCache robots;
    private final RightsFiles rights;
    private final InstantSource clock;

    /** Assembles a fetcher that asks for no files on usage rights. */
    public PageFetcher(PoliteFetcher fetcher, RobotsStore robots, InstantSource clock) {
        this(fetcher, robots, RightsFiles.NONE, clock);
    }

    public PageFetcher(PoliteFetcher fetcher, RobotsStore robots, RightsFiles rights, InstantSource clock) {
        this.fetcher = fetcher;
        this.robots = new RobotsCache(robots);
        this.rights = rights;
        this.clock = clock;
    }

    /** Result of one call. */
    public sealed interface Answer {

        /** The page was requested, with this outcome; never a redirect. The statements on usage rights hold for its address. */
        record Got(FetchOutcome outcome, List<Evidence> rights) implements Answer {}

        /** More requests are needed; call again at this time, continuing after these redirects. */
        record Wait(Instant until, List<Redirect> behind) implements Answer {}

        /** Disallowed by robots.txt. */
        record Disallowed(String reason) implements Answer {}

        /** robots.txt is unavailable; everything is disallowed until then. */
        record Closed(Instant until, String reason) implements Answer {}
    }

    /** Makes the next request for a page. */
    public Answer fetch(FetchRequest page) {
        String origin = origin(page.current());
        Instant now = clock.instant();
        return robots.get(origin, now)
                .map(kept -> switch (kept.answer()) {
                    case RobotsAnswer.File ignored -> ask(page, origin, kept.rules());
                    case RobotsAnswer.Absent ignored -> ask(page, origin, kept.rules());
                    case RobotsAnswer.Unreachable gone -> new Answer.Closed(kept.until(), gone.reason());
                    case RobotsAnswer.Elsewhere moved -> askForRules(page, origin, moved);
                })
                .orElseGet(() -> askForRules(page, origin, robotsTxt(origin)));
    }

    private Answer ask(FetchRequest page, String origin, RobotRules rules) {
        if (!rules.allow(page.current())) {
            return new Answer.Disallowed("robots.txt of " + origin + " forbids " + page.current());
        }
        Optional<URI> file = rights.next(page.current(), rules, clock.instant());
        if (file.isPresent()) {
            return askForRights(page, file.get());
        }
        FetchRequest request = page.followingOnly(target -> origin(target).equals(origin) && rules.allow(target));
        return switch (fetcher.fetch(request, rules.crawlDelay())) {
            case PoliteFetcher.Answer.Wait(Instant until) -> new Answer.Wait(until, page.behind());
            case PoliteFetcher.Answer.Got(FetchOutcome.Moved moved) ->
                new Answer.Wait(fetcher.next(moved), moved.redirects());
            case PoliteFetcher.Answer.Got(FetchOutcome.Fetched fetched) -> refreshed(fetched, rules);
            case PoliteFetcher.Answer.Got(FetchOutcome outcome) ->
                new Answer.Got(outcome, rights.on(page.current(), rules, clock.instant()));
        };
    }

    /** Treats an immediate meta refresh as a redirect. */
    private Answer refreshed(FetchOutcome.Fetched page, RobotRules rules) {
        List<Redirect> behind = page.redirects();
        return MetaRefresh.target(page.body(), page.url())
                .filter(target -> behind.size() < MAX_REDIRECTS && !target.equals(page.requested()))
                .filter(target -> behind.stream().noneMatch(hop -> hop.target().equals(target)))
                .<Answer>map(target -> new Answer.Wait(
                        clock.instant(),
                        Stream.concat(behind.stream(), Stream.of(new Redirect(page.url(), FOUND, target)))
                                .toList()))
                .orElseGet(() -> new Answer.Got(page, rights.with(page, rules, clock.instant())));
    }

    private Answer askForRights(FetchRequest page, URI file) {
        FetchRequest request = FetchRequest.unconditional(file, Accept.ANYTHING).inOneCall();
        return switch (fetcher.fetchUnless(() -> rights.isKnown(file, clock.instant()), request)) {
            case PoliteFetcher.Answer.Wait(Instant until) -> new Answer.Wait(until, page.behind());
            case PoliteFetcher.Answer.Got(FetchOutcome outcome) -> {
                Instant now = clock.instant();
                rights.keep(file, outcome, now);
                yield new Answer.Wait(now, page.behind());
            }
        };
    }

    private Answer askForRules(FetchRequest page, String origin, RobotsAnswer.Elsewhere place) {
        FetchRequest request = FetchRequest.unconditional(place.url(), Accept.ROBOTS);
        return switch (fetcher.fetchUnless(() -> isAnswered(origin, place), request)) {
            case PoliteFetcher.Answer.Wait(Instant until) -> new Answer.Wait(until, page.behind());
            case PoliteFetcher.Answer.Got(FetchOutcome outcome) -> {
                RobotsAnswer answer = RobotsAnswer.of(outcome, place.redirects());
                Instant now = clock.instant();
                robots.keep(origin, answer, now.plus(answer.held()));
                yield new Answer.Wait(now, page.behind());
            }
        };
    }

    /** Tests whether another call has asked at a place meanwhile. */
    private boolean isAnswered(String origin, RobotsAnswer.Elsewhere place) {
        return robots.get(origin, clock.instant())
                .filter(known -> !known.answer().equals(place))
                .isPresent();
    }

    private static RobotsAnswer.Elsewhere robotsTxt(String origin) {
        return new RobotsAnswer.Elsewhere(URI.create(origin + "/robots.txt"), 0);
    }

    private static String origin(URI url) {
        return WebUrl.of(url.toString()).map(WebUrl::origin).orElseGet(url::toString);
    }
}
