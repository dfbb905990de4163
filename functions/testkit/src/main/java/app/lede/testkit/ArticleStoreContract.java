package app.lede.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.article.Access;
import app.lede.article.Article;
import app.lede.article.ArticleId;
import app.lede.article.ArticleStore;
import app.lede.article.Precedence;
import app.lede.article.Revision;
import app.lede.article.Standing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Contract tests for {@link ArticleStore}. */
public abstract class ArticleStoreContract {

    private static final String URL = "https://news.example.org/bridge";
    private static final Instant NOON = Samples.NOON;

    /** Returns an empty store that fails at the steps of {@code crashes}. */
    protected abstract ArticleStore emptyStore(Crashes crashes);

    /** Returns a store over the same data that no longer fails. */
    protected abstract ArticleStore afterCrash();

    private ArticleStore emptyStore() {
        return emptyStore(Crashes.never());
    }

    /** Returns the key that an offer in the place of an article tells; null where the answer to its first request was lost. */
    protected @Nullable String replaced(Article former) {
        return former.textKey();
    }

    private static Article at(int minutes, String words) {
        return Samples.article(URL, words, NOON.plusSeconds(minutes * 60L));
    }

    @Test
    void what_was_offered_comes_back_whole() {
        ArticleStore store = emptyStore();
        Article article = at(0, "first");
        assertEquals(Standing.STORED, store.offer(article));
        assertEquals(Optional.of(article), store.get(article.id()));
    }

    @Test
    void what_was_deleted_is_found_no_more_and_nothing_revives_it() {
        ArticleStore store = emptyStore();
        Article article = at(0, "first");
        store.offer(article);
        assertTrue(store.delete(article.id(), NOON));
        assertEquals(Optional.empty(), store.get(article.id()));
        assertEquals(List.of(), store.getAll(List.of(article.id())));
        assertEquals(Standing.DELETED, store.offer(article));
        assertEquals(Standing.DELETED, store.offer(at(5, "later")));
        assertEquals(Optional.empty(), store.get(article.id()));
    }

    @Test
    void deleting_again_is_answered_alike_and_what_never_was_is_not_deleted() {
        ArticleStore store = emptyStore();
        Article article = at(0, "first");
        assertFalse(store.delete(article.id(), NOON));
        assertEquals(Standing.STORED, store.offer(article));
        assertTrue(store.delete(article.id(), NOON));
        assertTrue(store.delete(article.id(), NOON.plusSeconds(1)));
    }

    @Test
    void the_latest_state_is_an_article_a_tombstone_or_neither() {
        ArticleStore store = emptyStore();
        Article article = at(0, "first");
        assertEquals(Optional.empty(), store.latest(article.id()));
        assertFalse(store.isDeleted(article.id()));
        store.offer(article);
        assertEquals(Optional.of(article), store.latest(article.id()));
        assertFalse(store.isDeleted(article.id()));
        store.delete(article.id(), NOON);
        assertEquals(Optional.empty(), store.latest(article.id()));
        assertTrue(store.isDeleted(article.id()));
    }

    @Test
    void an_offer_names_the_revision_that_it_took_the_place_of() {
        ArticleStore store = emptyStore();
        Article first = at(0, "first");
        Article second = at(5, "second");
        assertEquals(new ArticleStore.Offered(Standing.STORED, null), store.offer(first, null));
        assertEquals(new ArticleStore.Offered(Standing.STORED, null), store.offer(first, null), "once more");
        assertEquals(new ArticleStore.Offered(Standing.STORED, replaced(first)), store.offer(second, null));
        assertEquals(new ArticleStore.Offered(Standing.SUPERSEDED, null), store.offer(at(3, "between"), null));
        assertEquals(new ArticleStore.Offered(Standing.UNCHANGED, null), store.offer(at(9, "second"), null));
        store.delete(first.id(), NOON);
        assertEquals(new ArticleStore.Offered(Standing.DELETED, null), store.offer(first, null));
    }

