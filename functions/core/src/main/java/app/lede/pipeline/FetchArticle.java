package app.lede.pipeline;

import app.lede.document.DocumentLog;
import app.lede.document.DocumentStore;
import app.lede.document.FetchedFrom.Refusal;
import app.lede.document.Outcome;
import app.lede.fetch.Accept;
import app.lede.fetch.CanonicalUrl;
import app.lede.fetch.FetchOutcome;
import app.lede.fetch.FetchOutcome.Redirect;
import app.lede.fetch.FetchRequest;
import app.lede.fetch.UrlLedger;
import app.lede.fetch.UrlLedger.Known;
import app.lede.fetch.UrlLedger.Mark;
import app.lede.fetch.WebUrl;
import app.lede.hash.Digest;
import app.lede.rights.Evidence;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Fetches the page of one entry, behind the guard and in its turn, and stores it in the documents bucket. An entry without a
 * page, or whose page cannot be had, is stored in the feed's own words, and the page is asked for again later. Pages that are
 * young are looked at again with conditional requests.
 *
 * <p>The ledger says that a URL is done only after its document is stored: whatever breaks before that is fetched again.
 * Thread safe.
 */
public final class FetchArticle {

    private final UrlLedger ledger;
    private final PageFetcher pages;
    private final FetchedDocuments documents;
    private final FetchDelays delays;
    private final PageChecks checks;
    private final InstantSource clock;

    public FetchArticle(
            UrlLedger ledger,
            PageFetcher pages,
            DocumentStore documents,
            DocumentLog log,
            ParkedJobs parked,
            JobQueue<FetchJob> fetches,
            PageChecks checks,
            InstantSource clock) {
        this.ledger = ledger;
        this.pages = pages;
        this.documents = new FetchedDocuments(ledger, documents, log, clock);
        this.delays = new FetchDelays(ledger, parked, fetches, clock);
        this.checks = checks;
        this.clock = clock;
    }

    /** Fetches the page of a job, or stores the feed's content in its place. */
    public FetchResult fetch(FetchJob job) {
        Instant now = clock.instant();
        if (job.notBefore() != null && now.isBefore(job.notBefore())) {
            return delays.postponed(job, job.notBefore());
        }
        CanonicalUrl key = new CanonicalUrl(job.key());
        Map<CanonicalUrl, Known> known = ledger.known(names(job, key), now);
        FetchResult result = attempt(job, key, known, now);
        String failure = Optional.ofNullable(known.get(key)).map(Known::failure).orElse(null);
        if (failure != null && !(result instanceof FetchResult.Postponed)) {
            documents.recovered(key, failure, result);
        }
        return result;
    }

    private FetchResult attempt(FetchJob job, CanonicalUrl key, Map<CanonicalUrl, Known> known, Instant now) {
        if (job.isFirst() && (isDone(key, known) || isRetried(job, known.get(key)))) {
            return new FetchResult.Skipped();
        }
        UrlLedger.Page before =
                Optional.ofNullable(known.get(key)).map(Known::page).orElse(null);
        URI url = job.url() == null ? null : address(job.url());
        if (url == null) {
            return documents.instead(job, Outcome.REFUSED, new Refusal(0, "the entry has no address"), List.of());
        }
        if (job.why() == FetchJob.Purpose.CHECK
                && (before == null
                        || (job.redirects().isEmpty() && !checks.budget().take(host(url), now)))) {
            return checked(job, new FetchResult.Unchanged());
        }
        return ask(job, before, url);
    }

    /** Records an attempt that broke; a later outcome replaces the record. */
    public void broke(FetchJob job, String cause) {
        documents.broke(job, cause);
    }

    private FetchResult ask(FetchJob job, UrlLedger.@Nullable Page before, URI url) {
        FetchRequest page = job.why() == FetchJob.Purpose.CHECK && before != null
                ? new FetchRequest(url, before.etag(), before.lastModified(), Accept.PAGE)
                : FetchRequest.unconditional(url, Accept.PAGE);
        return switch (pages.fetch(page.after(job.redirects()))) {
            case PageFetcher.Answer.Wait(Instant until, List<Redirect> behind) ->
                delays.postponed(job.heldUntil(until, behind), until);
            case PageFetcher.Answer.Closed(Instant until, String reason) ->
                again(new Asked(job, before, List.of()), until, Outcome.DISALLOWED, new Refusal(0, reason));
            case PageFetcher.Answer.Disallowed(String reason) ->
                given(new Asked(job, before, List.of()), Outcome.DISALLOWED, new Refusal(0, reason));
            case PageFetcher.Answer.Got(FetchOutcome outcome, List<Evidence> rights) ->
                end(new Asked(job, before, rights), outcome);
        };
    }

    /**
     * A page that was asked for.
     *
     * @param before the page as it was stored before, null for a new one
     * @param rights the statements on usage rights that hold for its address
     */
    private record Asked(FetchJob job, UrlLedger.@Nullable Page before, List<Evidence> rights) {}

