package app.lede.pipeline;

import app.lede.document.DocumentId;
import app.lede.document.DocumentLog;
import app.lede.document.DocumentRecord;
import app.lede.document.DocumentStore;
import app.lede.document.FetchedFrom;
import app.lede.document.Outcome;
import app.lede.fetch.Accept;
import app.lede.fetch.CanonicalUrl;
import app.lede.fetch.FetchOutcome;
import app.lede.fetch.FetchOutcome.Redirect;
import app.lede.fetch.FetchRequest;
import app.lede.fetch.UrlLedger;
import app.lede.fetch.WebUrl;
import app.lede.hash.Digest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The third step: one page, fetched behind the guard and in its turn, to an object in the documents bucket.
 *
 * <p>The ledger says that a URL is done only after its document is stored: whatever breaks before that is fetched again. An
 * entry without a page, or whose page is refused, becomes a document from the feed's own words. Thread safe.
 */
public final class FetchArticle {

    /** After so many requests without a whole answer the page counts as not to be had. */
    static final int MAX_ATTEMPTS = 4;

    private static final Duration FIRST_RETRY = Duration.ofMinutes(1);
    private static final Duration LONG_WAIT = Duration.ofHours(1);
    private static final Duration DONE = Duration.ofDays(180);
    private static final Duration REFUSED = Duration.ofDays(7);

    private final UrlLedger ledger;
    private final PageFetcher pages;
    private final DocumentStore documents;
    private final DocumentLog log;
    private final JobQueue<FetchJob> fetches;
    private final InstantSource clock;

    public FetchArticle(
            UrlLedger ledger,
            PageFetcher pages,
            DocumentStore documents,
            DocumentLog log,
            JobQueue<FetchJob> fetches,
            InstantSource clock) {
        this.ledger = ledger;
        this.pages = pages;
        this.documents = documents;
        this.log = log;
        this.fetches = fetches;
        this.clock = clock;
    }

    /** Fetches the page of a job, or what stands in for it. */
    public FetchEnd fetch(FetchJob job) {
        CanonicalUrl key = new CanonicalUrl(job.key());
        if (isDone(job, key)) {
            return new FetchEnd.Skipped();
        }
        if (job.notBefore() != null && clock.instant().isBefore(job.notBefore())) {
            return postponed(job, key, job.notBefore());
        }
        URI url = job.url() == null ? null : address(job.url());
        return url == null ? instead(job, key, Outcome.REFUSED, "the entry has no address") : ask(job, key, url);
    }

    /** Records an attempt that broke; a later outcome replaces the record. */
    public void broke(FetchJob job, String cause) {
        log.record(record(job, Outcome.FAILED, cause));
    }

    private FetchEnd ask(FetchJob job, CanonicalUrl key, URI url) {
        FetchRequest page = FetchRequest.unconditional(url, Accept.PAGE).after(job.redirects());
        return switch (pages.fetch(page)) {
            case PageFetcher.Answer.Wait(Instant until, List<Redirect> behind) ->
                postponed(job.heldUntil(until, behind), key, until);
            case PageFetcher.Answer.Closed(Instant until, String reason) ->
                again(job, key, until, Outcome.DISALLOWED, reason);
            case PageFetcher.Answer.Disallowed(String reason) -> instead(job, key, Outcome.DISALLOWED, reason);
            case PageFetcher.Answer.Got(FetchOutcome outcome) -> end(job, key, outcome);
        };
    }

    private FetchEnd end(FetchJob job, CanonicalUrl key, FetchOutcome outcome) {
        return switch (outcome) {
            case FetchOutcome.Fetched page -> stored(job, key, page);
            case FetchOutcome.Later later ->
                again(job, key, later.notBefore(), Outcome.REFUSED, "answered " + later.status());
            case FetchOutcome.Failed broken ->
                again(
                        job,
                        key,
                        clock.instant().plus(FIRST_RETRY.multipliedBy(1L << (2 * job.attempts()))),
                        Outcome.REFUSED,
                        broken.failure().name().toLowerCase(Locale.ROOT) + ": " + broken.detail());
            case FetchOutcome.NotModified same ->
                instead(job, key, Outcome.REFUSED, "answered 304 to an unconditional request");
            case FetchOutcome.Moved moved -> throw new IllegalStateException("a move is no end: " + moved);
            case FetchOutcome.Gone gone -> instead(job, key, Outcome.REFUSED, "answered " + gone.status());
            case FetchOutcome.Refused refused -> instead(job, key, Outcome.REFUSED, refused.detail());
            case FetchOutcome.Blocked blocked -> instead(job, key, Outcome.BLOCKED, blocked.reason());
            case FetchOutcome.TooLarge large -> instead(job, key, Outcome.TOO_LARGE, large.detail());
        };
    }

