package app.lede.parsedocument;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.aws.Environment;
import app.lede.aws.lambda.Strays;
import app.lede.document.DocumentReader;
import app.lede.document.DocumentRecord;
import app.lede.document.DocumentStore;
import app.lede.document.FetchedFrom;
import app.lede.document.ObjectContent;
import app.lede.document.ObjectCreated;
import app.lede.document.Outcome;
import app.lede.document.TraceId;
import app.lede.document.UploadClaims;
import app.lede.extract.ArticleExtractor;
import app.lede.json.Json;
import app.lede.pipeline.ParseDocument;
import app.lede.pipeline.Watchdog;
import app.lede.testkit.EventFiles;
import app.lede.testkit.InMemoryArticleTexts;
import app.lede.testkit.InMemoryDocumentLog;
import app.lede.testkit.InMemoryQueue;
import app.lede.testkit.InMemorySiteLines;
import app.lede.testkit.Invocation;
import app.lede.testkit.ReadOnlyDocuments;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ParseDocumentHandlerTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:10Z");
    private static final String LATER_ETAG = "9e4228e6a1ef4eca66d2362f1bedfe6d";
    private static final String TEXT =
            "The bridge over the river was opened to traffic on Friday, three weeks after the flood had closed it. ";

    private static final TraceId TRACE = TraceId.of("source", NOW);

    private final InMemoryArticleTexts texts = new InMemoryArticleTexts();
    private final InMemoryDocumentLog log = new InMemoryDocumentLog();
    private final ParseDocumentHandler handler = handler(new Bucket(false));

    private ParseDocumentHandler handler(DocumentStore documents) {
        return new ParseDocumentHandler(
                new ParseDocument(documents, new ArticleExtractor(), new InMemorySiteLines(), texts, log),
                InstantSource.fixed(NOW),
                new Strays());
    }

    /** Holds every announced object, or for one key only a later one. */
    private record Bucket(boolean onlyLater) implements ReadOnlyDocuments {

        @Override
        public Found get(ObjectCreated announced) {
            if (onlyLater && !announced.etag().equals(LATER_ETAG)) {
                return new Found.Replaced();
            }
            if (announced.size() > DocumentReader.MAX_BYTES) {
                byte[] page = "<html><p>A long page".repeat(100).getBytes(StandardCharsets.UTF_8);
                return new Found.Large(ObjectContent.of(page), null, UploadClaims.NONE);
            }
            String text = announced.key().endsWith(".html") || announced.isFetched()
                    ? "<html><body><article><h1>Bridge open</h1><p>" + TEXT.repeat(3) + "</p><p>" + TEXT.repeat(2)
                            + "</p></article></body></html>"
                    : TEXT.repeat(4) + "\n\n" + TEXT.repeat(2);
            FetchedFrom from = announced.isFetched()
                    ? FetchedFrom.page(
                            "https://news.example.org/bridge",
                            NOW,
                            new FetchedFrom.Discovery("source", TRACE, false, false))
                    : null;
            return new Found.Bytes(text.getBytes(StandardCharsets.UTF_8), null, from);
        }
    }

    static List<String> events() {
        return EventFiles.cases("parse-document");
    }

    @ParameterizedTest
    @MethodSource("events")
    void every_object_of_an_event_has_one_line_with_its_outcome(String event) throws IOException {
        Invocation invocation = Invocation.of(handler, EventFiles.read("parse-document", event));
        assertEquals(List.of(), invocation.failures());
        assertEquals(
                switch (event) {
                    case "batch-of-three" -> List.of("parsed", "parsed", "parsed");
                    case "duplicate", "out-of-order" -> List.of("parsed", "parsed");
                    case "empty-object" -> List.of("empty");
                    case "folder-marker" -> List.of("folder");
                    case "entry-of-a-feed" -> List.of("passed-over");
                    case "s3-test-event" -> List.of("test-event");
                    case "too-large" -> List.of("too-large");
                    default -> List.of("parsed");
                },
                invocation.outcomes());
    }

    @ParameterizedTest
    @MethodSource("events")
    void an_event_delivered_again_leaves_everything_as_it_was(String event) throws IOException {
        Invocation.of(handler, EventFiles.read("parse-document", event));
        var keys = texts.keys();
        List<DocumentRecord> records = log.newest(null, 100);
        Invocation.of(handler, EventFiles.read("parse-document", event));
        assertEquals(keys, texts.keys());
        assertEquals(records, log.newest(null, 100));
    }

    @Test
    void the_trace_of_a_poll_goes_on_with_its_text_and_an_upload_has_none() throws IOException {
        Invocation fetched = Invocation.of(handler, EventFiles.read("parse-document", "fetched-page"));
        assertEquals(TRACE.value(), fetched.lines().getFirst().path("trace").asText());
        String key = texts.keys().iterator().next();
        assertEquals(TRACE, texts.get(key).orElseThrow().provenance().trace());
        Invocation uploaded = Invocation.of(handler, EventFiles.read("parse-document", "plain-html"));
        assertTrue(uploaded.lines().getFirst().path("trace").isMissingNode());
    }

    @Test
    void a_delivery_that_comes_twice_is_one_document() throws IOException {
        Invocation.of(handler, EventFiles.read("parse-document", "duplicate"));
        assertEquals(1, texts.keys().size());
    }

    @Test
    void an_object_that_was_replaced_is_recorded_as_superseded() throws IOException {
        Invocation invocation =
                Invocation.of(handler(new Bucket(true)), EventFiles.read("parse-document", "out-of-order"));
        assertEquals(List.of("parsed", "superseded"), invocation.outcomes());
        assertEquals(1, texts.keys().size());
        assertEquals(Outcome.SUPERSEDED, log.newest(null, 1).getFirst().outcome());
    }

    @Test
    void a_key_is_decoded_before_it_is_used() throws IOException {
        Invocation invocation =
                Invocation.of(handler, EventFiles.read("parse-document", "key-with-spaces-and-non-ascii"));
        assertEquals(
                "inbox/a+b c/ü.html", invocation.lines().getFirst().path("key").asText());
    }

    /** Simulates a document that is slow for one key, and a watchdog that expires for it. */
    @Test
    void a_document_that_takes_too_long_is_named_and_the_others_are_parsed() throws IOException {
        ParseDocumentHandler slow = new ParseDocumentHandler(
                new ParseDocument(
                        new Bucket(false),
                        new ArticleExtractor(),
                        new InMemorySiteLines(),
                        texts,
                        article -> false,
                        log,
                        new InMemoryQueue<>(),
                        new SecondIsLate(),
                        InstantSource.fixed(NOW)),
                InstantSource.fixed(NOW),
                new Strays());
        Invocation invocation = Invocation.of(slow, EventFiles.read("parse-document", "batch-of-three"));
        assertEquals(List.of("parsed", "parsed", "too-slow"), invocation.outcomes());
        assertEquals(List.of(), invocation.failures());
        assertEquals(
                List.of(Outcome.TOO_SLOW),
                log.newest(null, 9).stream().map(DocumentRecord::outcome).toList());
    }

    private static final class SecondIsLate implements Watchdog {
        private int calls;

        @Override
        public <T> Optional<T> within(Supplier<T> work) {
            return ++calls == 2 ? Optional.empty() : Optional.of(work.get());
        }
    }

    @Test
    void of_several_objects_in_one_message_each_is_tried() throws IOException {
        ObjectNode event = (ObjectNode) Json.read(EventFiles.read("parse-document", "plain-html"));
        ObjectNode message = (ObjectNode) event.path("Records").get(0);
        ObjectNode body = (ObjectNode) Json.read(message.path("body").asText());
        ArrayNode objects = body.withArray("Records");
        for (String key : List.of("inbox/second.html", "inbox/poison.html", "inbox/fourth.html")) {
            ObjectNode object = objects.get(0).deepCopy();
            ((ObjectNode) object.at("/s3/object")).put("key", key);
            objects.add(object);
        }
        message.put("body", body.toString());
        DocumentStore poisoned = new Poisoned("inbox/poison.html");
        Invocation invocation = Invocation.of(handler(poisoned), Json.bytes(event));
        assertEquals(List.of("failed", "parsed", "parsed", "parsed"), invocation.outcomes());
        assertEquals(1, invocation.failures().size());
        assertEquals("inbox/poison.html", log.newest(null, 9).getFirst().key());
    }

    @Test
    void a_malformed_record_fails_and_the_others_of_its_message_are_parsed() throws IOException {
        ObjectNode event = (ObjectNode) Json.read(EventFiles.read("parse-document", "plain-html"));
        ObjectNode message = (ObjectNode) event.path("Records").get(0);
        ObjectNode body = (ObjectNode) Json.read(message.path("body").asText());
        ArrayNode objects = body.withArray("Records");
        objects.add(((ObjectNode) objects.get(0).deepCopy()).put("eventTime", "yesterday"));
        objects.add(((ObjectNode) objects.get(0).deepCopy()).without("s3"));
        message.put("body", body.toString());
        Invocation invocation = Invocation.of(handler, Json.bytes(event));
        assertEquals(List.of("failed", "failed", "parsed"), invocation.outcomes());
        assertEquals(1, invocation.failures().size());
        assertEquals(1, texts.keys().size());
    }

    private record Poisoned(String key) implements ReadOnlyDocuments {

        @Override
        public Found get(ObjectCreated announced) {
            if (announced.key().equals(key)) {
                throw new IllegalStateException("poison");
            }
            return new Bucket(false).get(announced);
        }
    }

    @Test
    void an_error_in_one_document_is_its_own_and_the_others_are_parsed() throws IOException {
        for (Error error : List.of(
                new OutOfMemoryError("Java heap space"), new StackOverflowError(), new NoClassDefFoundError("x/Y"))) {
            Bucket bucket = new Bucket(false);
            DocumentStore poisoned = new ReadOnlyDocuments() {
                private int calls;

                @Override
                public Found get(ObjectCreated announced) {
                    if (++calls == 2) {
                        throw error;
                    }
                    return bucket.get(announced);
                }
            };
            Invocation invocation =
                    Invocation.of(handler(poisoned), EventFiles.read("parse-document", "batch-of-three"));
            assertEquals(List.of("failed", "parsed", "parsed"), invocation.outcomes());
            assertEquals(1, invocation.failures().size());
            DocumentRecord failed = log.newest(null, 9).getFirst();
            assertEquals(Outcome.FAILED, failed.outcome());
            assertTrue(String.valueOf(failed.detail()).contains(error.getClass().getSimpleName()), failed::detail);
            assertTrue(String.valueOf(failed.detail()).contains("app.lede.parsedocument."), failed::detail);
        }
    }

    @Test
    void a_store_out_of_reach_is_seen_in_the_record_and_the_message_comes_again() throws IOException {
        DocumentStore broken = new ReadOnlyDocuments() {
            @Override
            public Found get(ObjectCreated announced) {
                throw new IllegalStateException("out of reach");
            }
        };
        Invocation invocation = Invocation.of(handler(broken), EventFiles.read("parse-document", "plain-html"));
        assertEquals(1, invocation.failures().size());
        assertEquals(List.of("failed"), invocation.outcomes());
        assertEquals(Outcome.FAILED, log.newest(null, 1).getFirst().outcome());
    }

    @Test
    void a_broken_message_fails_alone() throws IOException {
        Invocation invocation = Invocation.of(
                handler, Invocation.withABrokenMessage(EventFiles.read("parse-document", "batch-of-three")));
        assertEquals(List.of("broken"), invocation.failures());
        assertEquals(List.of("failed", "parsed", "parsed", "parsed"), invocation.outcomes());
    }

    @Test
    void with_too_little_time_left_every_message_is_handed_back() throws IOException {
        Invocation invocation = Invocation.withTimeLeft(
                Duration.ofSeconds(15), handler, EventFiles.read("parse-document", "plain-html"));
        assertEquals(1, invocation.failures().size());
        assertEquals(List.of(), invocation.lines());
        assertEquals(0, texts.keys().size());
    }

    /** Checks the client libraries: the zip has no more than this module's class path. */
    @Test
    void the_function_starts_from_its_environment_with_the_libraries_of_its_zip() {
        Map<String, String> variables = Map.ofEntries(
                Map.entry("AWS_REGION", "eu-west-1"),
                Map.entry("DOCUMENTS_BUCKET", "documents"),
                Map.entry("CONTROL_TABLE", "control"),
                Map.entry("LIBRARY_BUCKET", "library"),
                Map.entry("ARTICLES_TABLE", "articles"),
                Map.entry("PARSE_QUEUE_URL", "https://sqs.eu-west-1.amazonaws.com/123456789012/parse"),
                Map.entry("SOURCES_TABLE", "sources"),
                Map.entry("RETENTION_DAYS", "90"));
        assertDoesNotThrow(() -> new ParseDocumentHandler(new Environment(variables, InstantSource.fixed(NOW))));
    }
}
