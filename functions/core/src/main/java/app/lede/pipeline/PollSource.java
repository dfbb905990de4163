package app.lede.pipeline;

import app.lede.feed.Feed;
import app.lede.feed.FeedReader;
import app.lede.feed.FeedReading;
import app.lede.feed.FeedSearch;
import app.lede.fetch.Accept;
import app.lede.fetch.FetchOutcome;
import app.lede.fetch.FetchRequest;
import app.lede.fetch.UrlLedger;
import app.lede.fetch.WebUrl;
import app.lede.hash.Digest;
import app.lede.robots.RobotRules;
import app.lede.robots.RobotsText;
import app.lede.source.Fault;
import app.lede.source.Fault.Weight;
import app.lede.source.Poll;
import app.lede.source.Rhythm;
import app.lede.source.Schedule;
import app.lede.source.Source;
import app.lede.source.SourceStore;
import app.lede.source.Validators;
import app.lede.websub.Subscription;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The second step: one feed, asked politely and conditionally, to fetch jobs for its new entries.
 *
 * <p>The source's validators are written last, after every entry was sent: whatever breaks before that, the next poll reads
 * the feed again. Thread safe.
 */
public final class PollSource {

    private static final String NO_FEED = "the page names no feed, and there is none at the site's usual addresses;"
            + " if the site has a feed or a sitemap, add that one's own address";

    private final SourceStore sources;
    private final NewEntries entries;
    private final PoliteFetcher fetcher;
    private final Subscriber subscriber;
    private final FeedReader reader;
    private final JobQueue<PollJob> polls;
    private final InstantSource clock;

    public PollSource(
            SourceStore sources,
            UrlLedger ledger,
            PoliteFetcher fetcher,
            Callbacks callbacks,
            FeedReader reader,
            JobQueue<PollJob> polls,
            JobQueue<FetchJob> fetches,
            InstantSource clock) {
        this.sources = sources;
        this.entries = new NewEntries(ledger, fetches);
        this.fetcher = fetcher;
        this.subscriber = new Subscriber(sources, fetcher, callbacks, clock);
        this.reader = reader;
        this.polls = polls;
        this.clock = clock;
    }

    /** Polls a source for its planned minute; a job that comes twice or late polls nothing. */
    public PollEnd poll(PollJob job) {
        Optional<Source> found = sources.get(job.sourceId());
        if (found.isEmpty()) {
            return new PollEnd.Skipped("removed");
        }
        Source source = found.get();
        Schedule schedule = source.schedule();
        if (source.state() != Source.State.ACTIVE) {
            return new PollEnd.Skipped(source.state().name().toLowerCase(Locale.ROOT));
        }
        if (schedule.isDone(job.planned())) {
            return again(source, job);
        }
        if (schedule.isHeld(clock.instant())) {
            return new PollEnd.Skipped("held until " + schedule.notBefore());
        }
        if (schedule.pace().asked().isQuiet(job.planned())) {
            return new PollEnd.Skipped("the publisher wants this hour or day skipped");
        }
        return ask(source, job);
    }

    /** A job that comes twice polls nothing; one that waited for the hub's turn has it now. */
    private PollEnd again(Source source, PollJob job) {
        Subscription subscription = source.push().subscription();
        if (subscription == null || !subscriber.isDue(source)) {
            return new PollEnd.Skipped("polled already");
        }
        subscribe(source, job);
        return new PollEnd.Subscribing(subscription.topic().hub());
    }

    /** Where a hub's turn is further off than a queue can wait, the next poll comes for it. */
    private void subscribe(Source source, PollJob job) {
        Instant now = clock.instant();
        subscriber
                .attend(source)
                .filter(until -> !until.isAfter(now.plus(JobQueue.LONGEST_DELAY)))
                .ifPresent(until ->
                        polls.sendLater(new PollJob(job.sourceId(), job.planned()), JobQueue.delayUntil(until, now)));
    }

    private PollEnd ask(Source source, PollJob job) {
        Quest quest = job.quest();
        FetchRequest request =
                quest == null ? conditional(source) : FetchRequest.unconditional(URI.create(quest.url()), Accept.FEED);
        return switch (fetcher.fetch(request.after(job.redirects()))) {
            case PoliteFetcher.Answer.Wait(Instant until) -> postponed(source, job, until);
            case PoliteFetcher.Answer.Got(FetchOutcome.Moved moved) ->
                postponed(source, job.after(moved.redirects()), clock.instant());
            case PoliteFetcher.Answer.Got(FetchOutcome outcome) ->
                quest == null ? end(source, job, outcome) : pursued(source, job, quest, outcome);
        };
    }

