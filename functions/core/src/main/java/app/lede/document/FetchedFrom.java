package app.lede.document;

import static java.util.Objects.requireNonNull;

import app.lede.rights.Evidence;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Describes the fetch of a document; stored as metadata of its object. The entry's fields are the feed's words and fill
 * gaps of the page.
 *
 * @param url the address the document is stored under: where the page was found after redirects, or what the feed's words are
 *     known by
 * @param requested the address of the entry's page, or its key, where redirects led elsewhere; null where it is {@code url}, or
 *     did not fit
 * @param sourceId the source whose feed named it
 * @param entryContent key of the object with the entry's own content, null where the feed has none
 * @param feed address of the feed as it was added; the entry's content belongs to its site. Null where it did not fit
 * @param rights statements on usage rights that hold for the address; those of the page itself are read with the page
 * @param refusal why the feed's words stand in place of the page, null for a page
 * @param usageInfo rights signals of the answer's headers, null where none; the page's own are read with the page
 * @param gone whether the page answered 404 or 410 after it had been stored
 * @param trace of the poll or push that found it, null where it is not known
 * @param backfilled whether a backfill of the source found it
 * @param first whether no page of its address was stored before, as far as the ledger knew
 */
public record FetchedFrom(
        Form form,
        String url,
        @Nullable String requested,
        Instant at,
        String sourceId,
        @Nullable String entryTitle,
        @Nullable String entryPublished,
        @Nullable String entryAuthor,
        @Nullable String entryContent,
        @Nullable String feed,
        @Nullable String usageInfo,
        List<Evidence> rights,
        @Nullable Refusal refusal,
        boolean gone,
        @Nullable TraceId trace,
        boolean backfilled,
        boolean first) {

    /**
     * The answer to a request for a page that was not given.
     *
     * @param status of HTTP, 0 where there was none
     */
    public record Refusal(int status, String reason) {

        /** 402 Payment Required. */
        public static final int PRICED = 402;

        public Refusal {
            requireNonNull(reason, "reason");
        }
    }

    /** The form of the bytes. */
    public enum Form {
        /** The page that was found at the address. */
        PAGE,
        /** The front page of the site, to which the address redirects. */
        FRONT_PAGE,
        /** The words of the feed's entry. */
        FEED
    }

    public FetchedFrom {
        requireNonNull(form, "form");
        requireNonNull(url, "url");
        requireNonNull(at, "at");
        requireNonNull(sourceId, "sourceId");
        rights = List.copyOf(rights);
    }

    /** Creates the data of a document whose address may have had others before. */
    public FetchedFrom(
            Form form,
            String url,
            @Nullable String requested,
            Instant at,
            String sourceId,
            @Nullable String entryTitle,
            @Nullable String entryPublished,
            @Nullable String entryAuthor,
            @Nullable String entryContent,
            @Nullable String feed,
            @Nullable String usageInfo,
            List<Evidence> rights,
            @Nullable Refusal refusal,
            boolean gone,
            @Nullable TraceId trace,
            boolean backfilled) {
        this(
                form,
                url,
                requested,
                at,
                sourceId,
                entryTitle,
                entryPublished,
                entryAuthor,
                entryContent,
                feed,
                usageInfo,
                rights,
                refusal,
                gone,
                trace,
                backfilled,
                false);
    }

    /** Creates the data of a document of whose address and discovery nothing is known. */
    public FetchedFrom(
            Form form,
            String url,
            @Nullable String requested,
            Instant at,
            String sourceId,
            @Nullable String entryTitle,
            @Nullable String entryPublished,
            @Nullable String entryAuthor,
            @Nullable String entryContent,
            @Nullable String feed,
            @Nullable String usageInfo,
            List<Evidence> rights,
            @Nullable Refusal refusal,
            boolean gone) {
        this(
                form,
                url,
                requested,
                at,
                sourceId,
                entryTitle,
                entryPublished,
                entryAuthor,
                entryContent,
                feed,
                usageInfo,
                rights,
                refusal,
                gone,
                null,
                false);
    }

    /** Creates the data of a page with its entry's metadata, without the feed's content. */
    public FetchedFrom(
            String url,
            Instant at,
            String sourceId,
            @Nullable String entryTitle,
            @Nullable String entryPublished,
            @Nullable String entryAuthor,
            @Nullable String usageInfo) {
        this(
                Form.PAGE,
                url,
                null,
                at,
                sourceId,
                entryTitle,
                entryPublished,
                entryAuthor,
                null,
                null,
                usageInfo,
                List.of(),
                null,
                false);
    }

    /** Returns the same document, found gone at a later time. */
    public FetchedFrom goneAt(Instant later) {
        return new FetchedFrom(
                form,
                url,
                requested,
                later,
                sourceId,
                entryTitle,
                entryPublished,
                entryAuthor,
                entryContent,
                feed,
                usageInfo,
                rights,
                refusal,
                true,
                trace,
                backfilled,
                false);
    }
}
