package app.lede.parsedocument;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.article.ArticleId;
import app.lede.aws.lambda.BoundedWork;
import app.lede.aws.lambda.Strays;
import app.lede.document.DocumentRecord;
import app.lede.document.FetchedFrom;
import app.lede.document.ObjectCreated;
import app.lede.document.Outcome;
import app.lede.enrich.FactFinder;
import app.lede.enrich.LanguageDetector;
import app.lede.extract.ArticleExtractor;
import app.lede.json.Json;
import app.lede.pipeline.Deletion;
import app.lede.pipeline.ParseDocument;
import app.lede.pipeline.SummariseArticle;
import app.lede.pipeline.Watchdog;
import app.lede.summary.ExtractiveSummariser;
import app.lede.testkit.EventFiles;
import app.lede.testkit.InMemoryArticleTexts;
import app.lede.testkit.InMemoryArticles;
import app.lede.testkit.InMemoryDocumentLog;
import app.lede.testkit.InMemoryDocuments;
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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A document that computes without end beside nine ordinary ones, under the watchdog that runs on Lambda. */
class SlowDocumentTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:10Z");
    private static final String SLOW = "web/slow/page";

    /** Far more than an ordinary document needs; a busy machine makes an attempt fail, and its message comes again. */
    private static final Duration LIMIT = Duration.ofSeconds(2);

    private static final int MOST_DELIVERIES = 20;

    private final AtomicBoolean over = new AtomicBoolean();
    private final InMemoryArticleTexts texts = new InMemoryArticleTexts();
    private final InMemoryArticles articles = new InMemoryArticles();
    private final InMemoryDocumentLog log = new InMemoryDocumentLog();

    @AfterEach
    void let_the_slow_one_end() {
        over.set(true);
    }

    /** Has one page whose entry's content never stops arriving; reading it takes the processor meanwhile. */
    private final class Endless implements ReadOnlyDocuments {

        @Override
        public Found get(ObjectCreated announced) {
            if (!announced.key().equals(SLOW)) {
                String text =
                        "The bridge of " + announced.key() + " was opened to traffic on Friday, the council said. ";
                return new Found.Bytes(text.repeat(8).getBytes(StandardCharsets.UTF_8), "text/plain", null);
            }
            FetchedFrom from = FetchedFrom.page(
                    "https://news.example.org/slow",
                    NOW,
                    new FetchedFrom.Entry(null, null, null, "entries/slow", null),
                    FetchedFrom.Discovery.by("source"),
                    null,
                    List.of());
            return new Found.Bytes("<p>Slow.</p>".getBytes(StandardCharsets.UTF_8), "text/html", from);
        }

        @Override
        public Optional<byte[]> entry(String key) {
            while (!over.get()) {
                Thread.onSpinWait();
            }
            return Optional.empty();
        }
    }

    @Test
    void a_slow_document_is_too_slow_and_its_nine_neighbours_are_stored() throws IOException {
        deliverUntilDone(batchOfTen());
        SummariseArticle summarise = new SummariseArticle(
                texts,
                articles,
                log,
                new LanguageDetector(),
                new FactFinder(),
                new ExtractiveSummariser(),
                InstantSource.fixed(NOW),
                Watchdog.UNBOUNDED,
                new Deletion(articles, texts, new InMemoryDocuments(), log, InstantSource.fixed(NOW)));
        Set<ArticleId> stored = new HashSet<>();
        texts.keys().forEach(key -> summarise
                .summarise(key)
                .ifPresent(record -> stored.add(new ArticleId(String.valueOf(record.articleId())))));
        Map<Outcome, Long> outcomes = log.newest(null, 100).stream()
                .collect(Collectors.groupingBy(DocumentRecord::outcome, Collectors.counting()));
        assertEquals(Map.of(Outcome.STORED, 9L, Outcome.TOO_SLOW, 1L), outcomes);
        assertEquals(9, articles.getAll(List.copyOf(stored)).size());
    }

    /** Delivers a batch, and again the messages that failed, each time to a fresh instance as SQS and Lambda do. */
    private void deliverUntilDone(ObjectNode batch) throws IOException {
        ObjectNode rest = batch;
        for (int delivery = 0; !rest.withArray("Records").isEmpty(); delivery++) {
            assertTrue(delivery < MOST_DELIVERIES, rest::toString);
            over.set(false);
            Invocation invocation = Invocation.of(handler(), Json.bytes(rest));
            over.set(true);
            Set<String> failed = Set.copyOf(invocation.failures());
            ObjectNode again = Json.object();
            ArrayNode messages = again.putArray("Records");
            rest.withArray("Records").forEach(message -> {
                if (failed.contains(message.path("messageId").asText())) {
                    messages.add(message);
                }
            });
            rest = again;
        }
    }

    private ParseDocumentHandler handler() {
        Strays strays = new Strays();
        return new ParseDocumentHandler(
                new ParseDocument(
                        new Endless(),
                        new ArticleExtractor(),
                        new InMemorySiteLines(),
                        texts,
                        article -> false,
                        log,
                        new InMemoryQueue<>(),
                        new BoundedWork(LIMIT, strays),
                        InstantSource.fixed(NOW)),
                InstantSource.fixed(NOW),
                strays);
    }

    /** Returns ten messages of an object each; the slow one is the third. */
    private static ObjectNode batchOfTen() {
        ObjectNode event = (ObjectNode) Json.read(EventFiles.read("parse-document", "plain-html"));
        ArrayNode messages = event.withArray("Records");
        ObjectNode first = (ObjectNode) messages.remove(0);
        for (int i = 0; i < 10; i++) {
            ObjectNode body = (ObjectNode) Json.read(first.path("body").asText());
            ((ObjectNode) body.at("/Records/0/s3/object"))
                    .put("key", i == 2 ? SLOW : "inbox/" + i + ".txt")
                    .put("versionId", "version" + i);
            messages.add(first.deepCopy().put("messageId", "message" + i).put("body", body.toString()));
        }
        return event;
    }
}
