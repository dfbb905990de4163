package app.lede.pipeline;

import app.lede.article.Precedence.Origin;
import app.lede.document.FetchedFrom;
import app.lede.fetch.CanonicalUrl;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Decides which address a fetched document is the article of, and on whose word. A page may claim another address of its own
 * site; a document that was fetched at that address outranks the claim.
 *
 * @param url the article's address
 * @param origin how the document ranks among those of the address
 */
record ArticleAddress(CanonicalUrl url, Origin origin) {

    /**
     * Decides for one document.
     *
     * @param declared the canonical link of the page, as written; null where it has none
     */
    static ArticleAddress of(FetchedFrom from, @Nullable String declared) {
        CanonicalUrl found = CanonicalUrl.ofWritten(from.url());
        return switch (from.form()) {
            case FEED -> new ArticleAddress(found, Origin.FEED);
            case FRONT_PAGE -> new ArticleAddress(found, Origin.CLAIM);
            case PAGE -> {
                Optional<CanonicalUrl> claim =
                        Optional.ofNullable(declared).flatMap(link -> CanonicalUrl.declared(link, found));
                yield claim.filter(url -> !url.equals(found))
                        .map(url -> new ArticleAddress(url, Origin.CLAIM))
                        .orElseGet(() -> new ArticleAddress(found, Origin.PAGE));
            }
        };
    }

    /**
     * Decides for the words of an entry whose page shows no article. The page may be one to which all addresses of the site
     * redirect, so that the address of the entry goes before the one at which the page was found.
     */
    static Optional<CanonicalUrl> ofWords(FetchedFrom from) {
        CanonicalUrl found = CanonicalUrl.ofWritten(from.url());
        CanonicalUrl requested = from.requested() == null ? found : CanonicalUrl.ofWritten(from.requested());
        return Stream.of(requested, found)
                .filter(url -> isOf(from.feed(), url))
                .findFirst()
                .or(() -> ofWords(from.feed(), requested));
    }

    /** Tests whether the words of a feed may stand under a page's address. */
    static boolean isOf(@Nullable String feed, CanonicalUrl page) {
        return ofWords(feed, page).filter(page::equals).isPresent();
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
}