    private FetchResult end(Asked asked, FetchOutcome outcome) {
        Instant now = clock.instant();
        return switch (outcome) {
            case FetchOutcome.Fetched page -> fetched(asked, page);
            case FetchOutcome.Later later ->
                again(
                        asked,
                        later.notBefore(),
                        Outcome.REFUSED,
                        new Refusal(later.status(), "answered " + later.status()));
            case FetchOutcome.Failed broken ->
                again(
                        asked,
                        now,
                        Outcome.REFUSED,
                        new Refusal(0, broken.failure().label() + ": " + broken.detail()));
            case FetchOutcome.NotModified same -> checked(asked.job(), new FetchResult.Unchanged());
            case FetchOutcome.Moved moved -> throw new IllegalStateException("a move is no end: " + moved);
            case FetchOutcome.Gone gone -> missing(asked, gone.status());
            case FetchOutcome.Refused refused when refused.status() == 404 -> missing(asked, 404);
            case FetchOutcome.Refused refused ->
                given(asked, Outcome.REFUSED, new Refusal(refused.status(), refused.detail()));
            case FetchOutcome.Blocked blocked -> given(asked, Outcome.BLOCKED, new Refusal(0, blocked.reason()));
            case FetchOutcome.TooLarge large -> given(asked, Outcome.TOO_LARGE, new Refusal(0, large.detail()));
        };
    }

    private FetchResult fetched(Asked asked, FetchOutcome.Fetched page) {
        FetchJob job = asked.job();
        UrlLedger.Page before = asked.before();
        if (before != null && FetchedDocuments.isFrontPage(page)) {
            return checked(job, documents.gone(job, before, FetchedDocuments.toFrontPage(page)));
        }
        boolean same = before != null && before.body().equals(Digest.hex(page.body()));
        // A changed entry may have new content, which is stored with the page.
        if (same && (job.why() == FetchJob.Purpose.CHECK || job.entry().content() == null)) {
            return checked(job, new FetchResult.Unchanged());
        }
        boolean first = before == null && job.isFirst() && !job.isStanding();
        FetchResult end = documents.page(job, page, asked.rights(), first);
        return end instanceof FetchResult.Stored ? checked(job, end) : end;
    }

    /** Plans the next look at a page that was stored. */
    private FetchResult checked(FetchJob job, FetchResult end) {
        checks.next(job, clock.instant())
                .ifPresent(next ->
                        delays.park(next, Optional.ofNullable(next.notBefore()).orElseThrow()));
        return end;
    }

    /** Marks a page stored before as gone, keeping its text; retries any other, which may only be late unless it is of the past. */
    private FetchResult missing(Asked asked, int status) {
        Refusal refusal = new Refusal(status, "answered " + status);
        UrlLedger.Page before = asked.before();
        if (before != null) {
            return checked(asked.job(), documents.gone(asked.job(), before, refusal.reason()));
        }
        return status == 404 && asked.job().why() != FetchJob.Purpose.PAST
                ? again(asked, clock.instant(), Outcome.REFUSED, refusal)
                : documents.instead(asked.job(), Outcome.REFUSED, refusal, asked.rights());
    }

    /** Ends a job whose page is refused for good; earlier revisions are kept. */
    private FetchResult given(Asked asked, Outcome outcome, Refusal refusal) {
        return asked.before() == null
                ? documents.instead(asked.job(), outcome, refusal, asked.rights())
                : new FetchResult.Kept(refusal.reason());
    }

    /** Schedules another attempt, as planned by {@link FetchDelays}; until then the feed's content stands in. */
    private FetchResult again(Asked asked, Instant notBefore, Outcome lastly, Refusal refusal) {
        FetchJob job = asked.job();
        if (asked.before() != null && job.why() == FetchJob.Purpose.CHECK) {
            return checked(job, new FetchResult.Kept(refusal.reason()));
        }
        Optional<Instant> when = delays.retry(job, notBefore);
        if (when.isEmpty()) {
            String reason = refusal.reason() + "; gave up after " + (job.attempts() + 1) + " attempts";
            return given(asked, lastly, new Refusal(refusal.status(), reason));
        }
        FetchJob words = asked.before() == null ? documents.provisional(job, refusal, asked.rights()) : job;
        return delays.postponed(words.afterAttempt(when.get()), when.get());
    }

    /**
     * Returns the addresses by which a job's page may be known. Feeds link to one page through different redirects, whose target
     * is known before the request; but an entry with content of its own may be behind a wall to which others lead as well.
     */
    private static Set<CanonicalUrl> names(FetchJob job, CanonicalUrl key) {
        Set<CanonicalUrl> names = new HashSet<>(Set.of(key));
        if (!job.redirects().isEmpty() && job.entry().content() == null) {
            String target = job.redirects().getLast().target().toString();
            CanonicalUrl.of(target).filter(url -> !url.isRoot()).ifPresent(names::add);
        }
        return names;
    }

    private boolean isDone(CanonicalUrl key, Map<CanonicalUrl, Known> known) {
        boolean fetched = known.values().stream().anyMatch(name -> name.mark() == Mark.FETCHED);
        Known own = known.get(key);
        Mark mark = own == null ? null : own.mark();
        if (fetched && mark != Mark.FETCHED) {
            documents.doneElsewhere(key);
        }
        return fetched || mark == Mark.REFUSED;
    }

    /** Tells whether a later attempt of the same job is waiting, so that a second delivery does not make this one again. */
    private static boolean isRetried(FetchJob job, @Nullable Known own) {
        return own != null && own.attempts() > job.attempts();
    }

    private static String host(URI url) {
        return WebUrl.of(url.toString()).map(WebUrl::host).orElseGet(url::toString);
    }

    private static @Nullable URI address(String url) {
        return WebUrl.of(url).map(WebUrl::uri).orElse(null);
    }
}