    private FetchEnd stored(FetchJob job, CanonicalUrl key, FetchOutcome.Fetched page) {
        String contentType = page.meta().contentType().orElse("application/octet-stream");
        String usage = page.meta().usage().label().orElse(null);
        String url = settled(page);
        String object = put(job, key, page.body(), contentType, url, usage);
        Instant until = clock.instant().plus(DONE);
        CanonicalUrl.of(url).ifPresent(found -> ledger.done(found, UrlLedger.Mark.FETCHED, until));
        ledger.done(key, UrlLedger.Mark.FETCHED, until);
        return new FetchEnd.Stored(object, page.body().length);
    }

    /** A redirect to the front page means that the page is gone or hidden; the front page is not its address. */
    private static String settled(FetchOutcome.Fetched page) {
        String path = page.url().getPath();
        boolean front = path == null || path.isEmpty() || path.equals("/");
        return (front ? page.requested() : page.url()).toString();
    }

    private FetchEnd again(FetchJob job, CanonicalUrl key, Instant when, Outcome lastly, String reason) {
        if (job.attempts() + 1 >= MAX_ATTEMPTS) {
            return instead(job, key, lastly, reason + "; gave up after " + MAX_ATTEMPTS + " attempts");
        }
        return postponed(job.afterAttempt(when), key, when);
    }

    private FetchEnd postponed(FetchJob job, CanonicalUrl key, Instant until) {
        Instant now = clock.instant();
        if (until.isAfter(now.plus(LONG_WAIT))) {
            // Otherwise the next poll takes the job for lost and sends another, and the one after it another.
            ledger.queued(Set.of(key), until.plus(LONG_WAIT));
        }
        fetches.sendLater(job, JobQueue.delayUntil(until, now));
        return new FetchEnd.Postponed(until);
    }

    /** There is no page: the feed's own words are the document where it has any. */
    private FetchEnd instead(FetchJob job, CanonicalUrl key, Outcome outcome, String reason) {
        String content = job.entry().content();
        if (content == null) {
            log.record(record(job, outcome, reason));
            ledger.done(key, UrlLedger.Mark.REFUSED, clock.instant().plus(REFUSED));
            return new FetchEnd.Refused(outcome, reason);
        }
        byte[] body = content.getBytes(StandardCharsets.UTF_8);
        String object = put(job, key, body, "text/html; charset=utf-8", job.key(), null);
        ledger.done(key, UrlLedger.Mark.FETCHED, clock.instant().plus(DONE));
        return new FetchEnd.StoredFromFeed(object, reason);
    }

    private String put(
            FetchJob job, CanonicalUrl key, byte[] body, String contentType, String from, @Nullable String usage) {
        String object = "web/" + key.sha256() + "/" + Digest.hex(body);
        FetchJob.Entry entry = job.entry();
        documents.put(
                object,
                body,
                contentType,
                new FetchedFrom(
                        from,
                        clock.instant(),
                        job.sourceId().value(),
                        entry.title(),
                        entry.published(),
                        entry.author(),
                        usage));
        return object;
    }

    private static DocumentRecord record(FetchJob job, Outcome outcome, String reason) {
        return new DocumentRecord(
                DocumentId.of(job.queuedAt(), Digest.base32(job.key())),
                job.key(),
                null,
                job.queuedAt(),
                outcome,
                reason,
                null,
                0);
    }

    /** Feeds link to one page by different redirects; where they lead is known before the page is asked for. */
    private boolean isDone(FetchJob job, CanonicalUrl key) {
        Instant now = clock.instant();
        Set<CanonicalUrl> names = new HashSet<>(Set.of(key));
        if (!job.redirects().isEmpty()) {
            String target = job.redirects().getLast().target().toString();
            CanonicalUrl.of(target).filter(url -> !url.isRoot()).ifPresent(names::add);
        }
        Map<CanonicalUrl, UrlLedger.Mark> marks = ledger.look(names, now);
        if (marks.get(key) != UrlLedger.Mark.FETCHED && marks.containsValue(UrlLedger.Mark.FETCHED)) {
            ledger.done(key, UrlLedger.Mark.FETCHED, now.plus(DONE));
        }
        return marks.containsValue(UrlLedger.Mark.FETCHED) || marks.get(key) == UrlLedger.Mark.REFUSED;
    }

    private static @Nullable URI address(String url) {
        return WebUrl.of(url).map(WebUrl::uri).orElse(null);
    }
}
