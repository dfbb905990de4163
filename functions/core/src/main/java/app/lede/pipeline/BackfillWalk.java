package app.lede.pipeline;

import app.lede.backfill.ArticleOutcome;
import app.lede.backfill.AskedPage;
import app.lede.backfill.Backfill;
import app.lede.backfill.PageOutcome;
import app.lede.backfill.Trail;
import app.lede.backfill.Trail.Found;
import app.lede.backfill.Walk;
import app.lede.feed.Feed;
import app.lede.feed.FeedItem;
import app.lede.feed.FeedReader;
import app.lede.feed.FeedReading;
import app.lede.feed.ListingPage;
import app.lede.fetch.Accept;
import app.lede.fetch.CanonicalUrl;
import app.lede.fetch.FetchOutcome;
import app.lede.fetch.FetchOutcome.Redirect;
import app.lede.fetch.FetchRequest;
import app.lede.fetch.WebUrl;
import app.lede.robots.RobotRules;
import app.lede.robots.RobotsAnswer;
import app.lede.robots.RobotsStore;
import app.lede.source.Source;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the pages of an archive, from the newest to the oldest, each in its host's turn, and keeps their entries. A page whose
 * entries are all older than wanted, or that repeats an earlier one, ends the walk on its way. Thread safe.
 */
final class BackfillWalk {

    private static final int ATTEMPTS = 3;
    private static final Duration PAUSE = Duration.ofMinutes(10);

    private final PageFetcher pages;
    private final RobotsStore robots;
    private final FeedReader reader;
    private final NewEntries entries;
    private final KeptPages kept;
    private final InstantSource clock;

    BackfillWalk(
            PageFetcher pages,
            RobotsStore robots,
            FeedReader reader,
            NewEntries entries,
            KeptPages kept,
            InstantSource clock) {
        this.pages = pages;
        this.robots = robots;
        this.reader = reader;
        this.entries = entries;
        this.kept = kept;
        this.clock = clock;
    }

    /** Result of asking for a page. */
    sealed interface Result {

        /** The next state, not written yet. */
        record Asked(Backfill next, String url) implements Result {}

        /** The next state, not written yet, after a request that brought no answer. */
        record Retried(Backfill next, String url) implements Result {}

        /** Nothing was asked for, or more requests are needed. */
        record Wait(PollJob again, Instant until) implements Result {}
    }

    /** Asks for the next page of a walk. */
    Result ask(Source source, Backfill run, PollJob job) {
        String url = run.walk().ahead().getFirst();
        Optional<WebUrl> address = WebUrl.of(url);
        if (address.isEmpty()) {
            return without(source, run, url, PageOutcome.BLOCKED);
        }
        FetchRequest request = FetchRequest.unconditional(address.get().uri(), Accept.FEED);
        return switch (pages.fetch(request.after(job.redirects()))) {
            case PageFetcher.Answer.Wait(Instant until, List<Redirect> behind) ->
                new Result.Wait(job.after(behind), until);
            case PageFetcher.Answer.Closed(Instant until, String reason) -> again(source, run, url, until, reason);
            case PageFetcher.Answer.Disallowed ignored -> without(source, run, url, PageOutcome.DISALLOWED);
            case PageFetcher.Answer.Got got -> ended(source, run, url, got.outcome());
        };
    }

    private Result ended(Source source, Backfill run, String url, FetchOutcome outcome) {
        return switch (outcome) {
            case FetchOutcome.Fetched fetched -> read(source, run, url, fetched);
            case FetchOutcome.Gone ignored -> without(source, run, url, PageOutcome.MISSING);
            case FetchOutcome.Refused refused ->
                without(source, run, url, refused.status() == 404 ? PageOutcome.MISSING : PageOutcome.REFUSED);
            case FetchOutcome.Blocked ignored -> without(source, run, url, PageOutcome.BLOCKED);
            case FetchOutcome.TooLarge ignored -> without(source, run, url, PageOutcome.TOO_LARGE);
            case FetchOutcome.Later later -> again(source, run, url, later.notBefore(), "answered " + later.status());
            case FetchOutcome.Failed failed ->
                again(source, run, url, clock.instant(), failed.failure().label() + ": " + failed.detail());
            case FetchOutcome.NotModified ignored -> without(source, run, url, PageOutcome.REFUSED);
            case FetchOutcome.Moved moved -> throw new IllegalStateException("a move is no end: " + moved);
        };
    }

    /** Waits for another attempt, or gives the page up. */
    private Result again(Source source, Backfill run, String url, Instant notBefore, String cause) {
        Instant now = clock.instant();
        if (run.walk().attempts() + 1 >= ATTEMPTS) {
            return without(source, run, url, PageOutcome.UNREACHABLE);
        }
        Instant planned = now.plus(PAUSE);
        Instant when = notBefore.isAfter(planned) ? notBefore : planned;
        return new Result.Retried(run.waiting(when, url + ": " + cause, now), url);
    }

    private Result without(Source source, Backfill run, String url, PageOutcome outcome) {
        return asked(source, run, url, AskedPage.without(url, outcome), Map.of(), new Found.Nothing());
    }

    private Result asked(
            Source source,
            Backfill run,
            String url,
            AskedPage page,
            Map<ArticleOutcome, Integer> outcomes,
            Found found) {
        Walk next = new Trail(source.pollUrl(), sitemaps(source)).after(run, url, found);
        return new Result.Asked(run.asked(page, next, outcomes, clock.instant()), url);
    }

