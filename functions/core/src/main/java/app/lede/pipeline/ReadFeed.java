package app.lede.pipeline;

import app.lede.feed.Feed;
import app.lede.fetch.FetchOutcome;
import app.lede.source.Poll;
import app.lede.source.PublicationFrequency;
import app.lede.source.Source;
import java.time.Instant;
import java.time.InstantSource;

/** Enqueues a fetch job for each unseen entry of a feed and records the poll. Thread safe. */
final class ReadFeed {

    private final NewEntries entries;
    private final Subscriber subscriber;
    private final PollOutcomes outcomes;
    private final InstantSource clock;

    ReadFeed(NewEntries entries, Subscriber subscriber, PollOutcomes outcomes, InstantSource clock) {
        this.entries = entries;
        this.subscriber = subscriber;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    PollResult.Read read(Source source, PollJob job, Feed feed, FetchOutcome.Fetched fetched) {
        Instant now = clock.instant();
        int found = entries.send(source, feed, job.trace(), now);
        PublicationFrequency frequency = source.schedule().adaptive().frequency();
        Poll read = new Poll.Read(
                PollResponses.of(source, fetched, feed.hints(), now),
                frequency.read(PollResponses.dates(feed), found, now),
                found,
                feed.overCap(),
                feed.title(),
                subscriber.offered(fetched, feed.hints()));
        return outcomes.ended(
                source, job, read, new PollResult.Read(feed.items().size(), found));
    }
}
