package app.lede.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.lede.fetch.CanonicalUrl;
import app.lede.fetch.UrlLedger;
import app.lede.fetch.UrlLedger.Known;
import app.lede.fetch.UrlLedger.Mark;
import app.lede.fetch.UrlLedger.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Contract tests for {@link UrlLedger}. */
public abstract class UrlLedgerContract {

    private static final Instant NOW = Samples.NOON;
    private static final Instant SOON = NOW.plus(Duration.ofHours(6));
    private static final Instant LATE = NOW.plus(Duration.ofDays(90));

    private final CanonicalUrl url = new CanonicalUrl("https://news.example.org/brücke?a=1");

    /** Returns an empty ledger. */
    protected abstract UrlLedger emptyLedger();

    private Map<CanonicalUrl, Mark> look(UrlLedger ledger, Instant now) {
        return ledger.look(List.of(url), now);
    }

    @Test
    void an_unknown_url_has_no_mark() {
        assertEquals(Map.of(), look(emptyLedger(), NOW));
        assertEquals(Map.of(), emptyLedger().look(List.of(), NOW));
    }

    @Test
    void what_was_sent_is_queued_until_its_time_is_over() {
        UrlLedger ledger = emptyLedger();
        ledger.queued(Map.of(url, "e1"), SOON);
        ledger.queued(Map.of(url, "e1"), SOON);
        assertEquals(Map.of(url, Mark.QUEUED), look(ledger, SOON.minusMillis(1)));
        assertEquals(Map.of(), look(ledger, SOON));
    }

    @Test
    void what_is_done_keeps_its_mark() {
        UrlLedger ledger = emptyLedger();
        ledger.queued(Map.of(url, "e1"), SOON);
        ledger.done(url, Mark.FETCHED, null, LATE);
        assertEquals(Map.of(url, Mark.FETCHED), look(ledger, SOON));
        ledger.done(url, Mark.REFUSED, null, LATE);
        assertEquals(Map.of(url, Mark.REFUSED), look(ledger, NOW));
    }

    @Test
    void the_addresses_of_a_page_are_done_together_and_keep_their_entries() {
        UrlLedger ledger = emptyLedger();
        CanonicalUrl other = new CanonicalUrl("https://news.example.org/target");
        ledger.queued(Map.of(url, "e1"), SOON);
        UrlLedger.Page page = new UrlLedger.Page("web/a/b", "b", "\"v1\"", null);
        ledger.done(List.of(url, other, url), Mark.FETCHED, page, LATE);
        Map<CanonicalUrl, UrlLedger.Known> known = ledger.known(List.of(url, other), NOW);
        assertEquals(new UrlLedger.Known(Mark.FETCHED, "e1", page, 0), known.get(url));
        assertEquals(new UrlLedger.Known(Mark.FETCHED, null, page, 0), known.get(other));
    }

    @Test
    void a_failure_is_kept_beside_every_mark_until_it_is_replaced() {
        UrlLedger ledger = emptyLedger();
        ledger.failure(url, "unknown");
        assertEquals(Map.of(), ledger.known(List.of(url), NOW));
        ledger.queued(Map.of(url, "e1"), SOON);
        ledger.failure(url, "record");
        ledger.done(url, Mark.FETCHED, null, LATE);
        assertEquals(Map.of(url, new Known(Mark.FETCHED, "e1", null, 0, "record")), ledger.known(List.of(url), NOW));
        ledger.failure(url, null);
        assertEquals(Map.of(url, new Known(Mark.FETCHED, "e1", null, 0)), ledger.known(List.of(url), NOW));
    }

    @Test
    void fetched_before_it_was_marked_queued_stays_fetched() {
        UrlLedger ledger = emptyLedger();
        ledger.done(url, Mark.FETCHED, null, LATE);
        ledger.queued(Map.of(url, "e1"), SOON);
        assertEquals(Map.of(url, Mark.FETCHED), look(ledger, NOW));
    }

    @Test
    void once_a_mark_is_over_the_url_can_be_queued_again() {
        UrlLedger ledger = emptyLedger();
        ledger.done(url, Mark.FETCHED, null, NOW);
        ledger.queued(Map.of(url, "e1"), SOON);
        assertEquals(Map.of(url, Mark.QUEUED), look(ledger, NOW));
    }

