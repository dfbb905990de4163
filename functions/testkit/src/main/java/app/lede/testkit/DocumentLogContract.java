package app.lede.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.lede.document.DocumentId;
import app.lede.document.DocumentLog;
import app.lede.document.DocumentRecord;
import app.lede.document.Outcome;
import app.lede.document.PartKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Contract of every {@link DocumentLog}. */
public abstract class DocumentLogContract {

    private static final Instant NOON = Samples.NOON;

    private static final List<Outcome> KINDS =
            List.of(Outcome.WAITING, Outcome.FAILED, Outcome.EMPTY, Outcome.STORED, Outcome.DELETED);

    /** Returns an empty log that fails at the steps of {@code crashes}. */
    protected abstract DocumentLog emptyLog(Crashes crashes);

    /** Returns a log over the same data that no longer fails. */
    protected abstract DocumentLog afterCrash();

    private DocumentLog emptyLog() {
        return emptyLog(Crashes.never());
    }

    private static DocumentRecord record(Outcome outcome) {
        return Samples.outcome(NOON, "inbox/a b/ü.html", outcome);
    }

    @Test
    void what_was_recorded_comes_back_whole() {
        DocumentLog log = emptyLog();
        DocumentRecord bare = new DocumentRecord(
                Samples.documentId(NOON, "x"),
                "inbox/x",
                null,
                NOON.plusMillis(1),
                Outcome.TOO_LARGE,
                "a detail",
                null,
                0);
        log.record(bare);
        log.record(record(Outcome.STORED));
        assertEquals(Optional.of(bare), log.get(bare.id()));
        assertEquals(
                Optional.of(record(Outcome.STORED)),
                log.get(record(Outcome.STORED).id()));
    }

    @Test
    void an_unknown_document_is_empty() {
        assertEquals(Optional.empty(), emptyLog().get(Samples.documentId(NOON, "unknown")));
    }

    @Test
    void the_first_outcome_stays() {
        DocumentLog log = emptyLog();
        log.record(record(Outcome.STORED));
        log.record(record(Outcome.UNCHANGED));
        log.record(record(Outcome.FAILED));
        assertEquals(
                Outcome.STORED,
                log.get(record(Outcome.STORED).id()).orElseThrow().outcome());
    }

    @Test
    void failed_gives_way_to_what_succeeds_later() {
        DocumentLog log = emptyLog();
        log.record(record(Outcome.FAILED));
        log.record(record(Outcome.FAILED));
        log.record(record(Outcome.STORED));
        assertEquals(
                Outcome.STORED,
                log.get(record(Outcome.STORED).id()).orElseThrow().outcome());
    }

    private static DocumentRecord record(Outcome outcome, int parser) {
        DocumentRecord sample = record(outcome);
        return new DocumentRecord(
                sample.id(), sample.key(), "v1", sample.received(), outcome, "by " + parser, null, parser);
    }

    /** Each pair is recorded in order; the second stays where it replaces the first, else the first does. */
    @Test
    void every_pair_of_outcomes_leaves_the_one_that_outranks_the_other() {
        DocumentLog log = emptyLog();
        int number = 0;
        for (Outcome first : KINDS) {
            for (Outcome second : KINDS) {
                for (int parser : new int[] {1, 2, 3}) {
                    DocumentRecord standing = numbered(++number, record(first, 2));
                    DocumentRecord later = numbered(number, record(second, parser));
                    log.record(standing);
                    log.record(later);
                    assertEquals(
                            Optional.of(later.replaces(standing) ? later : standing),
                            log.get(later.id()),
                            () -> first + " of parser 2, then " + second + " of parser " + parser);
                }
            }
        }
    }

    private static DocumentRecord numbered(int number, DocumentRecord record) {
        return new DocumentRecord(
                Samples.documentId(NOON, "number " + number),
                record.key(),
                record.versionId(),
                record.received(),
                record.outcome(),
                record.detail(),
                record.articleId(),
                record.parser());
    }

    @Test
    void waiting_gives_way_to_an_outcome_and_never_comes_back() {
        DocumentLog log = emptyLog();
        log.record(record(Outcome.WAITING, 0));
        log.record(record(Outcome.FAILED, 1));
        log.record(record(Outcome.WAITING, 0));
        assertEquals(Outcome.FAILED, standing(log));
        log.record(record(Outcome.EMPTY, 1));
        log.record(record(Outcome.WAITING, 0));
        assertEquals(Outcome.EMPTY, standing(log));
    }

    @Test
    void a_document_parsed_again_shows_the_outcome_of_the_later_parser_whichever_came_first() {
        DocumentLog log = emptyLog();
        log.record(record(Outcome.EMPTY, 1));
        log.record(record(Outcome.STORED, 2));
        log.record(record(Outcome.UNREADABLE, 1));
        assertEquals(Outcome.STORED, standing(log));
    }

