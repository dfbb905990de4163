package app.lede.pipeline;

import app.lede.backfill.ArticleOutcome;
import app.lede.backfill.AskedPage;
import app.lede.backfill.Backfill;
import app.lede.backfill.Backfills;
import app.lede.backfill.PageOutcome;
import app.lede.backfill.Sending;
import app.lede.feed.FeedItem;
import app.lede.fetch.CanonicalUrl;
import app.lede.fetch.HostGaps;
import app.lede.source.Source;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sends the entries of an archive to be fetched, the oldest first, in stretches of at most {@value #STRETCH}. A stretch takes half
 * of its host's turns at most, so that news are fetched between them. Thread safe.
 */
final class BackfillEntries {

    static final int STRETCH = 20;

    private static final int SHARE_OF_TURNS = 2;

    private final Backfills runs;
    private final NewEntries entries;
    private final KeptPages kept;
    private final HostGaps gaps;
    private final InstantSource clock;

    BackfillEntries(Backfills runs, NewEntries entries, KeptPages kept, HostGaps gaps, InstantSource clock) {
        this.runs = runs;
        this.entries = entries;
        this.kept = kept;
        this.gaps = gaps;
        this.clock = clock;
    }

    /** Result of one stretch. */
    sealed interface Result {

        /** The next state, not written yet. */
        record Sent(Backfill next, int count) implements Result {}

        record Overtaken() implements Result {}
    }

    /** Sends the next stretch of a page. */
    Result send(Source source, Backfill run) {
        Sending at = run.sending();
        if (at.page() < 0 || run.pages().get(at.page()).outcome() != PageOutcome.READ) {
            return new Result.Sent(run.sent(earlier(at), Map.of(), null, clock.instant()), 0);
        }
        List<FeedItem> page = kept.of(run, at.page());
        List<FeedItem> stretch =
                page.subList(Math.min(at.offset(), page.size()), Math.min(at.offset() + STRETCH, page.size()));
        Backfill planned = run;
        if (at.planned() == null) {
            planned = plan(source, run, stretch);
            if (!runs.replace(planned)) {
                return new Result.Overtaken();
            }
        }
        return sent(source, planned, stretch, at.offset() + STRETCH >= page.size());
    }

    /** Chooses the entries to send, and counts the others. */
    private Backfill plan(Source source, Backfill run, List<FeedItem> stretch) {
        Instant now = clock.instant();
        List<Optional<CanonicalUrl>> keys =
                stretch.stream().map(item -> entries.keyOf(source, item)).toList();
        Set<CanonicalUrl> unseen = entries.unseen(
                new HashSet<>(keys.stream().flatMap(Optional::stream).toList()), now);
        Map<ArticleOutcome, Integer> outcomes = new EnumMap<>(ArticleOutcome.class);
        long chosen = 0;
        for (int i = 0; i < keys.size(); i++) {
            if (keys.get(i).isEmpty()) {
                outcomes.merge(ArticleOutcome.NO_ADDRESS, 1, Integer::sum);
            } else if (!unseen.remove(keys.get(i).get())) {
                outcomes.merge(ArticleOutcome.KNOWN, 1, Integer::sum);
            } else {
                chosen |= 1L << i;
            }
        }
        Sending at = run.sending();
        return run.sent(new Sending(at.page(), at.offset(), chosen), outcomes, null, now);
    }

    private Result sent(Source source, Backfill run, List<FeedItem> stretch, boolean isLast) {
        Sending at = run.sending();
        long chosen = at.planned() == null ? 0 : at.planned();
        Map<CanonicalUrl, FeedItem> wanted = new LinkedHashMap<>();
        for (int i = 0; i < stretch.size(); i++) {
            if (((chosen >> i) & 1) == 1) {
                FeedItem item = stretch.get(i);
                entries.keyOf(source, item).ifPresent(key -> wanted.put(key, item));
            }
        }
        Instant now = clock.instant();
        if (!wanted.isEmpty()) {
            entries.sendPast(source, wanted, PollJob.of(run).trace(), now);
        }
        Sending next = isLast ? earlier(at) : new Sending(at.page(), at.offset() + STRETCH, null);
        Map<ArticleOutcome, Integer> outcomes = Map.of(ArticleOutcome.SENT, wanted.size());
        return new Result.Sent(run.sent(next, outcomes, pause(wanted, now), now), wanted.size());
    }

    private @Nullable Instant pause(Map<CanonicalUrl, FeedItem> sent, Instant now) {
        if (sent.isEmpty()) {
            return null;
        }
        String host = HostGaps.host(URI.create(sent.keySet().iterator().next().value()));
        return now.plus(gaps.of(host).multipliedBy((long) sent.size() * SHARE_OF_TURNS));
    }

    private static Sending earlier(Sending at) {
        return new Sending(Math.max(-1, at.page() - 1), 0, null);
    }

    /** Forgets the page whose entries are all sent, once that is written down. */
    void forget(Backfill written) {
        int done = written.sending().page() + 1;
        boolean begins =
                written.phase() != Backfill.Phase.WALKING && written.sending().offset() == 0;
        if (begins
                && written.sending().planned() == null
                && done < written.pages().size()) {
            AskedPage page = written.pages().get(done);
            if (page.outcome() == PageOutcome.READ) {
                kept.forget(written, done);
            }
        }
    }
}
