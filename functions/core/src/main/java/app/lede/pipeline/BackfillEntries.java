package app.lede.pipeline;

import app.lede.backfill.ArticleOutcome;
import app.lede.backfill.Backfill;
import app.lede.backfill.Backfills;
import app.lede.backfill.PageOutcome;
import app.lede.backfill.Sending;
import app.lede.fetch.CanonicalUrl;
import app.lede.fetch.HostGaps;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Sends the entries of an archive to be fetched, the oldest first, in stretches of at most {@value KeptPages#STRETCH}. A stretch takes half
 * of its host's turns at most, so that news are fetched between them. Thread safe.
 */
final class BackfillEntries {

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
    Result send(Backfill run) {
        Sending at = run.sending();
        if (at.page() < 0 || run.pages().get(at.page()).outcome() != PageOutcome.READ) {
            return new Result.Sent(run.sent(earlier(at), Map.of(), null, clock.instant()), 0);
        }
        List<PastEntry> stretch = kept.of(run, at);
        if (stretch.isEmpty()) {
            return expired(run);
        }
        Backfill planned = run;
        if (at.planned() == null) {
            planned = plan(run, stretch);
            if (!runs.replace(planned)) {
                return new Result.Overtaken();
            }
        }
        return sent(planned, stretch);
    }

    /** Counts the entries whose object is gone. */
    private Result expired(Backfill run) {
        Sending at = run.sending();
        int left = Math.min(KeptPages.STRETCH, run.pages().get(at.page()).entries() - at.offset());
        int lost = at.planned() == null ? Math.max(0, left) : Long.bitCount(at.planned());
        return new Result.Sent(run.sent(next(run), Map.of(ArticleOutcome.EXPIRED, lost), null, clock.instant()), 0);
    }

    /** Chooses the entries to send, and counts the others. */
    private Backfill plan(Backfill run, List<PastEntry> stretch) {
        Instant now = clock.instant();
        List<CanonicalUrl> keys = stretch.stream()
                .map(entry -> new CanonicalUrl(entry.job().key()))
                .toList();
        Set<CanonicalUrl> unseen = entries.unseen(keys, now);
        long chosen = 0;
        for (int i = 0; i < keys.size(); i++) {
            if (unseen.remove(keys.get(i))) {
                chosen |= 1L << i;
            }
        }
        Sending at = run.sending();
        int known = keys.size() - Long.bitCount(chosen);
        return run.sent(new Sending(at.page(), at.offset(), chosen), Map.of(ArticleOutcome.KNOWN, known), null, now);
    }

    private Result sent(Backfill run, List<PastEntry> stretch) {
        Sending at = run.sending();
        long chosen = at.planned() == null ? 0 : at.planned();
        List<PastEntry> wanted = IntStream.range(0, stretch.size())
                .filter(i -> ((chosen >> i) & 1) == 1)
                .mapToObj(stretch::get)
                .toList();
        Instant now = clock.instant();
        if (!wanted.isEmpty()) {
            entries.sendPast(wanted, now);
        }
        Map<ArticleOutcome, Integer> outcomes = Map.of(ArticleOutcome.SENT, wanted.size());
        return new Result.Sent(run.sent(next(run), outcomes, pause(wanted, now), now), wanted.size());
    }

    private @Nullable Instant pause(List<PastEntry> sent, Instant now) {
        if (sent.isEmpty()) {
            return null;
        }
        String host = HostGaps.host(URI.create(sent.getFirst().job().key()));
        return now.plus(gaps.of(host).multipliedBy((long) sent.size() * SHARE_OF_TURNS));
    }

    /** Returns the place of the next stretch. */
    private static Sending next(Backfill run) {
        Sending at = run.sending();
        int then = at.offset() + KeptPages.STRETCH;
        return then < run.pages().get(at.page()).entries() ? new Sending(at.page(), then, null) : earlier(at);
    }

    private static Sending earlier(Sending at) {
        return new Sending(Math.max(-1, at.page() - 1), 0, null);
    }
}