    @Test
    void what_was_deleted_stays_deleted_for_every_later_parser() {
        DocumentLog log = emptyLog();
        log.record(record(Outcome.STORED, 1));
        log.record(record(Outcome.DELETED, 0));
        log.record(record(Outcome.STORED, 7));
        log.record(record(Outcome.FAILED, 7));
        assertEquals(Outcome.DELETED, standing(log));
    }

    @Test
    void recording_tells_which_record_stands_afterwards() {
        DocumentLog log = emptyLog();
        assertEquals(record(Outcome.WAITING), log.record(record(Outcome.WAITING)));
        assertEquals(record(Outcome.STORED), log.record(record(Outcome.STORED)));
        assertEquals(record(Outcome.STORED), log.record(record(Outcome.FAILED)));
        assertEquals(record(Outcome.DELETED), log.record(record(Outcome.DELETED)));
        assertEquals(record(Outcome.DELETED), log.record(record(Outcome.STORED)));
    }

    @Test
    void a_deletion_keeps_the_article_that_only_one_side_knows() {
        DocumentLog log = emptyLog();
        DocumentRecord waiting = withArticle(Outcome.WAITING, null);
        DocumentRecord stored = withArticle(Outcome.STORED, "a".repeat(52));
        log.record(waiting);
        log.record(stored);
        assertEquals(stored, log.record(waiting.deleted()));
        assertEquals(stored.deleted(), log.record(stored.deleted()));

        DocumentLog other = emptyLog();
        other.record(waiting);
        assertEquals(waiting.deleted(), other.record(waiting.deleted()));
        assertEquals(waiting.deleted(), other.record(stored));
        assertEquals(stored.deleted(), other.record(stored.deleted()));
        assertEquals(stored.deleted(), other.record(waiting.deleted()));
    }

    private static DocumentRecord withArticle(Outcome outcome, @Nullable String article) {
        DocumentRecord sample = record(outcome);
        return new DocumentRecord(sample.id(), sample.key(), null, sample.received(), outcome, null, article, 1);
    }

    private static Outcome standing(DocumentLog log) {
        return log.get(record(Outcome.STORED).id()).orElseThrow().outcome();
    }

    @Test
    void the_newest_documents_of_a_key_are_found_and_no_others() {
        DocumentLog log = emptyLog();
        List<DocumentRecord> records = new ArrayList<>();
        for (int i = 0; i < DocumentLog.MOST_OF_ONE_KEY + 3; i++) {
            Instant at = NOON.minus(Duration.ofHours(7L * i));
            DocumentRecord record = new DocumentRecord(
                    Samples.documentId(at, "version " + i), "inbox/ä b", "v" + i, at, Outcome.EMPTY, null, null, 1);
            records.add(record);
            log.record(record);
            log.record(Samples.outcome(at, "inbox/ä", Outcome.STORED));
        }
        assertEquals(records.subList(0, DocumentLog.MOST_OF_ONE_KEY), log.byKey("inbox/ä b"));
        assertEquals(List.of(), log.byKey("inbox/"));
    }

    @Test
    void a_record_of_a_current_page_that_is_replaced_is_found_by_its_key_whichever_is_written_first() {
        DocumentLog log = emptyLog();
        DocumentRecord before = Samples.outcome(NOON, "web/before", Outcome.STORED);
        log.recordCurrent(before);
        log.noLongerCurrent(before);
        assertEquals(List.of(before), log.byKey(before.key()));
        DocumentRecord after = Samples.outcome(NOON, "web/after", Outcome.STORED);
        log.noLongerCurrent(after);
        assertEquals(List.of(), log.byKey(after.key()));
        log.recordCurrent(after);
        assertEquals(List.of(after), log.byKey(after.key()));
    }

    @Test
    void the_parts_of_a_collection_are_listed_by_place_and_counted_by_outcome() {
        DocumentLog log = emptyLog();
        DocumentId parent = Samples.documentId(NOON, "mails");
        List<DocumentRecord> records = new ArrayList<>();
        for (int number : new int[] {1, 2, 3, 10, 11, 100_000}) {
            PartKey key = new PartKey(parent, number);
            Outcome outcome = number == 2 ? Outcome.UNREADABLE : Outcome.STORED;
            records.add(
                    new DocumentRecord(key.documentId(), key.key(), "v" + number, NOON, outcome, null, null, number));
            log.record(new DocumentRecord(key.documentId(), key.key(), null, NOON, Outcome.FAILED, null, null, 1));
        }
        records.forEach(log::record);
        log.record(record(Outcome.EMPTY));
        assertEquals(records, log.parts(parent, 0, 100));
        assertEquals(records.subList(2, 4), log.parts(parent, 2, 2));
        assertEquals(List.of(), log.parts(parent, 100_000, 10));
        assertEquals(Map.of(Outcome.STORED, 5, Outcome.UNREADABLE, 1), log.outcomesOfParts(parent));
        assertEquals(List.of(records.get(3)), log.byKey(records.get(3).key()));
        assertEquals(List.of(), log.parts(Samples.documentId(NOON, "others"), 0, 10));
    }