    private Result read(Source source, Backfill run, String url, FetchOutcome.Fetched fetched) {
        String type = fetched.meta().contentType().orElse(null);
        String at = fetched.url().toString();
        return switch (reader.read(fetched.body(), type, at)) {
            case FeedReading.Read(Feed feed) -> {
                boolean isSitemap =
                        !feed.items().isEmpty() && feed.items().stream().allMatch(FeedItem::isBare);
                Found found = new Found.Entries(feed.hints().earlier(), isSitemap);
                yield page(source, run.at(feed.link()), url, new Entries(feed.items(), feed.overCap()), found);
            }
            case FeedReading.Index index -> index(source, run, url, index);
            case FeedReading.NotAFeed not
            when not.isPage() && run.walk().way() == Walk.Way.LISTING -> {
                List<FeedItem> listed = ListingPage.items(fetched.body(), type, at);
                yield page(source, run, url, new Entries(listed, 0), new Found.Entries(null, false));
            }
            case FeedReading.NotAFeed ignored -> without(source, run, url, PageOutcome.NOT_A_FEED);
        };
    }

    private Result index(Source source, Backfill run, String url, FeedReading.Index index) {
        List<String> young = index.sitemaps().stream()
                .filter(sitemap -> !run.budget().excludes(sitemap.lastModified()))
                .map(FeedReading.Sitemap::url)
                .toList();
        List<String> wanted = young.stream().limit(run.budget().pages()).toList();
        int tooOld = index.sitemaps().size() - young.size();
        Found found = new Found.Sitemaps(wanted, tooOld, young.size() - wanted.size());
        return asked(source, run, url, AskedPage.without(url, PageOutcome.INDEX), Map.of(), found);
    }

    /** Entries of a page; {@code over} more are not read. */
    private record Entries(List<FeedItem> items, int over) {}

    private Result page(Source source, Backfill run, String url, Entries all, Found found) {
        List<FeedItem> items = all.items();
        if (items.isEmpty()) {
            return without(source, run, url, PageOutcome.EMPTY);
        }
        List<CanonicalUrl> keys = items.stream()
                .flatMap(item -> entries.keyOf(source, item).stream())
                .toList();
        String content =
                AskedPage.content(keys.stream().map(CanonicalUrl::value).toList());
        if (run.isRepeated(content)) {
            return without(source, run, url, PageOutcome.REPEATED);
        }
        Map<ArticleOutcome, Integer> outcomes = new EnumMap<>(ArticleOutcome.class);
        outcomes.put(ArticleOutcome.OVER_CAP, all.over());
        List<FeedItem> young = items.stream()
                .filter(item -> !run.budget().excludes(time(item)))
                .toList();
        outcomes.put(ArticleOutcome.TOO_OLD, items.size() - young.size());
        Map<CanonicalUrl, FeedItem> wanted = wanted(source, oldestFirst(young), run.wanted(), outcomes);
        List<PastEntry> past =
                entries.past(source, wanted, run.started(), PollJob.of(run).trace(), clock.instant());
        kept.keep(run, run.pages().size(), past);
        AskedPage page = new AskedPage(AskedPage.id(url), PageOutcome.READ, wanted.size(), content);
        return asked(source, run, url, page, outcomes, young.isEmpty() ? new Found.TooOld() : found);
    }

    /** Returns the newest of the entries that are not known, as many as are wanted, and counts the others. */
    private Map<CanonicalUrl, FeedItem> wanted(
            Source source, List<FeedItem> sorted, int most, Map<ArticleOutcome, Integer> outcomes) {
        Map<CanonicalUrl, FeedItem> items = new LinkedHashMap<>();
        for (FeedItem item : sorted) {
            Optional<CanonicalUrl> key = entries.keyOf(source, item);
            ArticleOutcome other = key.isEmpty() ? ArticleOutcome.NO_ADDRESS : ArticleOutcome.KNOWN;
            if (key.isEmpty() || items.putIfAbsent(key.get(), item) != null) {
                outcomes.merge(other, 1, Integer::sum);
            }
        }
        Set<CanonicalUrl> unseen = entries.unseen(items.keySet(), clock.instant());
        outcomes.merge(ArticleOutcome.KNOWN, items.size() - unseen.size(), Integer::sum);
        items.keySet().retainAll(unseen);
        int over = Math.max(0, items.size() - most);
        outcomes.put(ArticleOutcome.OVER_BUDGET, over);
        items.keySet().removeAll(items.keySet().stream().limit(over).toList());
        return items;
    }

    private static @Nullable Instant time(FeedItem item) {
        return item.published() == null ? item.updated() : item.published();
    }

    /** Sorts by date where all have one; otherwise the last of a feed is its oldest. */
    private static List<FeedItem> oldestFirst(List<FeedItem> items) {
        List<FeedItem> sorted = new ArrayList<>(items);
        Collections.reverse(sorted);
        if (sorted.stream().allMatch(item -> time(item) != null)) {
            sorted.sort(Comparator.comparing(item -> Objects.requireNonNull(time(item))));
        }
        return sorted;
    }

    /** Returns the sitemaps that the robots.txt of the source's origin names. */
    private List<String> sitemaps(Source source) {
        Instant now = clock.instant();
        return WebUrl.of(source.pollUrl())
                .flatMap(url -> robots.get(url.origin(), now))
                .map(RobotsStore.Kept::answer)
                .map(answer -> answer instanceof RobotsAnswer.File file
                        ? RobotRules.of(file.text()).sitemaps()
                        : List.<String>of())
                .orElse(List.of());
    }
}
