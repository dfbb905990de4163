package app.lede.document;

import static java.util.Objects.requireNonNull;

import app.lede.rights.Evidence;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Describes the fetch of a document; stored as metadata of its object.
 *
 * @param url the address the document is stored under: where the page was found after redirects, or what the feed's words are
 *     known by
 * @param requested the address of the entry's page, or its key, where redirects led elsewhere; null where it is {@code url}, or
 *     did not fit
 * @param usageInfo rights signals of the answer's headers, null where none; the page's own are read with the page
 * @param rights statements on usage rights that hold for the address; those of the page itself are read with the page
 * @param refusal why the feed's words stand in place of the page, null for a page
 * @param gone whether the page answered 404 or 410 after it had been stored
 */
public record FetchedFrom(
        Form form,
        String url,
        @Nullable String requested,
        Instant at,
        Entry entry,
        Discovery discovery,
        @Nullable String usageInfo,
        List<Evidence> rights,
        @Nullable Refusal refusal,
        boolean gone) {

    /**
     * The feed's words about the page, which fill its gaps.
     *
     * @param content key of the object with the entry's own content, null where the feed has none
     * @param feed address of the feed as it was added; the entry's content belongs to its site. Null where it did not fit
     */
    public record Entry(
            @Nullable String title,
            @Nullable String published,
            @Nullable String author,
            @Nullable String content,
            @Nullable String feed) {

        /** A page without an entry. */
        public static final Entry NONE = new Entry(null, null, null, null, null);
    }

    /**
     * How the document was found.
     *
     * @param sourceId the source whose feed named it
     * @param trace of the poll or push that found it, null where it is not known
     * @param backfilled whether a backfill of the source found it
     * @param first whether no page of its address was stored before, as far as the ledger knew
     */
    public record Discovery(String sourceId, @Nullable TraceId trace, boolean backfilled, boolean first) {

        public Discovery {
            requireNonNull(sourceId, "sourceId");
        }

        /** Creates the discovery of a document of which only the source is known. */
        public static Discovery by(String sourceId) {
            return new Discovery(sourceId, null, false, false);
        }

        private Discovery again() {
            return new Discovery(sourceId, trace, backfilled, false);
        }
    }

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
        requireNonNull(entry, "entry");
        requireNonNull(discovery, "discovery");
        rights = List.copyOf(rights);
    }

    /** Creates the data of a page found at the address that was asked for. */
    public static FetchedFrom page(
            String url,
            Instant at,
            Entry entry,
            Discovery discovery,
            @Nullable String usageInfo,
            List<Evidence> rights) {
        return new FetchedFrom(Form.PAGE, url, null, at, entry, discovery, usageInfo, rights, null, false);
    }

    /** Creates the data of a page without an entry and without statements on its rights. */
    public static FetchedFrom page(String url, Instant at, Discovery discovery) {
        return page(url, at, Entry.NONE, discovery, null, List.of());
    }

    /** Returns the same document, found gone at a later time. */
    public FetchedFrom goneAt(Instant later) {
        return new FetchedFrom(form, url, requested, later, entry, discovery.again(), usageInfo, rights, refusal, true);
    }
}