    @Test
    void a_standing_revision_takes_another_summary_and_no_other_does() {
        ArticleStore store = emptyStore();
        Article article = at(0, "first");
        assertFalse(store.resummarise(article));
        assertEquals(Optional.empty(), store.get(article.id()));
        store.offer(article);
        Article better =
                article.withSummary(article.summary().withReason("unavailable")).storedAt(NOON.plusSeconds(600));
        assertTrue(store.resummarise(better));
        assertEquals(Optional.of(better.withArrival(article.arrival())), store.get(article.id()));
        Article later = at(5, "second");
        store.offer(later);
        assertFalse(store.resummarise(better));
        assertEquals(later.revision(), store.get(article.id()).orElseThrow().revision());
        store.delete(article.id(), NOON);
        assertFalse(store.resummarise(later));
        assertEquals(Optional.empty(), store.get(article.id()));
    }

    @Test
    void another_summary_keeps_the_precedence_that_was_raised_meanwhile() {
        ArticleStore store = emptyStore();
        Article article = at(0, "first");
        Precedence raised = at(9, "first").provenance().precedence();
        store.offer(article);
        assertTrue(store.raise(article.id(), article.revision(), raised));
        assertTrue(store.resummarise(article));
        assertEquals(raised, store.get(article.id()).orElseThrow().provenance().precedence());
        assertEquals(Standing.SUPERSEDED, store.offer(at(5, "other words in between")));
    }

    @Test
    void an_unknown_article_is_empty() {
        assertEquals(Optional.empty(), emptyStore().get(ArticleId.ofUrl("https://example.org/unknown")));
    }

    @Test
    void the_same_offer_twice_is_stored_twice_and_changes_nothing() {
        ArticleStore store = emptyStore();
        Article article = at(0, "first");
        store.offer(article);
        assertEquals(Standing.STORED, store.offer(article));
        assertEquals(Optional.of(article), store.get(article.id()));
    }

    @Test
    void another_document_of_the_same_words_only_raises_the_precedence() {
        ArticleStore store = emptyStore();
        Article first = at(0, "same");
        Article again = at(9, "same");
        store.offer(first);
        assertEquals(Standing.UNCHANGED, store.offer(again));
        Article kept = store.get(first.id()).orElseThrow();
        assertEquals(first.provenance().documentId(), kept.provenance().documentId());
        assertEquals(again.provenance().precedence(), kept.provenance().precedence());
        assertEquals(Standing.SUPERSEDED, store.offer(at(5, "other words in between")));
    }

    @Test
    void the_precedence_of_a_revision_is_raised_as_a_repetition_raises_it_and_never_lowered() {
        ArticleStore store = emptyStore();
        Article first = at(0, "same");
        Precedence later = at(9, "same").provenance().precedence();
        assertFalse(store.raise(first.id(), first.revision(), later), "there is none");
        store.offer(first);
        assertTrue(store.raise(first.id(), first.revision(), later));
        assertTrue(store.raise(first.id(), first.revision(), first.provenance().precedence()));
        assertFalse(store.raise(first.id(), at(3, "other").revision(), later));
        assertEquals(
                first.withProvenance(
                        first.provenance().toBuilder().precedence(later).build()),
                store.get(first.id()).orElseThrow());
        store.delete(first.id(), NOON);
        assertFalse(store.raise(first.id(), first.revision(), later), "it is deleted");
        assertEquals(Optional.empty(), store.get(first.id()));
    }

    @Test
    void a_later_document_takes_over_and_the_arrival_stays() {
        ArticleStore store = emptyStore();
        store.offer(at(0, "first"));
        Article second = at(5, "second");
        assertEquals(Standing.STORED, store.offer(second));
        Article kept = store.get(second.id()).orElseThrow();
        assertEquals(second.revision(), kept.revision());
        assertEquals(NOON, kept.arrival());
    }

    @Test
    void a_revision_takes_the_place_of_one_named_though_it_ranks_lower_and_of_no_other() {
        ArticleStore store = emptyStore();
        Article stub = at(5, "stub");
        Article whole = at(0, "whole");
        store.offer(stub);
        assertEquals(Standing.SUPERSEDED, store.offer(whole, whole.revision()).standing());
        assertEquals(Standing.STORED, store.offer(whole, stub.revision()).standing());
        assertEquals(whole.revision(), store.get(whole.id()).orElseThrow().revision());
        assertEquals(Standing.STORED, store.offer(stub), "precedence counts again");
        store.delete(stub.id(), NOON);
        assertEquals(Standing.DELETED, store.offer(whole, stub.revision()).standing());
    }

