package app.lede.backfill;

import app.lede.backfill.Walk.Way;
import app.lede.fetch.CanonicalUrl;
import app.lede.fetch.WebUrl;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Decides which page of an archive to ask for after another. A way that leads nowhere is left for the next one; one that has led
 * somewhere ends the walk where it ends. No address is asked for twice, and none of another site. Immutable.
 *
 * @param start the source's address
 * @param sitemaps those that robots.txt names
 */
public record Trail(String start, List<String> sitemaps) {

    private static final List<String> USUAL = List.of("/sitemap.xml", "/sitemap_index.xml", "/wp-sitemap.xml");

    public Trail {
        sitemaps = List.copyOf(sitemaps);
    }

    /** Contents of a page: entries, sitemaps, or nothing of use. */
    public sealed interface Found {

        /**
         * Entries.
         *
         * @param earlier page that it names for the entries before; null for none
         * @param isSitemap whether they have addresses only
         */
        record Entries(@Nullable String earlier, boolean isSitemap) implements Found {}

        /**
         * Sitemaps, the newest first.
         *
         * @param tooOld more of them, of an earlier date than wanted
         * @param over more of them than the pages wanted
         */
        record Sitemaps(List<String> urls, int tooOld, int over) implements Found {}

        /** Entries that are all of an earlier date than wanted. */
        record TooOld() implements Found {}

        /** Nothing of use. */
        record Nothing() implements Found {}
    }

    /**
     * Returns the walk after a page.
     *
     * @param run without that page yet
     * @param asked address of the page
     */
    public Walk after(Backfill run, String asked, Found found) {
        Walk walk = run.walk();
        Predicate<String> isNew = url -> !url.equals(asked) && !run.isAsked(url) && isOfSite(url);
        return switch (found) {
            case Found.Sitemaps(List<String> urls, int tooOld, int over) ->
                walk.to(Way.SITEMAPS, next(walk), distinct(urls, named(walk), isNew))
                        .without(tooOld, over);
            case Found.Entries entries -> after(walk, entries, isNew);
            case Found.TooOld ignored
            when walk.way() == Way.SITEMAPS -> walk.to(Way.SITEMAPS, next(walk), filtered(named(walk), isNew));
            case Found.TooOld ignored -> walk.to(walk.way(), walk.number(), List.of());
            case Found.Nothing ignored -> afterNothing(walk, isNew);
        };
    }

    private Walk after(Walk walk, Found.Entries entries, Predicate<String> isNew) {
        int next = walk.number() + 1;
        return switch (walk.way()) {
            case LINKS -> {
                List<String> earlier =
                        Stream.ofNullable(entries.earlier()).filter(isNew).toList();
                if (!earlier.isEmpty() || walk.number() > 1) {
                    yield walk.to(Way.LINKS, next, earlier);
                }
                yield entries.isSitemap() ? sitemaps(walk, isNew) : walk.to(Way.PAGED, 2, filtered(paged(2), isNew));
            }
            case PAGED -> walk.to(Way.PAGED, next, filtered(paged(next), isNew));
            case SITEMAPS -> walk.to(Way.SITEMAPS, next, filtered(named(walk), isNew));
            case LISTING -> walk.to(Way.LISTING, next, filtered(listing(walk, next), isNew));
        };
    }

    private Walk afterNothing(Walk walk, Predicate<String> isNew) {
        return switch (walk.way()) {
            case LINKS -> walk.number() > 1 ? walk.to(Way.LINKS, walk.number(), List.of()) : sitemaps(walk, isNew);
            case PAGED -> walk.number() > 2 ? walk.to(Way.PAGED, walk.number(), List.of()) : sitemaps(walk, isNew);
            case SITEMAPS -> {
                List<String> rest = filtered(walk.rest(), isNew);
                boolean over = rest.isEmpty() && walk.number() == 0;
                yield over
                        ? walk.to(Way.LISTING, 2, filtered(listing(walk, 2), isNew))
                        : walk.to(Way.SITEMAPS, walk.number(), rest);
            }
            case LISTING -> walk.to(Way.LISTING, walk.number(), List.of());
        };
    }

    private Walk sitemaps(Walk walk, Predicate<String> isNew) {
        String origin = WebUrl.of(site(walk)).map(WebUrl::origin).orElse("");
        List<String> guesses = USUAL.stream().map(path -> origin + path).toList();
        return walk.to(Way.SITEMAPS, 0, filtered(sitemaps.isEmpty() ? guesses : sitemaps, isNew));
    }

    private static int next(Walk walk) {
        return walk.way() == Way.SITEMAPS ? walk.number() + 1 : 1;
    }

    /** Returns the addresses that are left, without the guesses once the first of them was right. */
    private List<String> named(Walk walk) {
        boolean guessed = walk.way() == Way.SITEMAPS && walk.number() == 0 && sitemaps.isEmpty();
        return guessed ? List.of() : walk.rest();
    }

    private List<String> paged(int number) {
        return WebUrl.of(start).map(url -> url + (url.query() == null ? "?" : "&") + "paged=" + number).stream()
                .toList();
    }

    private List<String> listing(Walk walk, int number) {
        return WebUrl.of(site(walk))
                .map(url -> url.origin() + url.path() + (url.path().endsWith("/") ? "" : "/") + "page/" + number + "/")
                .stream()
                .toList();
    }

    private String site(Walk walk) {
        return Optional.ofNullable(walk.site())
                .filter(this::isOfSite)
                .or(() -> WebUrl.of(start).map(url -> url.origin() + "/"))
                .orElse(start);
    }

    private boolean isOfSite(String url) {
        Optional<CanonicalUrl> own = CanonicalUrl.of(start);
        return CanonicalUrl.of(url)
                .filter(other -> own.filter(other::isOfSameSite).isPresent())
                .isPresent();
    }

    private static List<String> distinct(List<String> first, List<String> then, Predicate<String> isNew) {
        return filtered(Stream.concat(first.stream(), then.stream()).distinct().toList(), isNew);
    }

    private static List<String> filtered(List<String> urls, Predicate<String> isNew) {
        return urls.stream().filter(isNew).toList();
    }
}
