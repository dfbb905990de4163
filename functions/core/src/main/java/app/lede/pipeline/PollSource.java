package app.lede.pipeline;

import app.lede.document.DocumentStore;
import app.lede.document.Outcome;
import app.lede.feed.Feed;
import app.lede.feed.FeedReader;
import app.lede.feed.FeedReading;
import app.lede.fetch.Accept;
import app.lede.fetch.FetchOutcome;
import app.lede.fetch.FetchRequest;
import app.lede.fetch.HostPort;
import app.lede.fetch.UrlLedger;
import app.lede.fetch.WebUrl;
import app.lede.hash.Digest;
import app.lede.source.Fault.Weight;
import app.lede.source.Poll;
import app.lede.source.Schedule;
import app.lede.source.Source;
import app.lede.source.SourceStore;
import app.lede.source.Validators;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;

/**
 * Fetches one feed with a conditional GET and enqueues a fetch job for each unseen entry. A source that turns out to be a home
 * page or an index of sitemaps is handed to {@link FindFeed} or {@link ReadSitemaps}.
 *
 * <p>One call sends one request to one host. The validators of the source are written last, after every entry was sent: if
 * anything breaks before that, the next poll reads the feed again. Thread safe.
 */
public final class PollSource {

    private final SourceStore sources;
    private final PoliteFetcher fetcher;
    private final FeedReader reader;
    private final Subscriber subscriber;
    private final PollOutcomes outcomes;
    private final ReadFeed feeds;
    private final ReadSitemaps sitemaps;
    private final FindFeed search;
    private final InstantSource clock;

    public PollSource(
            SourceStore sources,
            UrlLedger ledger,
            DocumentStore documents,
            PoliteFetcher fetcher,
            Callbacks callbacks,
            FeedReader reader,
            JobQueue<PollJob> polls,
            JobQueue<FetchJob> fetches,
            InstantSource clock) {
        NewEntries entries = new NewEntries(ledger, documents, fetches, Optional.of(fetcher.gaps()));
        this.sources = sources;
        this.fetcher = fetcher;
        this.reader = reader;
        this.subscriber = new Subscriber(sources, fetcher, callbacks, polls, clock);
        this.outcomes = new PollOutcomes(sources, polls, clock);
        this.feeds = new ReadFeed(entries, subscriber, outcomes, clock);
        this.sitemaps = new ReadSitemaps(entries, outcomes, clock);
        this.search = new FindFeed(sources, feeds, sitemaps, outcomes);
        this.clock = clock;
    }

    /** Polls a source for its planned minute, or asks its hub; a job that comes twice or late polls nothing. */
    public PollResult poll(PollJob job) {
        Optional<Source> found = sources.get(job.sourceId());
        if (found.isEmpty()) {
            return new PollResult.Skipped("removed");
        }
        Source source = found.get();
        Schedule schedule = source.schedule();
        if (!source.polls()) {
            boolean mail = source.state() == Source.State.ACTIVE;
            return new PollResult.Skipped(mail ? "mail" : source.state().name().toLowerCase(Locale.ROOT));
        }
        if (job.task() instanceof PollJob.Task.Subscribe) {
            return subscriber.subscribe(source, job);
        }
        if (schedule.isDone(job.planned())) {
            return new PollResult.Skipped("polled already");
        }
        if (schedule.isHeld(clock.instant())) {
            return new PollResult.Skipped("held until " + schedule.notBefore());
        }
        if (schedule.adaptive().hints().isQuiet(job.planned())) {
            return new PollResult.Skipped("the publisher wants this hour or day skipped");
        }
        return ask(source, job);
    }

    /** Records a poll that broke for good in the health of its source; the next planned poll asks again. */
    public void broke(PollJob job, String cause) {
        sources.get(job.sourceId())
                .ifPresent(source -> outcomes.failed(source, job, Outcome.FAILED.label(), cause, Weight.SOFT));
    }

    private PollResult ask(Source source, PollJob job) {
        FollowUps followUps = job.followUps();
        Optional<URI> url = WebUrl.of(followUps == null ? source.pollUrl() : followUps.url())
                .map(WebUrl::uri);
        if (url.isEmpty()) {
            return outcomes.failed(source, job, "refused", "not an http or https address", Weight.HARD);
        }
        FetchRequest request =
                followUps == null ? conditional(source, url.get()) : FetchRequest.unconditional(url.get(), Accept.FEED);
        return switch (fetcher.fetch(request.after(job.redirects()))) {
            case PoliteFetcher.Answer.Wait(Instant until) -> outcomes.postponed(source, job, until);
            case PoliteFetcher.Answer.Got(FetchOutcome.Moved moved) ->
                outcomes.postponed(source, job.after(moved.redirects()), fetcher.next(moved));
            case PoliteFetcher.Answer.Got(FetchOutcome outcome) ->
                followUps == null ? end(source, job, outcome) : pursued(source, job, followUps, outcome);
        };
    }