    @Test
    void a_later_document_of_the_same_words_takes_their_place_if_it_is_told_to() {
        ArticleStore store = emptyStore();
        Article first = at(0, "same");
        Article gone = Samples.withAccess(Access.GONE, at(9, "same"));
        store.offer(first);
        assertEquals(Standing.STORED, store.offer(gone, first.revision()).standing());
        Article kept = store.get(first.id()).orElseThrow();
        assertEquals(Access.GONE, kept.provenance().access());
        assertEquals(NOON, kept.arrival());
        assertEquals(
                Standing.UNCHANGED, store.offer(at(5, "same"), first.revision()).standing(), "an older one does not");
        assertEquals(
                Access.GONE, store.get(first.id()).orElseThrow().provenance().access());
    }

    @Test
    void an_older_document_that_comes_late_is_superseded() {
        ArticleStore store = emptyStore();
        Article second = at(5, "second");
        store.offer(second);
        assertEquals(Standing.SUPERSEDED, store.offer(at(0, "first")));
        assertEquals(Optional.of(second), store.get(second.id()));
    }

    @Test
    void an_upload_never_supersedes_what_was_fetched() {
        ArticleStore store = emptyStore();
        Article fetched = at(0, "fetched");
        store.offer(fetched);
        Precedence later = Precedence.of(Precedence.Origin.UPLOAD, null, NOON.plusSeconds(3600));
        assertEquals(Standing.SUPERSEDED, store.offer(Samples.article(URL, "uploaded", later, NOON.plusSeconds(3600))));
        assertEquals(Optional.of(fetched), store.get(fetched.id()));
    }

    @Test
    void what_a_revision_no_longer_says_is_gone() {
        ArticleStore store = emptyStore();
        store.offer(at(0, "first"));
        Article second = Samples.from(null, at(5, "second"));
        store.offer(second);
        assertEquals(Optional.empty(), store.get(second.id()).map(article -> article.provenance()
                .sourceId()));
    }

    @Test
    void of_one_document_the_later_parser_wins_and_the_same_changes_nothing() {
        ArticleStore store = emptyStore();
        Article first = at(0, "first");
        Article better = Samples.reparsed(first, 2, "better read");
        store.offer(first);
        assertEquals(Standing.STORED, store.offer(better));
        assertEquals(Standing.SUPERSEDED, store.offer(first));
        assertEquals(Standing.STORED, store.offer(Samples.reparsed(first, 2, "read once more")));
        assertEquals(Optional.of(better), store.get(first.id()));
        assertEquals(Standing.SUPERSEDED, store.offer(at(-5, "older")));
    }

    @Test
    void a_later_parser_of_an_outranked_document_changes_nothing() {
        ArticleStore store = emptyStore();
        Article second = at(5, "second");
        store.offer(at(0, "first"));
        store.offer(second);
        assertEquals(Standing.SUPERSEDED, store.offer(Samples.reparsed(at(0, "first"), 2, "better read")));
        assertEquals(second.revision(), store.get(second.id()).orElseThrow().revision());
    }

    @Test
    void a_later_document_that_declares_an_older_modification_is_superseded() {
        ArticleStore store = emptyStore();
        Article corrected = modified("corrected", NOON.minusSeconds(60), NOON);
        store.offer(corrected);
        assertEquals(
                Standing.SUPERSEDED,
                store.offer(modified("a stale copy", NOON.minusSeconds(3_600), NOON.plusSeconds(3_600))));
        assertEquals(Optional.of(corrected), store.get(corrected.id()));
    }

    private static Article modified(String words, Instant effective, Instant at) {
        return Samples.article(URL, words, new Precedence(Precedence.Origin.PAGE, effective, at), NOON);
    }

