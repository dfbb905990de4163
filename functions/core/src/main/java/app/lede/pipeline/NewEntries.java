package app.lede.pipeline;

import app.lede.document.DocumentStore;
import app.lede.document.TraceId;
import app.lede.feed.Feed;
import app.lede.feed.FeedItem;
import app.lede.fetch.CanonicalUrl;
import app.lede.fetch.HostGaps;
import app.lede.fetch.UrlLedger;
import app.lede.fetch.WebUrl;
import app.lede.hash.Digest;
import app.lede.source.Source;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Enqueues fetch jobs for entries of a feed that are neither fetched nor queued. Reads the ledger first, since nine of
 * ten entries repeat at every poll; sends jobs before marking them, so that a crash repeats jobs and loses none.
 */
final class NewEntries {

    /** Age below which an entry of a source's past is told as new. */
    private static final Duration NEWS = Duration.ofDays(1);

    /**
     * Lifetime of a queued mark, longer than a host's gaps can delay a whole feed; jobs not done by then count as lost
     * and are sent again.
     */
    private static final Duration QUEUED = Duration.ofHours(6);

    /** In characters; the longest articles of feeds seen have a fifth of it. */
    private static final int MAX_CONTENT = 500_000;

    private static final int MAX_FIELD = 1_000;

    /** Skips pages of a sitemap last modified more than 30 days before the source was added. */
    private static final Duration PAST = Duration.ofDays(30);

    /** A UUID of version 4 (RFC 9562, section 5.4), with or without its URN. */
    private static final Pattern RANDOM_ID = Pattern.compile(
            "(?:urn:uuid:)?[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}",
            Pattern.CASE_INSENSITIVE);

    private final UrlLedger ledger;
    private final DocumentStore documents;
    private final JobQueue<FetchJob> fetches;
    private final Optional<HostGaps> gaps;

    /**
     * Creates the sender.
     *
     * @param gaps of the hosts that jobs wait for; empty to send them all at once, as for feeds that were pushed
     */
    NewEntries(UrlLedger ledger, DocumentStore documents, JobQueue<FetchJob> fetches, Optional<HostGaps> gaps) {
        this.ledger = ledger;
        this.documents = documents;
        this.fetches = fetches;
        this.gaps = gaps;
    }

    /** Returns the entry's key: see {@link #send}. */
    Optional<CanonicalUrl> keyOf(Source source, FeedItem item) {
        return key(source, item);
    }

    /** Returns those of the keys that are neither queued nor done. */
    Set<CanonicalUrl> unseen(Collection<CanonicalUrl> keys, Instant now) {
        Set<CanonicalUrl> unseen = new HashSet<>(keys);
        unseen.removeAll(ledger.known(keys, now).keySet());
        return unseen;
    }

    /**
     * Stores the contents of entries of a source's past, and returns the entries to be sent, in their order.
     *
     * @param begun the backfill, whose contents have objects of their own: to discard them deletes none that a poll has just stored
     */
    List<PastEntry> past(
            Source source, Map<CanonicalUrl, FeedItem> entries, Instant begun, TraceId trace, Instant now) {
        String suffix = "-" + begun.toEpochMilli();
        documents.putEntries(contents(entries, suffix));
        return entries.entrySet().stream()
                .map(entry -> new PastEntry(
                        ofPast(
                                job(entry.getKey(), entry.getValue(), suffix, source, now)
                                        .foundBy(trace),
                                entry.getValue(),
                                now),
                        state(source, entry.getKey(), entry.getValue()).encoded()))
                .toList();
    }

    /** An entry that no poll has seen yet is news all the same: the first page of an archive may be the feed of today. */
    private static FetchJob ofPast(FetchJob job, FeedItem item, Instant now) {
        Instant published = item.published();
        return published != null && published.isAfter(now.minus(NEWS)) ? job : job.ofPast();
    }

    /** Sends entries of a source's past, seen or not, in their order. */
    void sendPast(List<PastEntry> entries, Instant now) {
        fetches.sendSpread(inTurn(entries.stream().map(PastEntry::job).toList(), new HashMap<>()));
        Map<CanonicalUrl, String> states = new LinkedHashMap<>();
        entries.forEach(entry -> states.put(new CanonicalUrl(entry.job().key()), entry.state()));
        ledger.queued(states, now.plus(QUEUED));
    }

    /** Sends unseen entries, and those that changed since they were sent; returns how many were unseen. */
    int send(Source source, Feed feed, TraceId trace, Instant now) {
        Map<CanonicalUrl, FeedItem> entries = byKey(source, feed);
        Map<CanonicalUrl, UrlLedger.Known> known = ledger.known(entries.keySet(), now);
        Map<CanonicalUrl, String> unseen = new LinkedHashMap<>();
        Map<CanonicalUrl, String> changed = new LinkedHashMap<>();
        entries.forEach((key, item) -> {
            UrlLedger.Known before = known.get(key);
            EntryState state = state(source, key, item);
            if (before == null) {
                unseen.put(key, state.encoded());
            } else if (before.entry() != null && state.replaces(before.entry())) {
                changed.put(key, state.encoded());
            }
        });
        entries.keySet().retainAll(union(unseen, changed));
        documents.putEntries(contents(entries, ""));
        fetches.sendSpread(inTurn(
                entries.entrySet().stream()
                        .map(entry -> job(entry.getKey(), entry.getValue(), "", source, now)
                                .foundBy(trace))
                        .map(job -> unseen.containsKey(new CanonicalUrl(job.key())) ? job : job.ofChange())
                        .toList(),
                asked(source)));
        ledger.queued(unseen, now.plus(QUEUED));
        changed.forEach(ledger::changed);
        return unseen.size();
    }

