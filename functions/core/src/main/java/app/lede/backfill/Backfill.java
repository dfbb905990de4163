package app.lede.backfill;

import app.lede.source.SourceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One request for the past of a source, and how far it has come. The archive is walked from its newest page to the oldest that the
 * budget allows, keeping the entries of each page; then the entries are sent to be fetched, the oldest first. Immutable.
 *
 * @param step number of changes, over all backfills of the source; a job belongs to one step
 * @param changed when the last step was taken
 * @param notBefore when the next step may be taken; null for at once
 * @param walk where the walk stands, or ended
 * @param pages every page asked for, in order
 * @param sending where the sending stands
 * @param articles entries with an outcome, by its name
 * @param stopped why it needs to be asked to go on; null while it goes on by itself
 * @param trouble failed attempts at the present step; null for none
 */
public record Backfill(
        SourceId source,
        Instant started,
        Budget budget,
        int step,
        Instant changed,
        @Nullable Instant notBefore,
        Phase phase,
        Walk walk,
        List<AskedPage> pages,
        Sending sending,
        SortedMap<String, Integer> articles,
        @Nullable String stopped,
        @Nullable Trouble trouble) {

    /** Names are stored; add, don't rename. */
    public enum Phase {
        WALKING,
        SENDING,
        COMPLETE,
        CANCELLED
    }

    /**
     * Failed attempts at a step.
     *
     * @param cause of the last one
     */
    public record Trouble(String cause, int attempts) {

        private static final int MOST_CHARS = 200;

        /** Cuts a long cause. */
        public Trouble {
            cause = cause.length() > MOST_CHARS ? cause.substring(0, MOST_CHARS) : cause;
        }
    }

    private static final Sending NOTHING_SENT = new Sending(-1, 0, null);

    public Backfill {
        pages = List.copyOf(pages);
        articles = Collections.unmodifiableSortedMap(new TreeMap<>(articles));
    }

    /**
     * Begins a backfill.
     *
     * @param before the source's last one; null for its first
     */
    public static Backfill begun(SourceId source, String url, Budget budget, @Nullable Backfill before, Instant now) {
        return new Backfill(
                source,
                now,
                budget,
                before == null ? 0 : before.step + 1,
                now,
                null,
                Phase.WALKING,
                Walk.from(url),
                List.of(),
                NOTHING_SENT,
                Collections.emptySortedMap(),
                null,
                null);
    }

    public boolean isOver() {
        return phase == Phase.COMPLETE || phase == Phase.CANCELLED;
    }

    /** Tests for a page that was asked for. */
    public boolean isAsked(String url) {
        String id = AskedPage.id(url);
        return pages.stream().anyMatch(page -> page.id().equals(id));
    }

    /** Tests for a page with the same entries as an earlier one. */
    public boolean isRepeated(String content) {
        return pages.stream().anyMatch(page -> content.equals(page.content()));
    }

    /** Tests whether no more pages are wanted: there are none, or as many pages or articles as wanted. */
    public boolean isWalked() {
        return walk.ahead().isEmpty() || pages.size() >= budget.pages() || wanted() <= 0;
    }

    /** Returns how many more articles are wanted. */
    public int wanted() {
        return budget.articles() - pages.stream().mapToInt(AskedPage::entries).sum();
    }

    /**
     * Returns the backfill after a page.
     *
     * @param outcomes of entries that are not kept
     */
    public Backfill asked(AskedPage page, Walk next, Map<ArticleOutcome, Integer> outcomes, Instant now) {
        List<AskedPage> more = new ArrayList<>(pages);
        more.add(page);
        return with(null, phase, next, more, sending, counted(outcomes), null, now);
    }

    /** Returns the backfill with the front page that a feed names, within the same step. */
    public Backfill at(@Nullable String site) {
        return within(notBefore, walk.at(site), trouble);
    }

    /** Returns the backfill waiting for its host, within the same step. */
    public Backfill heldUntil(Instant until) {
        return within(until, walk, trouble);
    }

    /** Returns the backfill after a failed attempt at its step, which is repeated. A message sent anew counts its own from 1. */
    public Backfill troubled(Trouble failed) {
        return within(notBefore, walk, new Trouble(failed.cause(), Math.max(failed.attempts(), attempts() + 1)));
    }

    /** Returns how many attempts at the present step failed. */
    public int attempts() {
        return trouble == null ? 0 : trouble.attempts();
    }

    /** Returns the backfill waiting after an attempt that brought no answer. */
    public Backfill waiting(Instant until, String cause, Instant now) {
        Walk again = walk.afterAttempt();
        return with(until, phase, again, pages, sending, articles, null, now)
                .troubled(new Trouble(cause, Math.max(again.attempts(), attempts() + 1)));
    }

    /** Returns the backfill at the beginning of its sending. */
    public Backfill walked(Instant now) {
        return with(null, Phase.SENDING, walk, pages, new Sending(pages.size() - 1, 0, null), articles, null, now);
    }

    /**
     * Returns the backfill with more outcomes, at the next place of its sending.
     *
     * @param until when the next stretch may be sent; null for at once
     */
    public Backfill sent(Sending next, Map<ArticleOutcome, Integer> outcomes, @Nullable Instant until, Instant now) {
        Phase then = next.page() < 0 ? Phase.COMPLETE : phase;
        return with(until, then, walk, pages, next, counted(outcomes), null, now);
    }

    public Backfill cancelled(Instant now) {
        return with(null, Phase.CANCELLED, walk, pages, sending, articles, null, now);
    }

    public Backfill stoppedBecause(String reason, Instant now) {
        return with(notBefore, phase, walk, pages, sending, articles, reason, now);
    }

    /** Returns the backfill going on after it was stopped. */
    public Backfill resumed(Instant now) {
        return with(notBefore, phase, walk, pages, sending, articles, null, now);
    }

    private SortedMap<String, Integer> counted(Map<ArticleOutcome, Integer> outcomes) {
        SortedMap<String, Integer> totals = new TreeMap<>(articles);
        outcomes.forEach((outcome, count) -> {
            if (count > 0) {
                totals.merge(outcome.label(), count, Integer::sum);
            }
        });
        return totals;
    }

    private Backfill with(
            @Nullable Instant until,
            Phase then,
            Walk where,
            List<AskedPage> asked,
            Sending next,
            SortedMap<String, Integer> totals,
            @Nullable String reason,
            Instant now) {
        return new Backfill(
                source, started, budget, step + 1, now, until, then, where, asked, next, totals, reason, null);
    }

    private Backfill within(@Nullable Instant until, Walk where, @Nullable Trouble failed) {
        return new Backfill(
                source, started, budget, step, changed, until, phase, where, pages, sending, articles, stopped, failed);
    }
}
