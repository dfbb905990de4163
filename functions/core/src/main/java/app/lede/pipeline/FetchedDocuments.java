package app.lede.pipeline;

import app.lede.document.DocumentId;
import app.lede.document.DocumentLog;
import app.lede.document.DocumentRecord;
import app.lede.document.DocumentStore;
import app.lede.document.FetchedFrom;
import app.lede.document.FetchedFrom.Form;
import app.lede.document.FetchedFrom.Refusal;
import app.lede.document.Outcome;
import app.lede.fetch.CanonicalUrl;
import app.lede.fetch.FetchOutcome.Fetched;
import app.lede.fetch.UrlLedger;
import app.lede.fetch.UrlLedger.Mark;
import app.lede.hash.Digest;
import app.lede.rights.Evidence;
import app.lede.rights.Signal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Stores a fetched page in the documents bucket, or the feed's content if there is no page. The ledger is written after
 * the object. Thread safe.
 */
final class FetchedDocuments {

    private static final Duration DONE = Duration.ofDays(180);
    private static final Duration REFUSED = Duration.ofDays(7);

    private final UrlLedger ledger;
    private final DocumentStore documents;
    private final DocumentLog log;
    private final InstantSource clock;

    FetchedDocuments(UrlLedger ledger, DocumentStore documents, DocumentLog log, InstantSource clock) {
        this.ledger = ledger;
        this.documents = documents;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Stores a page under the address it was found at. A redirect to the front page of the same site keeps the address that was
     * asked for; one to another site's front page means that there is no page.
     *
     * @param first whether no page of the job was stored before
     */
    FetchResult page(FetchJob job, Fetched page, List<Evidence> rights, boolean first) {
        CanonicalUrl key = new CanonicalUrl(job.key());
        boolean front = isFrontPage(page);
        if (front && !isOfSameSite(page)) {
            return instead(job, Outcome.REFUSED, new Refusal(0, toFrontPage(page)), rights);
        }
        String address = (front ? page.requested() : page.url()).toString();
        String object = object(key, page.body());
        String type = page.meta().contentType().orElse("application/octet-stream");
        String usage = page.meta().usage().label().orElse(null);
        FetchedFrom from = from(job, front ? Form.FRONT_PAGE : Form.PAGE, address, usage, rights, null, first);
        documents.put(object, page.body(), type, from);
        UrlLedger.Page seen = new UrlLedger.Page(
                object,
                Digest.hex(page.body()),
                page.meta().etag().orElse(null),
                page.meta().lastModified().orElse(null));
        // The words of another site may go before this page, which its own feed then has fetched again.
        Optional<CanonicalUrl> other = CanonicalUrl.of(address)
                .filter(url -> !url.equals(key))
                .filter(url -> job.entry().content() == null || ArticleAddress.isOf(job.feed(), url));
        Set<CanonicalUrl> names = new LinkedHashSet<>(Set.of(key));
        other.ifPresent(names::add);
        ledger.done(names, Mark.FETCHED, seen, clock.instant().plus(DONE));
        return new FetchResult.Stored(object, page.body().length);
    }

    /** Tests whether a page redirects to the front page of its or another site, as pages do that were removed. */
    static boolean isFrontPage(Fetched page) {
        return CanonicalUrl.of(page.url().toString())
                        .filter(CanonicalUrl::isRoot)
                        .isPresent()
                && CanonicalUrl.of(page.requested().toString())
                        .filter(url -> !url.isRoot())
                        .isPresent();
    }

    private static boolean isOfSameSite(Fetched page) {
        return CanonicalUrl.of(page.requested().toString())
                .flatMap(requested -> CanonicalUrl.of(page.url().toString()).filter(requested::isOfSameSite))
                .isPresent();
    }

    static String toFrontPage(Fetched page) {
        return "redirects to the front page of " + page.url().getHost();
    }

    /** Stores the feed's words until the page can be had, where they may stand under its address. */
    FetchJob provisional(FetchJob job, Refusal refusal, List<Evidence> rights) {
        CanonicalUrl key = new CanonicalUrl(job.key());
        boolean own = ArticleAddress.isOf(job.feed(), key);
        Optional<byte[]> content = own && !job.isStanding() ? content(job) : Optional.empty();
        content.ifPresent(words -> words(job, key, words, refusal, rights));
        return content.isPresent() ? job.withWords() : job;
    }

    /** Ends a job without a page: in the feed's own words where it has any, else with an outcome. */
    FetchResult instead(FetchJob job, Outcome outcome, Refusal refusal, List<Evidence> rights) {
        String reason = refusal.reason();
        CanonicalUrl key = new CanonicalUrl(job.key());
        if (job.isStanding()) {
            fetched(key, null);
            return new FetchResult.Kept(reason);
        }
        Optional<CanonicalUrl> address = outcome == Outcome.BLOCKED
                ? Optional.ofNullable(job.feed()).flatMap(feed -> CanonicalUrl.ofEntry(feed, job.key()))
                : ArticleAddress.ofWords(job.feed(), key);
        Optional<byte[]> content = address.flatMap(known -> content(job));
        if (content.isEmpty()) {
            log.record(record(job, outcome, reason));
            ledger.done(key, Mark.REFUSED, null, clock.instant().plus(REFUSED));
            return new FetchResult.Refused(outcome, reason);
        }
        String object = words(job, address.orElseThrow(), content.get(), refusal, rights);
        fetched(key, null);
        return new FetchResult.StoredFromFeed(object, reason);
    }

    /** Writes a page that was stored before again, as gone. */
    FetchResult gone(FetchJob job, UrlLedger.Page before, String reason) {
        if (before.body().isEmpty() || !documents.gone(before.object(), clock.instant())) {
            return new FetchResult.Kept(reason);
        }
        fetched(new CanonicalUrl(job.key()), before.gone());
        return new FetchResult.Gone(before.object(), reason);
    }

    /** Marks an address whose page was stored under another. */
    void doneElsewhere(CanonicalUrl key) {
        fetched(key, null);
    }

    /** Records an attempt that broke; a later outcome replaces the record. */
    void broke(FetchJob job, String cause) {
        DocumentRecord failed = record(job, Outcome.FAILED, cause);
        log.record(failed);
        ledger.failure(new CanonicalUrl(job.key()), failed.id().value());
    }

    /** Replaces the record of a fetch that had failed for good, after a redrive or the next poll, unless it has an outcome. */
    void recovered(CanonicalUrl key, String failure, FetchResult result) {
        DocumentId id = new DocumentId(failure);
        log.record(new DocumentRecord(
                id,
                key.value(),
                null,
                id.at(),
                Outcome.SUPERSEDED,
                "a later fetch ended as " + result.label(),
                null,
                0));
        ledger.failure(key, null);
    }

    private void fetched(CanonicalUrl url, UrlLedger.@Nullable Page page) {
        ledger.done(url, Mark.FETCHED, page, clock.instant().plus(DONE));
    }

    private Optional<byte[]> content(FetchJob job) {
        return Optional.ofNullable(job.entry().content()).flatMap(documents::entry);
    }

    private String words(FetchJob job, CanonicalUrl address, byte[] content, Refusal refusal, List<Evidence> rights) {
        String object = object(new CanonicalUrl(job.key()), content);
        documents.put(
                object,
                content,
                "text/html; charset=utf-8",
                from(job, Form.FEED, address.value(), null, rights, refusal, false));
        return object;
    }

    private static String object(CanonicalUrl key, byte[] body) {
        return "web/" + key.sha256() + "/" + Digest.hex(body);
    }

    private FetchedFrom from(
            FetchJob job,
            Form form,
            String address,
            @Nullable String usage,
            List<Evidence> rights,
            @Nullable Refusal refusal,
            boolean first) {
        FetchJob.Entry entry = job.entry();
        List<Evidence> all = new ArrayList<>(rights);
        if (entry.licence() != null) {
            all.add(new Evidence(Signal.RSL, "feed", entry.licence(), clock.instant()));
        }
        String content = form == Form.FEED ? null : entry.content();
        return new FetchedFrom(
                form,
                address,
                CanonicalUrl.ofWritten(address).value().equals(job.key()) ? null : job.key(),
                clock.instant(),
                new FetchedFrom.Entry(entry.title(), entry.published(), entry.author(), content, job.feed()),
                new FetchedFrom.Discovery(
                        job.sourceId().value(), job.trace(), job.why() == FetchJob.Purpose.PAST, first),
                usage,
                all,
                refusal,
                false);
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
}