    @Test
    void any_order_of_any_documents_ends_in_the_same_revision() {
        List<Article> offers = new ArrayList<>(List.of(
                Samples.article(URL, "upload", Precedence.of(Precedence.Origin.UPLOAD, null, NOON), NOON),
                Samples.article(URL, "feed", Precedence.of(Precedence.Origin.FEED, null, NOON), NOON),
                Samples.article(URL, "claim", Precedence.of(Precedence.Origin.CLAIM, null, NOON), NOON),
                modified("old", NOON.minusSeconds(9), NOON.plusSeconds(9)),
                at(1, "page"),
                at(2, "page again"),
                at(2, "page at the same moment"),
                at(3, "page again")));
        offers.add(Samples.reparsed(at(3, "page again"), 2, "page, better read"));
        Random random = new Random(20260102);
        Set<Revision> ends = new HashSet<>();
        for (int run = 0; run < 30; run++) {
            Collections.shuffle(offers, random);
            ArticleStore store = emptyStore();
            offers.forEach(store::offer);
            offers.subList(0, 4).forEach(store::offer);
            ends.add(store.get(ArticleId.ofUrl(URL)).orElseThrow().revision());
        }
        assertEquals(1, ends.size());
    }

    @Test
    void every_order_and_repetition_ends_the_same() {
        List<Article> offers = Stream.of(at(0, "a"), at(3, "b"), at(3, "c"), at(7, "d"), at(9, "d"))
                .toList();
        for (int turn = 0; turn < offers.size(); turn++) {
            ArticleStore store = emptyStore();
            List<Article> order = new ArrayList<>(offers);
            Collections.rotate(order, turn);
            order.forEach(store::offer);
            Collections.reverse(order);
            order.forEach(store::offer);
            Article kept = store.get(ArticleId.ofUrl(URL)).orElseThrow();
            assertEquals("d", kept.metadata().headline());
            assertEquals(at(9, "d").provenance().precedence(), kept.provenance().precedence());
        }
    }

    @Test
    void at_one_moment_the_greater_revision_stays_whatever_the_order() {
        Article one = at(0, "one");
        Article other = at(0, "other");
        Article greater = one.revision().compareTo(other.revision()) > 0 ? one : other;
        for (List<Article> order : List.of(List.of(one, other), List.of(other, one))) {
            ArticleStore store = emptyStore();
            order.forEach(store::offer);
            assertEquals(greater.revision(), store.get(one.id()).orElseThrow().revision());
        }
    }

    @Test
    void eight_threads_end_in_the_latest() {
        ArticleStore store = emptyStore();
        InParallel.run(InParallel.THREADS, i -> store.offer(at(i, "words " + i)));
        assertEquals(
                "words 7",
                store.get(ArticleId.ofUrl(URL)).orElseThrow().metadata().headline());
    }

    @Test
    void of_eight_threads_with_the_same_words_one_stores() {
        ArticleStore store = emptyStore();
        List<Standing> standings = InParallel.run(InParallel.THREADS, i -> store.offer(at(i, "same")));
        assertEquals(1, standings.stream().filter(Standing.STORED::equals).count());
        assertEquals(
                at(7, "same").provenance().precedence(),
                store.get(ArticleId.ofUrl(URL)).orElseThrow().provenance().precedence());
    }

    @Test
    void a_crash_at_any_step_loses_nothing_when_the_offer_is_repeated() {
        boolean crashed = true;
        for (int step = 1; crashed; step++) {
            Crashes crashes = Crashes.atStep(step);
            Article article = at(0, "first");
            ArticleStore dying = emptyStore(crashes);
            crashed = crashes.during(() -> dying.offer(article));
            assertEquals(Standing.STORED, afterCrash().offer(article));
            assertEquals(Optional.of(article), afterCrash().get(article.id()));
        }
    }

    @Test
    void many_come_back_in_the_order_asked_for_without_the_unknown() {
        ArticleStore store = emptyStore();
        List<Article> articles = Stream.of("x", "y", "z")
                .map(name -> Samples.article("https://example.org/" + name, name, NOON))
                .toList();
        articles.forEach(store::offer);
        List<ArticleId> asked = List.of(
                articles.get(2).id(),
                ArticleId.ofUrl("https://example.org/none"),
                articles.get(0).id());
        assertEquals(List.of(articles.get(2), articles.get(0)), store.getAll(asked));
        assertTrue(store.getAll(List.of()).isEmpty());
    }
}
