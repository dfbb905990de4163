package app.lede.managelibrary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.api.WritingApi;
import app.lede.document.DocumentId;
import app.lede.document.DocumentRecord;
import app.lede.document.Erasure;
import app.lede.document.Outcome;
import app.lede.document.PartKey;
import app.lede.json.Json;
import app.lede.pipeline.Deletion;
import app.lede.pipeline.DeletionJob;
import app.lede.testkit.EventFiles;
import app.lede.testkit.InMemoryArticleTexts;
import app.lede.testkit.InMemoryDocuments;
import app.lede.testkit.Invocation;
import app.lede.testkit.Samples;
import app.lede.testkit.TickingClock;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OngoingDeletionsTest extends ManagedLibrary {

    @Test
    void a_deletion_goes_on_when_its_queue_says_so() throws IOException {
        DocumentRecord record = Samples.outcome(NOW, "inbox/a.html", Outcome.UNREADABLE);
        log.record(record);
        Invocation invocation = invoke("one-deletion");
        assertEquals(List.of(), invocation.failures());
        assertEquals(List.of("deleted"), invocation.outcomes());
        assertTrue(log.get(record.id()).orElseThrow().isDeleted());
    }

    @Test
    void the_deletion_of_many_parts_goes_on_by_itself() throws IOException {
        DocumentId mailbox = Samples.documentId(NOW, "mails.mbox");
        log.record(new DocumentRecord(mailbox, "inbox/mails.mbox", null, NOW, Outcome.UNPACKED, null, null, 1, 80));
        for (int number = 1; number <= 80; number++) {
            PartKey part = new PartKey(mailbox, number);
            log.record(
                    new DocumentRecord(part.documentId(), part.key(), null, NOW, Outcome.EMPTY, "no words", null, 1));
        }
        Deletion slow = new Deletion(
                articles,
                new InMemoryArticleTexts(),
                new InMemoryDocuments(),
                log,
                new TickingClock(NOW, Duration.ofSeconds(1)));
        ManageLibraryHandler late = new ManageLibraryHandler(
                new WritingApi(sources, polls, log, tickets, slow, deletions, outlets, () -> "token", clock), clock);
        ObjectNode asked = (ObjectNode) Json.read(EventFiles.read("manage-library", "delete-document"));
        asked.withObject("/pathParameters").put("id", mailbox.value());
        Invocation first = Invocation.of(late, Json.bytes(asked));
        assertEquals(202, status(first), first.text());
        assertEquals(80, body(first).path("parts").asInt());
        int deleted = body(first).path("partsDeleted").asInt();
        assertTrue(deleted > 0 && deleted < 80, first.text());
        assertEquals(202, status(Invocation.of(late, Json.bytes(asked))));
        assertEquals(
                List.of(DeletionJob.of(mailbox)), deletions.jobs(), "a repeated request begins no second row of jobs");
        int messages = 0;
        while (!deletions.jobs().isEmpty()) {
            ObjectNode event = Json.object();
            event.putArray("Records")
                    .addObject()
                    .put("messageId", "m" + messages++)
                    .put("eventSource", "aws:sqs")
                    .put("body", Json.text(deletions.take().getFirst()));
            assertEquals(
                    "[]",
                    Invocation.of(late, Json.bytes(event))
                            .answer()
                            .path("batchItemFailures")
                            .toString());
        }
        assertTrue(messages > 1 && messages < 80, "messages: " + messages);
        assertTrue(log.parts(mailbox, 0, 100).stream().allMatch(DocumentRecord::isDeleted));
        assertEquals(204, status(Invocation.of(handler, Json.bytes(asked))));
    }

    @Test
    void the_job_that_goes_on_stands_before_the_first_stretch_which_may_break_off() throws IOException {
        DocumentId mailbox = Samples.documentId(NOW, "mails.mbox");
        log.record(new DocumentRecord(mailbox, "inbox/mails.mbox", null, NOW, Outcome.UNPACKED, null, null, 1, 40));
        Erasure broken = new Erasure() {
            @Override
            public void delete(String key, @Nullable String versionId) {
                throw new IllegalStateException("down");
            }

            @Override
            public void deleteAll(String folder) {
                throw new IllegalStateException("down");
            }
        };
        Deletion dying = new Deletion(articles, new InMemoryArticleTexts(), broken, log, clock);
        ManageLibraryHandler breaking = new ManageLibraryHandler(
                new WritingApi(sources, polls, log, tickets, dying, deletions, outlets, () -> "token", clock), clock);
        ObjectNode asked = (ObjectNode) Json.read(EventFiles.read("manage-library", "delete-document"));
        asked.withObject("/pathParameters").put("id", mailbox.value());
        assertEquals(500, status(Invocation.of(breaking, Json.bytes(asked))));
        assertEquals(List.of(DeletionJob.of(mailbox)), deletions.jobs());
    }

    @Test
    void a_job_for_a_document_that_is_forgotten_ends_as_unknown() throws IOException {
        ObjectNode event = Json.object();
        event.putArray("Records")
                .addObject()
                .put("messageId", "m")
                .put("eventSource", "aws:sqs")
                .put("body", Json.text(DeletionJob.of(Samples.documentId(NOW, "mails.mbox"))));
        assertEquals(
                List.of("unknown"), Invocation.of(handler, Json.bytes(event)).outcomes());
    }
}
