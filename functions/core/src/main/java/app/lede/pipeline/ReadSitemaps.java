package app.lede.pipeline;

import app.lede.feed.Feed;
import app.lede.feed.FeedReading;
import app.lede.fetch.FetchOutcome.Fetched;
import app.lede.source.Fault.Weight;
import app.lede.source.Poll;
import app.lede.source.PublicationFrequency;
import app.lede.source.Source;
import java.time.InstantSource;
import java.util.List;

/**
 * Polls a source that is an index of sitemaps: reads the most recent ones, each in a call of its own, and enqueues a fetch job
 * for each unseen page. Thread safe.
 */
final class ReadSitemaps {

    private final NewEntries entries;
    private final PollOutcomes outcomes;
    private final InstantSource clock;

    ReadSitemaps(NewEntries entries, PollOutcomes outcomes, InstantSource clock) {
        this.entries = entries;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    /** Begins with the first sitemap of an index that was read. */
    PollResult begin(Source source, PollJob job, FeedReading.Index index, Fetched fetched) {
        return goOn(source, job, FollowUps.ofSitemaps(index, fetched.body().length));
    }

    /** Takes the pages of one sitemap; anything else at its address is passed over. */
    PollResult sitemap(Source source, PollJob job, FollowUps followUps, Fetched fetched, FeedReading reading) {
        FollowUps asked = followUps.asked(fetched.body().length);
        return goOn(
                source,
                job,
                reading instanceof FeedReading.Read(Feed feed)
                        ? asked.read(feed.items().size(), entries.send(source, feed, job.trace(), clock.instant()))
                        : asked);
    }

    PollResult goOn(Source source, PollJob job, FollowUps followUps) {
        if (!followUps.isOver()) {
            return outcomes.continued(job, followUps);
        }
        if (followUps.read() == 0) {
            return outcomes.failed(
                    source, job, "not-a-feed", "an index, and none of its sitemaps could be read", Weight.SOFT);
        }
        PublicationFrequency frequency =
                source.schedule().adaptive().frequency().read(List.of(), followUps.found(), clock.instant());
        Poll read = new Poll.Read(PollResponses.of(source, followUps), frequency, followUps.found(), 0, null);
        return outcomes.ended(source, job, read, new PollResult.Read(followUps.entries(), followUps.found()));
    }
}