    @Test
    void two_hundred_and_fifty_urls_are_looked_at_in_one_call() {
        UrlLedger ledger = emptyLedger();
        List<CanonicalUrl> urls = IntStream.range(0, 250)
                .mapToObj(i -> new CanonicalUrl("https://news.example.org/" + i))
                .toList();
        Map<CanonicalUrl, String> entries = new HashMap<>();
        urls.subList(0, 130).forEach(entry -> entries.put(entry, "e"));
        ledger.queued(entries, SOON);
        assertEquals(130, ledger.look(urls, NOW).size());
    }

    @Test
    void a_url_asked_for_twice_is_answered_once() {
        UrlLedger ledger = emptyLedger();
        ledger.queued(Map.of(url, "e1"), SOON);
        assertEquals(Map.of(url, Mark.QUEUED), ledger.look(List.of(url, url), NOW));
    }

    @Test
    void queued_from_seven_threads_and_fetched_from_one_ends_fetched() {
        UrlLedger ledger = emptyLedger();
        InParallel.run(InParallel.THREADS, i -> {
            if (i == 0) {
                ledger.done(url, Mark.FETCHED, null, LATE);
            } else {
                ledger.queued(Map.of(url, "e1"), SOON);
            }
            return i;
        });
        assertEquals(Map.of(url, Mark.FETCHED), look(ledger, NOW));
    }

    @Test
    void what_was_found_stays_while_the_entry_changes() {
        UrlLedger ledger = emptyLedger();
        Page page = new Page("web/a/b", "00ff", "W/\"v1\"", "Fri, 02 Jan 2026 03:04:05 GMT");
        ledger.queued(Map.of(url, "e1"), SOON);
        ledger.done(url, Mark.FETCHED, page, LATE);
        ledger.changed(url, "e2");
        assertEquals(Map.of(url, new Known(Mark.FETCHED, "e2", page, 0)), ledger.known(List.of(url), NOW));
        ledger.done(url, Mark.FETCHED, null, LATE);
        assertEquals(Map.of(url, new Known(Mark.FETCHED, "e2", page, 0)), ledger.known(List.of(url), NOW));
        ledger.done(url, Mark.FETCHED, page.gone(), LATE);
        assertEquals(Map.of(url, new Known(Mark.FETCHED, "e2", page.gone(), 0)), ledger.known(List.of(url), NOW));
    }

    @Test
    void an_entry_of_an_unknown_url_cannot_change() {
        UrlLedger ledger = emptyLedger();
        ledger.changed(url, "e2");
        assertEquals(Map.of(), look(ledger, NOW));
    }

    @Test
    void a_url_that_waits_keeps_its_entry_and_one_that_is_done_stays_done() {
        UrlLedger ledger = emptyLedger();
        ledger.queued(Map.of(url, "e1"), SOON);
        ledger.waiting(url, 0, LATE);
        assertEquals(Map.of(url, new Known(Mark.QUEUED, "e1", null, 0)), ledger.known(List.of(url), SOON));
        ledger.done(url, Mark.FETCHED, null, LATE.plusSeconds(1));
        ledger.waiting(url, 1, LATE);
        assertEquals(Map.of(url, Mark.FETCHED), look(ledger, NOW));
    }

    @Test
    void the_attempts_made_are_known_until_the_url_is_queued_anew_or_done() {
        UrlLedger ledger = emptyLedger();
        ledger.waiting(url, 2, SOON);
        ledger.changed(url, "e2");
        assertEquals(Map.of(url, new Known(Mark.QUEUED, "e2", null, 2)), ledger.known(List.of(url), NOW));
        ledger.queued(Map.of(url, "e3"), LATE);
        assertEquals(Map.of(url, new Known(Mark.QUEUED, "e3", null, 0)), ledger.known(List.of(url), NOW));
        ledger.waiting(url, 3, LATE);
        ledger.done(url, Mark.REFUSED, null, LATE);
        assertEquals(Map.of(url, new Known(Mark.REFUSED, "e3", null, 0)), ledger.known(List.of(url), NOW));
    }
}
