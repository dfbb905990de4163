package app.lede.pipeline;

import app.lede.document.DocumentStore;
import app.lede.feed.Feed;
import app.lede.feed.FeedItem;
import app.lede.fetch.CanonicalUrl;
import app.lede.fetch.UrlLedger;
import app.lede.fetch.WebUrl;
import app.lede.hash.Digest;
import app.lede.source.Source;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * From a feed to the jobs for its entries that nobody has fetched or sent yet. Feeds repeat nine of ten entries at every
 * poll, so the ledger is read first; jobs are sent before they are marked, so that a crash between the two repeats a job and
 * loses none.
 */
final class NewEntries {

    /** Longer than the politeness of one host can delay a whole feed; what is not fetched by then was lost, and is sent again. */
    private static final Duration QUEUED = Duration.ofHours(6);

    /** In characters; the longest articles of feeds seen have a fifth of it. */
    private static final int MAX_CONTENT = 500_000;

    /** In hex digits. */
    private static final int FINGERPRINT = 32;

    private static final int MAX_FIELD = 1_000;

    /** A sitemap names a site's whole past. What was last changed so long before the source was added is none of its news. */
    private static final Duration PAST = Duration.ofDays(30);

    private final UrlLedger ledger;
    private final DocumentStore documents;
    private final JobQueue<FetchJob> fetches;

    NewEntries(UrlLedger ledger, DocumentStore documents, JobQueue<FetchJob> fetches) {
        this.ledger = ledger;
        this.documents = documents;
        this.fetches = fetches;
    }

    /** Sends unseen entries, and those that changed since they were sent; returns how many were unseen. */
    int send(Source source, Feed feed, Instant now) {
        Map<CanonicalUrl, FeedItem> entries = byKey(source, feed);
        Map<CanonicalUrl, UrlLedger.Known> known = ledger.known(entries.keySet(), now);
        Map<CanonicalUrl, String> unseen = new LinkedHashMap<>();
        Map<CanonicalUrl, String> changed = new LinkedHashMap<>();
        entries.forEach((key, item) -> {
            UrlLedger.Known before = known.get(key);
            String fingerprint = fingerprint(item);
            if (before == null) {
                unseen.put(key, fingerprint);
            } else if (before.entry() != null && !before.entry().equals(fingerprint)) {
                changed.put(key, fingerprint);
            }
        });
        entries.keySet().retainAll(union(unseen, changed));
        documents.putEntries(contents(entries));
        fetches.send(entries.entrySet().stream()
                .map(entry -> job(entry.getKey(), entry.getValue(), source, now))
                .map(job -> unseen.containsKey(new CanonicalUrl(job.key())) ? job : job.ofChange())
                .toList());
        ledger.queued(unseen, now.plus(QUEUED));
        changed.forEach(ledger::changed);
        return unseen.size();
    }

    private static Set<CanonicalUrl> union(Map<CanonicalUrl, String> one, Map<CanonicalUrl, String> other) {
        Set<CanonicalUrl> keys = new HashSet<>(one.keySet());
        keys.addAll(other.keySet());
        return keys;
    }

    /** Identifies the state of an entry; feeds that change it at every poll are limited by the politeness of the host. */
    private static String fingerprint(FeedItem item) {
        return Digest.hex(String.join(
                        "\n",
                        item.plainTitle().orElse(""),
                        item.updated() == null ? "" : item.updated().toString(),
                        Objects.requireNonNullElse(content(item), "")))
                .substring(0, FINGERPRINT);
    }

    private static Map<String, byte[]> contents(Map<CanonicalUrl, FeedItem> entries) {
        Map<String, byte[]> contents = new LinkedHashMap<>();
        entries.forEach((key, item) -> {
            String content = stored(item);
            if (content != null) {
                contents.put(contentKey(key, content), content.getBytes(StandardCharsets.UTF_8));
            }
        });
        return contents;
    }

    private static String contentKey(CanonicalUrl key, String content) {
        return "entries/" + key.sha256() + "/" + Digest.hex(content);
    }

    private static @Nullable String stored(FeedItem item) {
        return cut(content(item), MAX_CONTENT);
    }

    private static Map<CanonicalUrl, FeedItem> byKey(Source source, Feed feed) {
        Map<CanonicalUrl, FeedItem> entries = new LinkedHashMap<>();
        for (FeedItem item : feed.items()) {
            if (!isPast(source, item)) {
                key(source, item).ifPresent(key -> entries.putIfAbsent(key, item));
            }
        }
        return entries;
    }

    /** A page without a date may be new, so it is none of the past. */
    private static boolean isPast(Source source, FeedItem item) {
        return item.isBare()
                && item.updated() != null
                && item.updated().isBefore(source.addedAt().minus(PAST));
    }

    /**
     * A link is the best name there is. Without one, an entry goes by the address its source was added under, which stays
     * when the feed moves, and by what it says. An empty entry is nothing.
     */
    private static Optional<CanonicalUrl> key(Source source, FeedItem item) {
        Optional<CanonicalUrl> page = page(item);
        if (page.isPresent() || content(item) == null) {
            return page;
        }
        return CanonicalUrl.ofEntry(source.url(), identity(item));
    }

    /** The entry's page. The front page is none, where the entry has words of its own: careless feeds link to nothing else. */
    private static Optional<CanonicalUrl> page(FeedItem item) {
        return Optional.ofNullable(item.url())
                .flatMap(CanonicalUrl::of)
                .filter(url -> !url.isRoot() || content(item) == null);
    }

    /**
     * Title and date first: publishers' own ids may be empty, the same for all entries, or new at every poll, and an entry
     * must be neither lost nor found twice for that. An id only serves where title or date is missing.
     */
    private static String identity(FeedItem item) {
        Optional<String> title = item.plainTitle();
        if (title.isPresent() && item.publishedRaw() != null) {
            return title.get() + '\n' + item.publishedRaw().strip();
        }
        return item.id() != null && !item.id().isBlank() ? item.id() : title.orElse("") + '\n' + content(item);
    }

    private static FetchJob job(CanonicalUrl key, FeedItem item, Source source, Instant now) {
        String content = stored(item);
        FetchJob.Entry entry = new FetchJob.Entry(
                cut(item.plainTitle().orElse(null), MAX_FIELD),
                item.published() == null ? null : item.published().toString(),
                cut(item.author(), MAX_FIELD),
                content == null ? null : contentKey(key, content));
        String url = page(item).isPresent()
                ? Optional.ofNullable(item.url())
                        .flatMap(WebUrl::of)
                        .map(WebUrl::toString)
                        .orElse(null)
                : null;
        return FetchJob.of(url, key.value(), source.id(), source.url(), now, entry);
    }

    private static @Nullable String content(FeedItem item) {
        String content = item.content() == null || item.content().isBlank() ? item.summary() : item.content();
        return content == null || content.isBlank() ? null : content;
    }

    private static @Nullable String cut(@Nullable String text, int most) {
        return text == null || text.length() <= most ? text : text.substring(0, most);
    }
}
