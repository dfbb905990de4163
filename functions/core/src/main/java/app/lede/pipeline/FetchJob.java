package app.lede.pipeline;

import app.lede.document.TraceId;
import app.lede.fetch.FetchOutcome.Redirect;
import app.lede.source.SourceId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Order to fetch the page of a feed's entry.
 *
 * @param url normalised; null where the entry has no link and is itself the document
 * @param key what the entry is known by: the canonical URL, or the feed's with the entry's own mark
 * @param feed address of the feed as it was added; null in jobs of earlier versions
 * @param queuedAt when it was first sent; names the job when it fails
 * @param attempts requests made so far
 * @param notBefore no request before this; null for at once
 * @param standing true once the feed's words are stored in place of the page; null for not yet
 * @param behind the redirects followed so far, null for none: each host is waited for in its turn
 * @param purpose null for {@link Purpose#NEW}
 * @param check which look at the page this is, from 0; null for the first of all
 * @param trace of the poll or push that found the entry; null in jobs of earlier versions
 */
public record FetchJob(
        @Nullable String url,
        String key,
        SourceId sourceId,
        @Nullable String feed,
        Instant queuedAt,
        int attempts,
        @Nullable Instant notBefore,
        Entry entry,
        @Nullable Boolean standing,
        @Nullable List<Redirect> behind,
        @Nullable Purpose purpose,
        @Nullable Integer check,
        @Nullable TraceId trace) {

    /** Reason for fetching a page. */
    public enum Purpose {
        /** Not fetched yet. */
        NEW,
        /** Not fetched yet, and of a source's past: it is not checked for changes later. */
        PAST,
        /** The feed's entry changed. */
        CHANGED,
        /** A young page to check for corrections and withdrawal. */
        CHECK
    }

    /**
     * The feed's data about the page; untrusted.
     *
     * @param content key of the object with the entry's own content, null where it has none
     * @param licence RSL terms of the entry, null where it has none
     */
    public record Entry(
            @Nullable String title,
            @Nullable String published,
            @Nullable String author,
            @Nullable String content,
            @Nullable String licence) {}

    /** Creates a new job. */
    public static FetchJob of(
            @Nullable String url, String key, SourceId sourceId, @Nullable String feed, Instant queuedAt, Entry entry) {
        return new FetchJob(url, key, sourceId, feed, queuedAt, 0, null, entry, null, null, null, null, null);
    }

    /** Returns the job of an entry that a poll or push has found. */
    FetchJob foundBy(TraceId found) {
        return new FetchJob(
                url, key, sourceId, feed, queuedAt, attempts, notBefore, entry, standing, behind, purpose, check,
                found);
    }

    public Purpose why() {
        return purpose == null ? Purpose.NEW : purpose;
    }

    /** Tests whether the page was not fetched yet, as far as was known. */
    boolean isFirst() {
        return why() == Purpose.NEW || why() == Purpose.PAST;
    }

    List<Redirect> redirects() {
        return behind == null ? List.of() : behind;
    }

    boolean isStanding() {
        return Boolean.TRUE.equals(standing);
    }

    int checks() {
        return check == null ? 0 : check;
    }

    /** Returns the job for a page of a source's past. */
    FetchJob ofPast() {
        return with(attempts, notBefore, standing, behind, Purpose.PAST, check);
    }

    /** Returns the job for a changed entry. */
    FetchJob ofChange() {
        return with(attempts, notBefore, standing, behind, Purpose.CHANGED, check);
    }

    /** Returns the job postponed, to continue after redirects. */
    FetchJob heldUntil(Instant moment, List<Redirect> redirects) {
        return with(attempts, moment, standing, redirects.isEmpty() ? null : redirects, purpose, check);
    }

    /** Returns the job after a request that must be repeated from the start. */
    FetchJob afterAttempt(Instant again) {
        return with(attempts + 1, again, standing, null, purpose, check);
    }

    /** Returns the job with the feed's content stored in place of the page. */
    FetchJob withWords() {
        return with(attempts, notBefore, true, behind, purpose, check);
    }

    /** Returns a job to check the same page again. */
    FetchJob ofCheck(int number, Instant moment) {
        return with(0, moment, null, null, Purpose.CHECK, number);
    }

    private FetchJob with(
            int made,
            @Nullable Instant moment,
            @Nullable Boolean words,
            @Nullable List<Redirect> redirects,
            @Nullable Purpose reason,
            @Nullable Integer number) {
        return new FetchJob(
                url, key, sourceId, feed, queuedAt, made, moment, entry, words, redirects, reason, number, trace);
    }
}