    private FetchRequest conditional(Source source) {
        Instant now = clock.instant();
        boolean overdue = source.schedule().pace().rhythm().isSilent(now);
        Validators known = source.validators().toSend(overdue, now);
        return new FetchRequest(URI.create(source.pollUrl()), known.etag(), known.lastModified(), Accept.FEED);
    }

    /** A queue can't wait for longer than its delay; then the source's next turn after the wait comes for it. */
    private PollEnd postponed(Source source, PollJob job, Instant until) {
        Instant now = clock.instant();
        if (until.isAfter(now.plus(JobQueue.LONGEST_DELAY))) {
            return ended(source, job, new Poll.Held(until), new PollEnd.Postponed(until));
        }
        polls.sendLater(job, JobQueue.delayUntil(until, now));
        return new PollEnd.Postponed(until);
    }

    private PollEnd end(Source source, PollJob job, FetchOutcome outcome) {
        return switch (outcome) {
            case FetchOutcome.Fetched fetched -> fetched(source, job, fetched);
            case FetchOutcome.NotModified same ->
                ended(source, job, new Poll.Unchanged(FeedAnswer.of(source, same)), new PollEnd.Unchanged());
            case FetchOutcome.Moved moved -> throw new IllegalStateException("a move is no end: " + moved);
            case FetchOutcome.Gone gone -> gone(source, job, gone.url() + " answered " + gone.status());
            case FetchOutcome.Later later -> later(source, job, later);
            case FetchOutcome.Refused refused ->
                failed(source, job, "refused", refused.detail(), refused.status() == 404 ? Weight.SOFT : Weight.HARD);
            case FetchOutcome.Blocked blocked -> failed(source, job, "blocked", blocked.reason(), Weight.HARD);
            case FetchOutcome.TooLarge large -> failed(source, job, "too-large", large.detail(), Weight.HARD);
            case FetchOutcome.Failed broken ->
                failed(source, job, label(broken.failure()), broken.detail(), weight(broken.failure()));
        };
    }

    private PollEnd fetched(Source source, PollJob job, FetchOutcome.Fetched fetched) {
        if (source.validators().isKnown(Digest.hex(fetched.body()))) {
            Poll same = new Poll.Unchanged(FeedAnswer.ofSameBody(source, fetched, clock.instant()));
            return ended(source, job, same, new PollEnd.Unchanged());
        }
        return switch (reading(fetched)) {
            case FeedReading.Read(Feed feed) -> read(source, job, feed, fetched);
            case FeedReading.Index index -> goOn(source, job, Quest.ofSitemaps(index, fetched.body().length));
            case FeedReading.NotAFeed not -> search(source, job, fetched, not);
        };
    }

    private FeedReading reading(FetchOutcome.Fetched fetched) {
        String type = fetched.meta().contentType().orElse(null);
        return reader.read(fetched.body(), type, fetched.url().toString());
    }

    private PollEnd.Read read(Source source, PollJob job, Feed feed, FetchOutcome.Fetched fetched) {
        Instant now = clock.instant();
        int found = entries.send(source, feed, now);
        Poll read = new Poll.Read(
                FeedAnswer.of(source, fetched, feed.hints(), now),
                source.schedule().pace().rhythm().read(FeedAnswer.dates(feed), found, now),
                found,
                feed.overCap(),
                feed.title(),
                subscriber.offered(fetched, feed.hints()));
        return ended(source, job, read, new PollEnd.Read(feed.items().size(), found));
    }

    /** A site's address is enough. What was once a feed is not looked for elsewhere: it may only be out of order. */
    private PollEnd search(Source source, PollJob job, FetchOutcome.Fetched page, FeedReading.NotAFeed not) {
        Optional<WebUrl> site = WebUrl.of(page.url().toString());
        boolean wasRead = source.feedUrl() != null || source.validators().body() != null;
        if (wasRead || site.isEmpty() || !not.isPage()) {
            return failed(source, job, "not-a-feed", not.detail(), Weight.HARD);
        }
        List<String> places = FeedSearch.places(site.get(), not.feedLinks());
        return goOn(source, job, Quest.of(Quest.Goal.FEED, places, page.body().length));
    }

