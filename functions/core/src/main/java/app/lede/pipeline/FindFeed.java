package app.lede.pipeline;

import app.lede.feed.Feed;
import app.lede.feed.FeedReading;
import app.lede.feed.FeedSearch;
import app.lede.fetch.FetchOutcome.Fetched;
import app.lede.fetch.WebUrl;
import app.lede.robots.RobotRules;
import app.lede.robots.RobotsText;
import app.lede.source.Fault;
import app.lede.source.Fault.Weight;
import app.lede.source.Source;
import app.lede.source.SourceStore;
import java.util.List;
import java.util.Optional;

/**
 * Finds the feed of a site that was added by its home page: asks the feeds the page links to, those at the usual addresses and
 * the sitemaps of robots.txt, each in a call of its own. The first that can be read is polled from then on. Thread safe.
 */
final class FindFeed {

    private static final String NO_FEED = "the page names no feed, and there is none at the site's usual addresses;"
            + " if the site has a feed or a sitemap, add that one's own address";

    private final SourceStore sources;
    private final ReadFeed feeds;
    private final ReadSitemaps sitemaps;
    private final PollOutcomes outcomes;

    FindFeed(SourceStore sources, ReadFeed feeds, ReadSitemaps sitemaps, PollOutcomes outcomes) {
        this.sources = sources;
        this.feeds = feeds;
        this.sitemaps = sitemaps;
        this.outcomes = outcomes;
    }

    /** Begins a search at a page. A source whose feed was read before is not searched for: its feed may be out of order. */
    PollResult begin(Source source, PollJob job, Fetched page, FeedReading.NotAFeed not) {
        Optional<WebUrl> site = WebUrl.of(page.url().toString());
        boolean wasRead = source.feedUrl() != null || source.validators().body() != null;
        if (wasRead || site.isEmpty() || !not.isPage()) {
            return outcomes.failed(source, job, "not-a-feed", not.detail(), Weight.HARD);
        }
        List<String> places = FeedSearch.places(site.get(), not.feedLinks());
        return goOn(source, job, FollowUps.of(FollowUps.Goal.FEED, places, page.body().length));
    }

    /** Adopts one address of the search if a feed or an index of sitemaps was read there, else goes on. */
    PollResult candidate(Source source, PollJob job, FollowUps followUps, Fetched fetched, FeedReading reading) {
        String place = followUps.url();
        FollowUps asked = followUps.asked(fetched.body().length);
        return switch (reading) {
            case FeedReading.Read(Feed feed)
            when !feed.items().isEmpty() -> {
                PollResult.Read read = feeds.read(adopted(source, place), job, feed, fetched);
                yield new PollResult.Discovered(place, read.entries(), read.found());
            }
            case FeedReading.Index index
            when !index.sitemaps().isEmpty() -> sitemaps.begin(adopted(source, place), job, index, fetched);
            case FeedReading.NotAFeed not
            when FeedSearch.isRobots(place) ->
                goOn(source, job, asked.with(FeedSearch.placesAfter(named(fetched.body()), asked.urls())));
            case FeedReading.Read ignored -> goOn(source, job, asked);
            case FeedReading.Index ignored -> goOn(source, job, asked);
            case FeedReading.NotAFeed ignored -> goOn(source, job, asked);
        };
    }

    PollResult goOn(Source source, PollJob job, FollowUps followUps) {
        return followUps.isOver()
                ? outcomes.failed(source, job, Fault.NO_FEED, NO_FEED, Weight.THOROUGH)
                : outcomes.continued(job, followUps);
    }

    private Source adopted(Source source, String feedUrl) {
        return sources.change(source.id(), current -> current.withFeed(feedUrl)).orElse(source);
    }

    /** Returns the sitemaps named by a robots.txt. */
    private static List<String> named(byte[] robotsTxt) {
        return RobotsText.of(robotsTxt)
                .map(text -> RobotRules.of(text).sitemaps())
                .orElse(List.of());
    }
}