    private FetchRequest conditional(Source source, URI url) {
        Instant now = clock.instant();
        boolean overdue = source.schedule().adaptive().frequency().isOverdue(now);
        Validators known = source.validators().toSend(overdue, now);
        return new FetchRequest(url, known.etag(), known.lastModified(), Accept.FEED);
    }

    private PollResult end(Source source, PollJob job, FetchOutcome outcome) {
        return switch (outcome) {
            case FetchOutcome.Fetched fetched -> fetched(source, job, fetched);
            case FetchOutcome.NotModified same ->
                outcomes.ended(
                        source, job, new Poll.Unchanged(PollResponses.of(source, same)), new PollResult.Unchanged());
            case FetchOutcome.Moved moved -> throw new IllegalStateException("a move is no end: " + moved);
            case FetchOutcome.Gone gone -> outcomes.gone(source, job, gone.url() + " answered " + gone.status());
            case FetchOutcome.Later later -> outcomes.later(source, job, later.status(), later.notBefore());
            case FetchOutcome.Refused refused ->
                outcomes.failed(
                        source, job, "refused", refused.detail(), refused.status() == 404 ? Weight.SOFT : Weight.HARD);
            case FetchOutcome.Blocked blocked ->
                outcomes.failed(source, job, "blocked", blocked.reason() + advice(source, blocked), Weight.HARD);
            case FetchOutcome.TooLarge large -> outcomes.failed(source, job, "too-large", large.detail(), Weight.HARD);
            case FetchOutcome.Failed broken ->
                outcomes.failed(source, job, broken.failure().label(), broken.detail(), weight(broken.failure()));
        };
    }

    /** Tells how to allow the address that the source was added with; one that others led to is not for them to choose. */
    private static String advice(Source source, FetchOutcome.Blocked blocked) {
        Optional<WebUrl> own =
                WebUrl.of(source.url()).filter(url -> url.userInfo().isEmpty());
        return own.filter(url -> WebUrl.of(blocked.url())
                        .filter(other -> other.origin().equals(url.origin()))
                        .isPresent())
                .map(url ->
                        "; only public addresses are asked, on ports 80 and 443: a stack of this machine asks this one"
                                + " if it is started with --allow " + new HostPort(url.host(), url.port()).written())
                .orElse("");
    }

    private PollResult fetched(Source source, PollJob job, FetchOutcome.Fetched fetched) {
        if (source.validators().isKnown(Digest.hex(fetched.body()))) {
            Poll same = new Poll.Unchanged(PollResponses.ofSameBody(source, fetched, clock.instant()));
            return outcomes.ended(source, job, same, new PollResult.Unchanged());
        }
        return switch (reading(fetched)) {
            case FeedReading.Read(Feed feed) -> feeds.read(source, job, feed, fetched);
            case FeedReading.Index index -> sitemaps.begin(source, job, index, fetched);
            case FeedReading.NotAFeed not -> search.begin(source, job, fetched, not);
        };
    }

    private FeedReading reading(FetchOutcome.Fetched fetched) {
        String type = fetched.meta().contentType().orElse(null);
        return reader.read(fetched.body(), type, fetched.url().toString());
    }

    /** Takes the answer of one follow-up; an address without a body is passed over. */
    private PollResult pursued(Source source, PollJob job, FollowUps followUps, FetchOutcome outcome) {
        if (!(outcome instanceof FetchOutcome.Fetched fetched)) {
            FollowUps rest = followUps.asked(0);
            return switch (followUps.goal()) {
                case FEED -> search.goOn(source, job, rest);
                case SITEMAPS -> sitemaps.goOn(source, job, rest);
            };
        }
        return switch (followUps.goal()) {
            case FEED -> search.candidate(source, job, followUps, fetched, reading(fetched));
            case SITEMAPS -> sitemaps.sitemap(source, job, followUps, fetched, reading(fetched));
        };
    }

    private static Weight weight(FetchOutcome.Failure failure) {
        return switch (failure) {
            case DNS -> Weight.DNS;
            case CONNECT, TIMEOUT, TRUNCATED -> Weight.SOFT;
            case TLS, PROTOCOL, ENCODING -> Weight.HARD;
        };
    }
}
