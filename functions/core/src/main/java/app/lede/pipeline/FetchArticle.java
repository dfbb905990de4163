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
import app.lede.fetch.FetchRequest;
import app.lede.fetch.UrlLedger;
import app.lede.fetch.WebUrl;
import app.lede.hash.Digest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
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
    private static final Duration DONE = Duration.ofDays(180);
    private static final Duration REFUSED = Duration.ofDays(7);

    private final UrlLedger ledger;
    private final PoliteFetcher fetcher;
    private final DocumentStore documents;
    private final DocumentLog log;
    private final JobQueue<FetchJob> fetches;
    private final InstantSource clock;

    public FetchArticle(
            UrlLedger ledger,
            PoliteFetcher fetcher,
            DocumentStore documents,
            DocumentLog log,
            JobQueue<FetchJob> fetches,
            InstantSource clock) {
        this.ledger = ledger;
        this.fetcher = fetcher;
        this.documents = documents;
        this.log = log;
        this.fetches = fetches;
        this.clock = clock;
    }

    /** Fetches the page of a job, or what stands in for it. */
    public FetchEnd fetch(FetchJob job) {
        CanonicalUrl key = new CanonicalUrl(job.key());
        if (isDone(key)) {
            return new FetchEnd.Skipped();
        }
        if (job.notBefore() != null && clock.instant().isBefore(job.notBefore())) {
            return postponed(job, job.notBefore());
        }
        URI url = job.url() == null ? null : address(job.url());
        return url == null ? instead(job, key, Outcome.REFUSED, "the entry has no address") : ask(job, key, url);
    }

    private FetchEnd ask(FetchJob job, CanonicalUrl key, URI url) {
        return switch (fetcher.fetch(FetchRequest.unconditional(url, Accept.PAGE))) {
            case PoliteFetcher.Answer.Wait(Instant until) -> postponed(job.heldUntil(until), until);
            case PoliteFetcher.Answer.Got(FetchOutcome outcome) -> end(job, key, outcome);
        };
    }

    private FetchEnd end(FetchJob job, CanonicalUrl key, FetchOutcome outcome) {
        return switch (outcome) {
            case FetchOutcome.Fetched page -> stored(job, key, page);
            case FetchOutcome.Later later -> again(job, key, later.notBefore(), "answered " + later.status());
            case FetchOutcome.Failed broken ->
                again(
                        job,
                        key,
                        clock.instant().plus(FIRST_RETRY.multipliedBy(1L << (2 * job.attempts()))),
                        broken.failure().name().toLowerCase(Locale.ROOT) + ": " + broken.detail());
            case FetchOutcome.NotModified same ->
                instead(job, key, Outcome.REFUSED, "answered 304 to an unconditional request");
            case FetchOutcome.Gone gone -> instead(job, key, Outcome.REFUSED, "answered " + gone.status());
            case FetchOutcome.Refused refused -> instead(job, key, Outcome.REFUSED, refused.detail());
            case FetchOutcome.Blocked blocked -> instead(job, key, Outcome.BLOCKED, blocked.reason());
            case FetchOutcome.TooLarge large -> instead(job, key, Outcome.TOO_LARGE, large.detail());
        };
    }

    private FetchEnd stored(FetchJob job, CanonicalUrl key, FetchOutcome.Fetched page) {
        String contentType = page.meta().contentType().orElse("application/octet-stream");
        String usage = page.meta().usage().label().orElse(null);
        String object = put(job, key, page.body(), contentType, settled(page), usage);
        ledger.done(key, UrlLedger.Mark.FETCHED, clock.instant().plus(DONE));
        return new FetchEnd.Stored(object, page.body().length);
    }

    /** A redirect to the front page means that the page is gone or hidden; the front page is not its address. */
    private static String settled(FetchOutcome.Fetched page) {
        String path = page.url().getPath();
        boolean front = path == null || path.isEmpty() || path.equals("/");
        return (front ? page.requested() : page.url()).toString();
    }

    private FetchEnd again(FetchJob job, CanonicalUrl key, Instant when, String reason) {
        if (job.attempts() + 1 >= MAX_ATTEMPTS) {
            return instead(job, key, Outcome.REFUSED, reason + "; gave up after " + MAX_ATTEMPTS + " requests");
        }
        return postponed(job.afterAttempt(when), when);
    }

    private FetchEnd postponed(FetchJob job, Instant until) {
        fetches.sendLater(job, JobQueue.delayUntil(until, clock.instant()));
        return new FetchEnd.Postponed(until);
    }

    /** There is no page: the feed's own words are the document where it has any. */
    private FetchEnd instead(FetchJob job, CanonicalUrl key, Outcome outcome, String reason) {
        String content = job.entry().content();
        if (content == null) {
            log.record(record(job, outcome, reason));
            ledger.done(key, UrlLedger.Mark.REFUSED, clock.instant().plus(REFUSED));
            return new FetchEnd.Refused(reason);
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
                job.queuedAt(),
                outcome,
                reason,
                null);
    }

    private boolean isDone(CanonicalUrl key) {
        UrlLedger.Mark mark = ledger.look(Set.of(key), clock.instant()).get(key);
        return mark == UrlLedger.Mark.FETCHED || mark == UrlLedger.Mark.REFUSED;
    }

    private static @Nullable URI address(String url) {
        return WebUrl.of(url).map(WebUrl::uri).orElse(null);
    }
}