    /** What one address of a quest has brought; what can't be had there is passed over. */
    private PollEnd pursued(Source source, PollJob job, Quest quest, FetchOutcome outcome) {
        if (!(outcome instanceof FetchOutcome.Fetched fetched)) {
            return goOn(source, job, quest.asked(0));
        }
        Quest asked = quest.asked(fetched.body().length);
        return switch (quest.goal()) {
            case FEED -> lookedFor(source, job, quest.url(), asked, fetched);
            case SITEMAPS -> goOn(source, job, withPart(source, asked, reading(fetched)));
        };
    }

    private PollEnd lookedFor(Source source, PollJob job, String place, Quest asked, FetchOutcome.Fetched fetched) {
        return switch (reading(fetched)) {
            case FeedReading.Read(Feed feed)
            when !feed.items().isEmpty() -> {
                PollEnd.Read read = read(adopted(source, place), job, feed, fetched);
                yield new PollEnd.Discovered(place, read.entries(), read.found());
            }
            case FeedReading.Index index
            when !index.sitemaps().isEmpty() ->
                goOn(adopted(source, place), job, Quest.ofSitemaps(index, fetched.body().length));
            case FeedReading.NotAFeed not
            when FeedSearch.isRobots(place) ->
                goOn(source, job, asked.with(FeedSearch.placesAfter(sitemaps(fetched.body()), asked.urls())));
            case FeedReading.Read ignored -> goOn(source, job, asked);
            case FeedReading.Index ignored -> goOn(source, job, asked);
            case FeedReading.NotAFeed ignored -> goOn(source, job, asked);
        };
    }

    private Source adopted(Source source, String feedUrl) {
        return sources.change(source.id(), current -> current.withFeed(feedUrl)).orElse(source);
    }

    private static List<String> sitemaps(byte[] robotsTxt) {
        return RobotsText.of(robotsTxt)
                .map(text -> RobotRules.of(text).sitemaps())
                .orElse(List.of());
    }

    private Quest withPart(Source source, Quest asked, FeedReading reading) {
        return reading instanceof FeedReading.Read(Feed feed)
                ? asked.read(feed.items().size(), entries.send(source, feed, clock.instant()))
                : asked;
    }

    private PollEnd goOn(Source source, PollJob job, Quest quest) {
        if (!quest.isOver()) {
            polls.send(List.of(job.on(quest)));
            return new PollEnd.Continued(quest.url());
        }
        if (quest.goal() == Quest.Goal.FEED) {
            return failed(source, job, Fault.NO_FEED, NO_FEED, Weight.THOROUGH);
        }
        if (quest.read() == 0) {
            return failed(source, job, "not-a-feed", "an index, and none of its sitemaps could be read", Weight.SOFT);
        }
        Rhythm rhythm = source.schedule().pace().rhythm().read(List.of(), quest.found(), clock.instant());
        Poll read = new Poll.Read(FeedAnswer.of(source, quest), rhythm, quest.found(), 0, null);
        return ended(source, job, read, new PollEnd.Read(quest.entries(), quest.found()));
    }

    private PollEnd gone(Source source, PollJob job, String detail) {
        Fault fault = new Fault(clock.instant(), "gone", detail);
        return ended(source, job, new Poll.Gone(fault), new PollEnd.Failed("gone", detail));
    }

    private PollEnd later(Source source, PollJob job, FetchOutcome.Later later) {
        String detail = "answered " + later.status();
        Fault fault = new Fault(clock.instant(), "later", detail);
        Poll asksForTime = new Poll.Failed(fault, Weight.SOFT, later.notBefore());
        return ended(source, job, asksForTime, new PollEnd.Failed("later", detail));
    }

    private PollEnd failed(Source source, PollJob job, String outcome, String detail, Weight weight) {
        Fault fault = new Fault(clock.instant(), outcome, detail);
        return ended(source, job, new Poll.Failed(fault, weight, null), new PollEnd.Failed(outcome, detail));
    }

    private <E extends PollEnd> E ended(Source source, PollJob job, Poll poll, E end) {
        Instant now = clock.instant();
        Optional<Source> polled = sources.change(source.id(), current -> current.after(poll, job.planned(), now));
        if (poll instanceof Poll.Read || poll instanceof Poll.Unchanged) {
            polled.ifPresent(after -> subscribe(after, job));
        }
        return end;
    }

    private static String label(FetchOutcome.Failure failure) {
        return failure.name().toLowerCase(Locale.ROOT);
    }

    private static Weight weight(FetchOutcome.Failure failure) {
        return switch (failure) {
            case DNS -> Weight.DNS;
            case CONNECT, TIMEOUT, TRUNCATED -> Weight.SOFT;
            case TLS, PROTOCOL, ENCODING -> Weight.HARD;
        };
    }
}
