package app.lede.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.lede.document.DocumentRecord;
import app.lede.document.ObjectCreated;
import app.lede.document.Outcome;
import app.lede.pipeline.ReconcileDocuments.Reconciled;
import app.lede.testkit.InMemoryDocumentList;
import app.lede.testkit.InMemoryDocumentLog;
import app.lede.testkit.InMemoryDocuments;
import app.lede.testkit.InMemoryQueue;
import app.lede.testkit.InMemoryReconciliationWalks;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReconcileDocumentsTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private final InMemoryDocuments documents = new InMemoryDocuments();
    private final InMemoryDocumentLog log = new InMemoryDocumentLog();
    private final InMemoryQueue<ObjectCreated> queue = new InMemoryQueue<>();
    private final InMemoryReconciliationWalks walks = new InMemoryReconciliationWalks();
    private final ReconcileDocuments step =
            new ReconcileDocuments(new InMemoryDocumentList(documents), log::byKey, queue, walks);

    private ObjectCreated upload(String key) {
        return documents.upload(key, key.getBytes(StandardCharsets.UTF_8), null);
    }

    private void record(ObjectCreated object, Outcome outcome) {
        log.record(DocumentRecord.of(object, outcome, null, 1));
    }

    private List<String> announced() {
        return queue.take().stream().map(ObjectCreated::key).toList();
    }

    @Test
    void only_what_has_no_outcome_is_announced_again() {
        record(upload("inbox/stored"), Outcome.STORED);
        record(upload("inbox/failed"), Outcome.FAILED);
        Instant now = upload("inbox/lost").at().plus(HOUR);
        assertEquals(new Reconciled(3, 1, true), step.reconcile(now, HOUR, () -> true));
        assertEquals(List.of("inbox/lost"), announced());
    }

    @Test
    void a_ticket_that_waits_is_no_outcome_once_its_object_stands() {
        ObjectCreated object = upload("inbox/by-ticket");
        record(object, Outcome.WAITING);
        step.reconcile(object.at().plus(HOUR), HOUR, () -> true);
        assertEquals(List.of("inbox/by-ticket"), announced());
    }

    @Test
    void an_outcome_of_what_stood_under_the_key_before_does_not_count() {
        ObjectCreated before = upload("inbox/again");
        record(before, Outcome.STORED);
        ObjectCreated after = new ObjectCreated(
                "inbox/again", 1, "other", null, "", before.at().plus(Duration.ofMinutes(5)));
        ReconcileDocuments later = new ReconcileDocuments(
                (key, limit) -> new app.lede.document.DocumentList.Page(List.of(after), null),
                log::byKey,
                queue,
                walks);
        later.reconcile(after.at().plus(HOUR), HOUR, () -> true);
        assertEquals(List.of("inbox/again"), announced());
    }

    @Test
    void what_is_new_is_given_time_and_what_is_old_is_left_alone() {
        ObjectCreated object = upload("inbox/lost");
        assertEquals(
                0,
                step.reconcileAll(object.at().plus(HOUR).minusMillis(1), HOUR).announced());
        assertEquals(
                0, step.reconcileAll(object.at().plus(Duration.ofDays(3)), HOUR).announced());
        assertEquals(1, step.reconcileAll(object.at().plus(HOUR), HOUR).announced());
    }

    @Test
    void the_content_of_a_feed_is_no_document_and_a_part_of_a_collection_is_one() {
        upload("entries/1/2");
        upload("unpacked/1/2");
        ObjectCreated page = upload("web/1/2");
        step.reconcile(page.at().plus(HOUR), HOUR, () -> true);
        assertEquals(List.of("unpacked/1/2", "web/1/2"), announced());
    }

    @Test
    void a_walk_without_time_goes_on_where_it_ended_and_a_complete_one_rests_for_a_day() {
        for (int i = 0; i < 1001; i++) {
            upload("inbox/%04d".formatted(i));
        }
        Instant now = documents.announced("inbox/1000").at().plus(HOUR);
        assertEquals(new Reconciled(500, 500, false), step.reconcile(now, HOUR, () -> false));
        assertEquals("inbox/0500", queueAfter(step.reconcile(now.plusSeconds(60), HOUR, () -> false)));
        assertEquals(new Reconciled(1, 1, true), step.reconcile(now.plusSeconds(120), HOUR, () -> false));
        queue.take();
        assertEquals(new Reconciled(0, 0, true), step.reconcile(now.plus(HOUR), HOUR, () -> true));
        assertEquals(
                1001,
                step.reconcile(now.plus(Duration.ofHours(23)), HOUR, () -> true).seen());
    }

    private String queueAfter(Reconciled reconciled) {
        assertEquals(500, reconciled.announced());
        return queue.jobs().get(500).key();
    }

    @Test
    void an_object_announced_twice_has_the_same_document_id() {
        ObjectCreated object = upload("inbox/lost");
        step.reconcileAll(object.at().plus(HOUR), HOUR);
        step.reconcileAll(object.at().plus(HOUR.multipliedBy(2)), HOUR);
        List<ObjectCreated> twice = queue.take();
        assertEquals(2, twice.size());
        assertEquals(twice.getFirst().documentId(), twice.getLast().documentId());
        record(twice.getFirst(), Outcome.STORED);
        assertEquals(
                0,
                step.reconcileAll(object.at().plus(HOUR.multipliedBy(3)), HOUR).announced());
    }

    @Test
    void a_crash_before_the_walk_is_kept_announces_again() {
        ObjectCreated object = upload("inbox/lost");
        InMemoryQueue<ObjectCreated> dying = new InMemoryQueue<>(app.lede.testkit.Crashes.atStep(1));
        ReconcileDocuments crashing =
                new ReconcileDocuments(new InMemoryDocumentList(documents), log::byKey, dying, walks);
        assertThrows(
                RuntimeException.class, () -> crashing.reconcile(object.at().plus(HOUR), HOUR, () -> true));
        step.reconcile(object.at().plus(HOUR), HOUR, () -> true);
        assertEquals(List.of("inbox/lost"), announced());
    }
}
