package app.lede.pipeline;

import app.lede.feed.Feed;
import app.lede.feed.FeedReader;
import app.lede.feed.FeedReading;
import app.lede.fetch.Accept;
import app.lede.fetch.FetchOutcome;
import app.lede.fetch.FetchRequest;
import app.lede.fetch.HttpMeta;
import app.lede.fetch.UrlLedger;
import app.lede.hash.Digest;
import app.lede.source.Health;
import app.lede.source.PollPlan;
import app.lede.source.Source;
import app.lede.source.SourceStore;
import app.lede.source.Validators;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The second step: one feed, asked politely and conditionally, to fetch jobs for its new entries.
 *
 * <p>The source's validators are written last, after every entry was sent: whatever breaks before that, the next poll reads
 * the feed again. Thread safe.
 */
public final class PollSource {

    private static final Duration LONGEST_HINT = Duration.ofHours(24);

    private final SourceStore sources;
    private final NewEntries entries;
    private final PoliteFetcher fetcher;
    private final FeedReader reader;
    private final JobQueue<PollJob> polls;
    private final InstantSource clock;

    public PollSource(
            SourceStore sources,
            UrlLedger ledger,
            PoliteFetcher fetcher,
            FeedReader reader,
            JobQueue<PollJob> polls,
            JobQueue<FetchJob> fetches,
            InstantSource clock) {
        this.sources = sources;
        this.entries = new NewEntries(ledger, fetches);
        this.fetcher = fetcher;
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
        if (source.state() != Source.State.ACTIVE) {
            return new PollEnd.Skipped(source.state().name().toLowerCase(Locale.ROOT));
        }
        if (source.polledFor() != null && !job.planned().isAfter(source.polledFor())) {
            return new PollEnd.Skipped("polled already");
        }
        if (source.isHeld(clock.instant())) {
            return new PollEnd.Skipped("held until " + source.notBefore());
        }
        return ask(source, job);
    }

    private PollEnd ask(Source source, PollJob job) {
        Validators known = source.validators();
        URI url = URI.create(source.pollUrl());
        FetchRequest feed = new FetchRequest(url, known.etag(), known.lastModified(), Accept.FEED);
        return switch (fetcher.fetch(feed.after(job.redirects()))) {
            case PoliteFetcher.Answer.Wait(Instant until) -> postponed(job, until);
            case PoliteFetcher.Answer.Got(FetchOutcome.Moved moved) ->
                postponed(job.after(moved.redirects()), clock.instant());
            case PoliteFetcher.Answer.Got(FetchOutcome outcome) -> end(source, job, outcome);
        };
    }

    private PollEnd postponed(PollJob job, Instant until) {
        polls.sendLater(job, JobQueue.delayUntil(until, clock.instant()));
        return new PollEnd.Postponed(until);
    }

    private PollEnd end(Source source, PollJob job, FetchOutcome outcome) {
        return switch (outcome) {
            case FetchOutcome.Fetched fetched -> fetched(source, job, fetched);
            case FetchOutcome.NotModified same -> unchanged(source, job, source.validators(), same.meta());
            case FetchOutcome.Moved moved -> throw new IllegalStateException("a move is no end: " + moved);
            case FetchOutcome.Gone gone -> {
                sources.change(source.id(), current -> current.withState(Source.State.GONE));
                yield failed(source, job, "gone", gone.url() + " answered " + gone.status(), null);
            }
            case FetchOutcome.Later later ->
                failed(source, job, "later", "answered " + later.status(), later.notBefore());
            case FetchOutcome.Refused refused -> failed(source, job, "refused", refused.detail(), null);
            case FetchOutcome.Blocked blocked -> failed(source, job, "blocked", blocked.reason(), null);
            case FetchOutcome.TooLarge large -> failed(source, job, "too-large", large.detail(), null);
            case FetchOutcome.Failed broken ->
                failed(source, job, broken.failure().name().toLowerCase(Locale.ROOT), broken.detail(), null);
        };
    }

    private PollEnd fetched(Source source, PollJob job, FetchOutcome.Fetched fetched) {
        HttpMeta meta = fetched.meta();
        Validators seen =
                new Validators(meta.etag().orElse(null), meta.lastModified().orElse(null), Digest.hex(fetched.body()));
        if (seen.bodyHash() != null
                && seen.bodyHash().equals(source.validators().bodyHash())) {
            return unchanged(source, job, seen, meta);
        }
        String url = fetched.url().toString();
        return switch (reader.read(fetched.body(), meta.contentType().orElse(null), url)) {
            case FeedReading.Read(Feed feed) -> read(source, job, feed, seen, meta);
            case FeedReading.Index(List<FeedReading.Sitemap> sitemaps) ->
                discovered(
                        source,
                        job,
                        "an index of sitemaps",
                        sitemaps.stream().map(FeedReading.Sitemap::url).toList());
            case FeedReading.NotAFeed(String detail, List<String> links) -> discovered(source, job, detail, links);
        };
    }

    private PollEnd read(Source source, PollJob job, Feed feed, Validators seen, HttpMeta meta) {
        Instant now = clock.instant();
        int found = entries.send(source, feed, now);
        int interval = PollPlan.adapted(source.intervalMinutes(), found > 0, askedMinutes(feed, meta));
        sources.change(source.id(), current -> {
            Health health = current.health().read(now, found, feed.overCap());
            Source named = current.name() == null ? current.withName(feed.title()) : current;
            return named.polled(job.planned(), interval, null, seen, health);
        });
        return new PollEnd.Read(feed.items().size(), found);
    }

    private PollEnd unchanged(Source source, PollJob job, Validators seen, HttpMeta meta) {
        Instant now = clock.instant();
        int interval = PollPlan.adapted(source.intervalMinutes(), false, minutes(meta.freshFor().stream()));
        sources.change(
                source.id(),
                current -> current.polled(
                        job.planned(), interval, null, seen, current.health().unchanged(now)));
        return new PollEnd.Unchanged();
    }

    /** A site's address is enough: its page names its feed. A feed that names another is followed no further. */
    private PollEnd discovered(Source source, PollJob job, String detail, List<String> links) {
        if (source.feedUrl() != null || links.isEmpty()) {
            return failed(source, job, "not-a-feed", detail, null);
        }
        String feedUrl = links.getFirst();
        sources.change(source.id(), current -> current.withFeed(feedUrl));
        polls.send(List.of(job));
        return new PollEnd.Discovered(feedUrl);
    }

    private PollEnd failed(Source source, PollJob job, String outcome, String detail, @Nullable Instant notBefore) {
        Instant now = clock.instant();
        sources.change(source.id(), current -> {
            Health health = current.health().failed(now, outcome, detail);
            int interval = PollPlan.afterFailure(current.intervalMinutes(), health.errorStreak());
            return current.polled(job.planned(), interval, notBefore, current.validators(), health);
        });
        return new PollEnd.Failed(outcome, detail);
    }

    private static OptionalInt askedMinutes(Feed feed, HttpMeta meta) {
        return minutes(Stream.of(
                        Optional.ofNullable(feed.hints().ttl()),
                        Optional.ofNullable(feed.hints().updatePeriod()),
                        meta.freshFor())
                .flatMap(Optional::stream));
    }

    private static OptionalInt minutes(Stream<Duration> hints) {
        return hints.map(hint -> hint.compareTo(LONGEST_HINT) > 0 ? LONGEST_HINT : hint)
                .mapToInt(hint -> Math.toIntExact(hint.toMinutes()))
                .max();
    }
}