    @Test
    void a_part_is_listed_by_the_name_that_its_collection_gives_it() {
        DocumentLog log = emptyLog();
        PartKey key = new PartKey(Samples.documentId(NOON, "mails"), 7);
        DocumentRecord stored = new DocumentRecord(
                        key.documentId(), key.key(), null, NOON, Outcome.STORED, null, "a".repeat(52), 1)
                .named("mails/ü.eml");
        log.record(stored);
        assertEquals(List.of(stored), log.parts(key.parent(), 0, 10));
        assertEquals(Optional.of(stored), log.get(key.documentId()));
    }

    @Test
    void a_crash_while_the_deletion_of_a_part_is_recorded_never_hides_the_part_as_done() {
        PartKey key = new PartKey(Samples.documentId(NOON, "mails"), 7);
        DocumentRecord stored =
                new DocumentRecord(key.documentId(), key.key(), null, NOON, Outcome.STORED, null, "a".repeat(52), 1, 3);
        boolean crashed = true;
        for (int step = 1; crashed; step++) {
            Crashes crashes = Crashes.atStep(step);
            DocumentLog dying = emptyLog(crashes);
            crashed = crashes.during(() -> {
                dying.record(stored);
                dying.record(stored.deleted());
            });
            DocumentLog after = afterCrash();
            boolean done = after.parts(key.parent(), 0, 10).contains(stored.deleted());
            if (done) {
                assertEquals(Optional.of(stored.deleted()), after.get(key.documentId()));
            }
            after.record(stored);
            after.record(stored.deleted());
            assertEquals(List.of(stored.deleted()), after.parts(key.parent(), 0, 10));
            assertEquals(Map.of(Outcome.DELETED, 1), after.outcomesOfParts(key.parent()));
        }
    }

    @Test
    void waiting_gives_way_to_more_parts_and_not_to_fewer() {
        DocumentLog log = emptyLog();
        log.record(record(Outcome.WAITING));
        log.record(waiting(200));
        log.record(waiting(100));
        log.record(record(Outcome.WAITING));
        assertEquals(Optional.of(waiting(200)), log.get(waiting(0).id()));
        log.record(record(Outcome.UNPACKED));
        log.record(waiting(300));
        assertEquals(Outcome.UNPACKED, standing(log));
    }

    private static DocumentRecord waiting(int parts) {
        DocumentRecord sample = record(Outcome.WAITING);
        return new DocumentRecord(
                sample.id(), sample.key(), null, sample.received(), Outcome.WAITING, null, null, 1, parts);
    }

    @Test
    void eight_threads_leave_one_outcome_and_not_the_failed_one() {
        DocumentLog log = emptyLog();
        InParallel.run(InParallel.THREADS, i -> {
            log.record(record(i == 3 ? Outcome.STORED : Outcome.FAILED));
            return i;
        });
        assertEquals(
                Outcome.STORED,
                log.get(record(Outcome.STORED).id()).orElseThrow().outcome());
        assertEquals(1, log.newest(null, 100).size());
    }

    @Test
    void the_newest_come_first_over_days_without_documents_too() {
        DocumentLog log = emptyLog();
        List<DocumentRecord> records = new ArrayList<>();
        for (int hours : new int[] {0, -1, -30, -31, -24 * 20, -24 * 21, -24 * 40}) {
            records.add(Samples.outcome(NOON.plus(Duration.ofHours(hours)), "inbox/" + hours, Outcome.STORED));
        }
        List<DocumentRecord> shuffled = new ArrayList<>(records);
        Collections.rotate(shuffled, 3);
        shuffled.forEach(log::record);
        assertEquals(records, log.newest(null, 100));
        assertEquals(records.subList(0, 3), log.newest(null, 3));
    }

    @Test
    void a_walk_in_stretches_gives_every_document_once() {
        DocumentLog log = emptyLog();
        List<DocumentRecord> records = new ArrayList<>();
        for (int i = 0; i < 23; i++) {
            DocumentRecord record = Samples.outcome(NOON.minus(Duration.ofHours(5L * i)), "inbox/" + i, Outcome.EMPTY);
            log.record(record);
            records.add(record);
        }
        List<DocumentRecord> walked = new ArrayList<>();
        @Nullable DocumentId before = null;
        for (List<DocumentRecord> stretch = log.newest(before, 4);
                !stretch.isEmpty();
                stretch = log.newest(before, 4)) {
            walked.addAll(stretch);
            before = stretch.get(stretch.size() - 1).id();
        }
        assertEquals(records, walked);
    }

    @Test
    void a_crash_at_any_step_loses_nothing_when_the_record_is_repeated() {
        boolean crashed = true;
        for (int step = 1; crashed; step++) {
            Crashes crashes = Crashes.atStep(step);
            DocumentLog dying = emptyLog(crashes);
            crashed = crashes.during(() -> dying.record(record(Outcome.STORED)));
            afterCrash().record(record(Outcome.STORED));
            assertEquals(List.of(record(Outcome.STORED)), afterCrash().newest(null, 10));
            assertEquals(
                    List.of(record(Outcome.STORED)),
                    afterCrash().byKey(record(Outcome.STORED).key()));
        }
    }
}