    /** Returns the turn of the host that was asked for the source's feed just now. */
    private Map<String, Duration> asked(Source source) {
        Map<String, Duration> next = new HashMap<>();
        gaps.ifPresent(known -> WebUrl.of(source.url())
                .map(url -> HostGaps.host(url.uri()))
                .ifPresent(own -> next.put(own, known.turn(own))));
        return next;
    }

    /**
     * Delays the jobs of one host by its turns: a job that finds its host busy costs two writes and three requests to wait. The
     * host's gate holds whatever comes early.
     *
     * @param next time until the turn of each host, none for at once
     */
    private List<JobQueue.Delayed<FetchJob>> inTurn(List<FetchJob> jobs, Map<String, Duration> next) {
        return jobs.stream()
                .map(job -> new JobQueue.Delayed<>(job, turn(job, next)))
                .toList();
    }

    /** Returns the time until a job's turn, and moves that of the next one for the host. */
    private Duration turn(FetchJob job, Map<String, Duration> next) {
        Optional<String> host =
                Optional.ofNullable(job.url()).flatMap(WebUrl::of).map(url -> HostGaps.host(url.uri()));
        if (host.isEmpty() || gaps.isEmpty()) {
            return Duration.ZERO;
        }
        Duration delay = next.getOrDefault(host.get(), Duration.ZERO);
        next.put(host.get(), delay.plus(gaps.get().turn(host.get())));
        return delay.compareTo(JobQueue.LONGEST_DELAY) > 0 ? JobQueue.LONGEST_DELAY : delay;
    }

    private static Set<CanonicalUrl> union(Map<CanonicalUrl, String> one, Map<CanonicalUrl, String> other) {
        Set<CanonicalUrl> keys = new HashSet<>(one.keySet());
        keys.addAll(other.keySet());
        return keys;
    }

    /** Identifies the state of an entry; feeds that change it at every poll are limited by the politeness of the host. */
    private static EntryState state(Source source, CanonicalUrl key, FeedItem item) {
        String words = String.join(
                "\n",
                item.plainTitle().orElse(""),
                item.updated() == null ? "" : item.updated().toString(),
                Objects.requireNonNullElse(content(item), ""));
        return EntryState.of(source.id(), ArticleAddress.isOf(source.url(), key), words);
    }

    private static Map<String, byte[]> contents(Map<CanonicalUrl, FeedItem> entries, String suffix) {
        Map<String, byte[]> contents = new LinkedHashMap<>();
        entries.forEach((key, item) -> {
            String content = stored(item);
            if (content != null) {
                contents.put(contentKey(key, content, suffix), content.getBytes(StandardCharsets.UTF_8));
            }
        });
        return contents;
    }

    private static String contentKey(CanonicalUrl key, String content, String suffix) {
        return "entries/" + key.sha256() + "/" + Digest.hex(content) + suffix;
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

    /** Tests for a page modified before the source's time; a page without a date may be new. */
    private static boolean isPast(Source source, FeedItem item) {
        return item.isBare()
                && item.updated() != null
                && item.updated().isBefore(source.addedAt().minus(PAST));
    }

    /**
     * Returns the entry's key: its link, or else the address its source was added under (stable if the feed moves) with
     * an identifier of its content. Empty for an empty entry.
     */
    private static Optional<CanonicalUrl> key(Source source, FeedItem item) {
        Optional<CanonicalUrl> page = page(item);
        if (page.isPresent() || content(item) == null) {
            return page;
        }
        return CanonicalUrl.ofEntry(source.url(), identity(item));
    }

    /**
     * Returns the entry's page. A link to the front page is ignored if the entry has content; careless feeds link to
     * nothing else.
     */
    private static Optional<CanonicalUrl> page(FeedItem item) {
        return Optional.ofNullable(item.url())
                .flatMap(CanonicalUrl::of)
                .filter(url -> !url.isRoot() || content(item) == null);
    }

    /**
     * Returns an identifier of title and date: ids in feeds may be empty, constant or new at every poll. The id is used
     * only if title or date is missing, and a random one (gorilla/feeds writes a new one at every rendering) only if there is no title.
     */
    private static String identity(FeedItem item) {
        Optional<String> title = item.plainTitle().filter(words -> !words.isBlank());
        if (title.isPresent() && item.publishedRaw() != null) {
            return title.get() + '\n' + item.publishedRaw().strip();
        }
        String id = item.id() == null ? "" : item.id();
        boolean random = title.isPresent() && RANDOM_ID.matcher(id).matches();
        return id.isBlank() || random ? title.orElse("") + '\n' + content(item) : id;
    }

    private static FetchJob job(CanonicalUrl key, FeedItem item, String suffix, Source source, Instant now) {
        String content = stored(item);
        FetchJob.Entry entry = new FetchJob.Entry(
                cut(item.plainTitle().orElse(null), MAX_FIELD),
                item.published() == null ? null : item.published().toString(),
                cut(item.author(), MAX_FIELD),
                content == null ? null : contentKey(key, content, suffix),
                item.licence());
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
