package app.lede.pipeline;

import app.lede.article.ArticleId;
import app.lede.article.Precedence.Origin;
import app.lede.document.FetchedFrom;
import app.lede.fetch.CanonicalUrl;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Decides which address a document is the article of, on whose word, and thereby which id the article has. A fetched page may
 * claim another address of its own site; a document that was fetched at that address outranks the claim.
 *
 * <p>Immutable.
 *
 * @param url the article's address; empty for an upload that declares none
 * @param origin how the document ranks among those of the address
 */
public record ArticleAddress(Optional<CanonicalUrl> url, Origin origin) {

    /**
     * Decides for a document that was fetched.
     *
     * @param declared the canonical link of the page, as written; null where it has none
     */
    static ArticleAddress of(FetchedFrom from, @Nullable String declared) {
        CanonicalUrl found = CanonicalUrl.ofWritten(from.url());
        return switch (from.form()) {
            case FEED -> new ArticleAddress(Optional.of(found), Origin.FEED);
            case FRONT_PAGE -> new ArticleAddress(Optional.of(found), Origin.CLAIM);
            case PAGE -> ofPage(found, declared);
        };
    }

    /**
     * Decides for the words of an entry whose page shows no article. The page may be one to which all addresses of the site
     * redirect, so that the address of the entry goes before the one at which the page was found.
     */
    static Optional<CanonicalUrl> ofWords(FetchedFrom from) {
        CanonicalUrl found = CanonicalUrl.ofWritten(from.url());
        CanonicalUrl requested = Optional.ofNullable(from.requested())
                .map(CanonicalUrl::ofWritten)
                .filter(url -> !url.isSpelledAs(found))
                .orElse(found);
        return Stream.of(requested, found)
                .filter(url -> isOf(from.entry().feed(), url))
                .findFirst()
                .or(() -> ofWords(from.entry().feed(), requested));
    }

    /** Tests whether the words of a feed may stand under a page's address. */
    static boolean isOf(@Nullable String feed, CanonicalUrl page) {
        return ofWords(feed, page).filter(page::equals).isPresent();
    }

    /**
     * Decides for a page: its canonical link where that is credible, else the address it was found at.
     *
     * @param found where the page was fetched, after redirects
     * @param declared the canonical link of the page, as written; null where it has none
     */
    public static ArticleAddress ofPage(CanonicalUrl found, @Nullable String declared) {
        return Optional.ofNullable(declared)
                .flatMap(link -> CanonicalUrl.declared(link, found))
                .filter(url -> !url.equals(found))
                .map(url -> new ArticleAddress(Optional.of(url), Origin.CLAIM))
                .orElseGet(() -> new ArticleAddress(Optional.of(found), Origin.PAGE));
    }

    /**
     * Decides for an upload, which has no address but the one that its uploader, or else the document, declares; a site's
     * front page is none.
     *
     * @param claimed the address given with the upload; null where none was
     * @param declared the document's own address, as written; null where it has none
     */
    public static ArticleAddress ofUpload(@Nullable String claimed, @Nullable String declared) {
        Optional<CanonicalUrl> url = Optional.ofNullable(claimed)
                .or(() -> Optional.ofNullable(declared))
                .flatMap(CanonicalUrl::of)
                .filter(known -> !known.isRoot());
        return new ArticleAddress(url, Origin.UPLOAD);
    }

    /**
     * Decides for the words of a page's entry: they stand under the page's address where the feed is of the same site, else
     * under an address of the feed's own.
     *
     * @return empty where the feed is not known
     */
    static Optional<CanonicalUrl> ofWords(@Nullable String feed, CanonicalUrl page) {
        Optional<CanonicalUrl> source = Optional.ofNullable(feed).flatMap(CanonicalUrl::of);
        return source.filter(page::isOfSameSite).isPresent()
                ? Optional.of(page)
                : source.flatMap(own -> CanonicalUrl.ofEntry(own.value(), page.value()));
    }

    /**
     * Returns the article's id: of the address, or without one of the document's bytes.
     *
     * @param document as it was received
     */
    public ArticleId id(byte[] document) {
        return url.map(known -> ArticleId.ofUrl(known.value())).orElseGet(() -> ArticleId.ofBytes(document));
    }
}
