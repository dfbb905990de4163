package app.lede.reconciledocuments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.article.Canary;
import app.lede.document.ObjectCreated;
import app.lede.pipeline.ProbePipeline;
import app.lede.pipeline.ReconcileDocuments;
import app.lede.testkit.EventFiles;
import app.lede.testkit.InMemoryArticles;
import app.lede.testkit.InMemoryDocumentList;
import app.lede.testkit.InMemoryDocumentLog;
import app.lede.testkit.InMemoryDocuments;
import app.lede.testkit.InMemoryQueue;
import app.lede.testkit.InMemoryReconciliationWalks;
import app.lede.testkit.Invocation;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

class ReconcileDocumentsHandlerTest {

    private final InMemoryDocuments documents = new InMemoryDocuments();
    private final InMemoryQueue<ObjectCreated> queue = new InMemoryQueue<>();
    private final ReconcileDocumentsHandler handler = new ReconcileDocumentsHandler(
            new ReconcileDocuments(
                    new InMemoryDocumentList(documents),
                    new InMemoryDocumentLog()::byKey,
                    queue,
                    new InMemoryReconciliationWalks()),
            Optional.empty(),
            InstantSource.fixed(Instant.parse("2026-01-02T05:00:07Z")));

    @Test
    void every_event_of_the_folder_is_tested_here() {
        assertEquals(List.of("by-hand", "each-hour"), EventFiles.cases("reconcile-documents"));
    }

    @Test
    void a_tick_announces_what_is_older_than_an_hour_and_says_so() throws IOException {
        ObjectCreated lost = documents.upload("inbox/lost.txt", "lost".getBytes(StandardCharsets.UTF_8), null);
        Invocation tick = invoke("each-hour");
        assertEquals("{}", tick.answer().toString());
        assertEquals(List.of("reconciled"), tick.outcomes());
        assertEquals(1, tick.lines().getFirst().path("announced").asInt());
        assertEquals(
                List.of(lost.key()),
                queue.take().stream().map(ObjectCreated::key).toList());
    }

    @Test
    void a_tick_that_comes_twice_walks_once() throws IOException {
        documents.upload("inbox/lost.txt", "lost".getBytes(StandardCharsets.UTF_8), null);
        invoke("each-hour");
        assertEquals(0, invoke("each-hour").lines().getFirst().path("seen").asInt());
        assertEquals(1, queue.jobs().size());
    }

    @Test
    void a_tick_looks_after_the_canary_and_a_call_by_hand_does_not() throws IOException {
        List<String> written = new ArrayList<>();
        ReconcileDocumentsHandler watching = watching((key, page) -> written.add(key));
        Invocation tick = Invocation.of(watching, EventFiles.read("reconcile-documents", "each-hour"));
        assertEquals(List.of("canary-first", "reconciled"), tick.outcomes());
        Invocation byHand = Invocation.of(watching, EventFiles.read("reconcile-documents", "by-hand"));
        assertEquals(List.of("reconciled"), byHand.outcomes());
        assertEquals(List.of(Canary.KEY), written);
    }

    @Test
    void a_probe_that_fails_keeps_no_document_from_being_announced_and_fails_the_call() {
        documents.upload("inbox/lost.txt", "lost".getBytes(StandardCharsets.UTF_8), null);
        ReconcileDocumentsHandler watching = watching((key, page) -> {
            throw new IllegalStateException("no right to write");
        });
        IllegalStateException fault = assertThrows(
                IllegalStateException.class,
                () -> Invocation.of(watching, EventFiles.read("reconcile-documents", "each-hour")));
        assertEquals("no right to write", fault.getMessage());
        assertEquals(1, queue.jobs().size());
    }

    private ReconcileDocumentsHandler watching(BiConsumer<String, byte[]> bucket) {
        return new ReconcileDocumentsHandler(
                new ReconcileDocuments(
                        new InMemoryDocumentList(documents),
                        new InMemoryDocumentLog()::byKey,
                        queue,
                        new InMemoryReconciliationWalks()),
                Optional.of(new ProbePipeline(
                        new InMemoryDocumentList(documents),
                        new InMemoryDocumentLog(),
                        new InMemoryArticles(),
                        bucket)),
                InstantSource.fixed(Instant.parse("2026-01-02T05:00:07Z")));
    }

    @Test
    void by_hand_the_whole_bucket_is_looked_at_again() throws IOException {
        documents.upload("inbox/lost.txt", "lost".getBytes(StandardCharsets.UTF_8), null);
        invoke("each-hour");
        assertEquals(1, invoke("by-hand").lines().getFirst().path("announced").asInt());
    }

    @Test
    void an_event_without_a_time_fails_the_invocation() {
        assertThrows(RuntimeException.class, () -> Invocation.of(handler, new byte[] {'{', '}'}));
        assertEquals(List.of(), queue.jobs());
    }

    @Test
    void a_call_that_fails_is_a_line_with_its_cause() throws IOException {
        List<JsonNode> lines = Invocation.failing(handler, new byte[] {'{', '}'});
        assertEquals(1, lines.size());
        assertEquals("failed", lines.getFirst().path("outcome").asText());
        assertTrue(lines.getFirst().path("error").asText().contains("DateTimeParseException"), lines::toString);
    }

    private Invocation invoke(String event) throws IOException {
        return Invocation.of(handler, EventFiles.read("reconcile-documents", event));
    }
}
