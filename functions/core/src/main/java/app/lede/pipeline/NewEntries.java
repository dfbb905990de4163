package app.lede.pipeline;

import app.lede.feed.Feed;
import app.lede.feed.FeedItem;
import app.lede.fetch.CanonicalUrl;
import app.lede.fetch.UrlLedger;
import app.lede.hash.Digest;
import app.lede.source.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
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

    /** In characters; a message of a queue holds 256 KB, and a character of HTML takes up to three bytes and an escape. */
    private static final int MAX_CONTENT = 50_000;

    private static final int MAX_FIELD = 1_000;

    private final UrlLedger ledger;
    private final JobQueue<FetchJob> fetches;

    NewEntries(UrlLedger ledger, JobQueue<FetchJob> fetches) {
        this.ledger = ledger;
        this.fetches = fetches;
    }

    /** Sends what is new and returns how many those were. */
    int send(Source source, Feed feed, Instant now) {
        Map<CanonicalUrl, FeedItem> entries = byKey(source, feed);
        Set<CanonicalUrl> known = ledger.look(entries.keySet(), now).keySet();
        entries.keySet().removeAll(known);
        List<FetchJob> jobs = entries.entrySet().stream()
                .map(entry -> job(entry.getKey(), entry.getValue(), source, now))
                .toList();
        fetches.send(jobs);
        ledger.queued(entries.keySet(), now.plus(QUEUED));
        return jobs.size();
    }

    private static Map<CanonicalUrl, FeedItem> byKey(Source source, Feed feed) {
        Map<CanonicalUrl, FeedItem> entries = new LinkedHashMap<>();
        for (FeedItem item : feed.items()) {
            key(source, item).ifPresent(key -> entries.putIfAbsent(key, item));
        }
        return entries;
    }

    /**
     * A link is the best name there is, then the publisher's own id, then what the entry says; an empty entry is nothing.
     * The latter two go with the address the source was added under, which stays when the feed moves.
     */
    private static Optional<CanonicalUrl> key(Source source, FeedItem item) {
        if (item.url() != null) {
            return CanonicalUrl.of(item.url());
        }
        if (content(item) == null) {
            return Optional.empty();
        }
        String identity = item.id() != null && !item.id().isBlank()
                ? item.id()
                : Objects.toString(item.title(), "") + '\n' + Objects.toString(item.publishedRaw(), "");
        return CanonicalUrl.of(source.url())
                .map(feed -> new CanonicalUrl(feed.value() + "#" + Digest.base32(identity)));
    }

    private static FetchJob job(CanonicalUrl key, FeedItem item, Source source, Instant now) {
        FetchJob.Entry entry = new FetchJob.Entry(
                cut(item.plainTitle().orElse(null), MAX_FIELD),
                item.published() == null ? null : item.published().toString(),
                cut(item.author(), MAX_FIELD),
                cut(content(item), MAX_CONTENT));
        return FetchJob.of(item.url(), key.value(), source.id(), now, entry);
    }

    private static @Nullable String content(FeedItem item) {
        String content = item.content() == null || item.content().isBlank() ? item.summary() : item.content();
        return content == null || content.isBlank() ? null : content;
    }

    private static @Nullable String cut(@Nullable String text, int most) {
        return text == null || text.length() <= most ? text : text.substring(0, most);
    }
}
