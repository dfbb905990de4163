package app.lede.summarisearticle;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.abstractive.AbstractiveSummariser;
import app.lede.abstractive.CallLog;
import app.lede.abstractive.LanguageModel;
import app.lede.abstractive.ModelAnswer;
import app.lede.abstractive.ModelBudget;
import app.lede.abstractive.Prices;
import app.lede.abstractive.Prompt;
import app.lede.abstractive.Reason;
import app.lede.article.ArticleId;
import app.lede.article.ParsedArticle;
import app.lede.article.Precedence;
import app.lede.article.Revision;
import app.lede.aws.Environment;
import app.lede.aws.lambda.Strays;
import app.lede.document.DocumentId;
import app.lede.document.DocumentRecord;
import app.lede.document.ObjectCreated;
import app.lede.document.Outcome;
import app.lede.enrich.Countries;
import app.lede.enrich.FactFinder;
import app.lede.enrich.LanguageDetector;
import app.lede.grounding.GroundingGate;
import app.lede.pipeline.Deletion;
import app.lede.pipeline.JobQueue;
import app.lede.pipeline.ModelSummaries;
import app.lede.pipeline.SummariseArticle;
import app.lede.pipeline.SummaryRetries;
import app.lede.pipeline.Watchdog;
import app.lede.rights.UnstatedUses;
import app.lede.summary.ExtractiveSummariser;
import app.lede.summary.Summariser;
import app.lede.testkit.Crashes;
import app.lede.testkit.EventFiles;
import app.lede.testkit.InMemoryAnswers;
import app.lede.testkit.InMemoryArticleTexts;
import app.lede.testkit.InMemoryArticles;
import app.lede.testkit.InMemoryDocumentLog;
import app.lede.testkit.InMemoryDocuments;
import app.lede.testkit.InMemoryQueue;
import app.lede.testkit.InMemorySpending;
import app.lede.testkit.Invocation;
import app.lede.testkit.Samples;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SummariseArticleHandlerTest {

    private static final String URL = "https://news.example.org/2026/01/02/bridge-reopens";
    private static final ArticleId BRIDGE = ArticleId.ofUrl(URL);
    private static final DocumentId FIRST = new DocumentId("20260102T030405123-u6jxwzfyzksy6a3sdo3lvt24pd");
    private static final DocumentId SECOND = new DocumentId("20260102T040405123-cy3hvlfwpjfac7envcvzk2bmzm");

    private final InMemoryArticleTexts texts = new InMemoryArticleTexts();
    private final InMemoryArticles articles = new InMemoryArticles();
    private final InMemoryDocumentLog log = new InMemoryDocumentLog();
    private final SummariseArticleHandler handler = handler(new ExtractiveSummariser(), Watchdog.UNBOUNDED);

    private SummariseArticleHandler handler(Summariser summariser, Watchdog watchdog) {
        return handler(summariser, watchdog, ModelSummaries.NONE, new InMemoryQueue<>());
    }

    private SummariseArticleHandler handler(
            Summariser summariser, Watchdog watchdog, ModelSummaries models, JobQueue<ObjectCreated> announcements) {
        InstantSource clock = InstantSource.fixed(Samples.NOON);
        texts.put(parsed(FIRST, "pdswdsas4foef7ymosx2zi3y7ciw45r7wamfkxbw4s2g7csnxgwq", "first words"));
        texts.put(parsed(SECOND, "4ktyibn4nqoya72d54tlvzwvjsn4p3wooai3wmjjmdrb5pobxnea", "second words"));
        return new SummariseArticleHandler(
                new SummariseArticle(
                        texts,
                        articles,
                        log,
                        new LanguageDetector(),
                        new FactFinder(),
                        summariser,
                        clock,
                        watchdog,
                        new Deletion(articles, texts, new InMemoryDocuments(), log, clock),
                        models),
                new SummaryRetries(texts, articles, models, announcements, clock),
                clock,
                SummariseArticleHandler.ATTEMPT,
                new Strays());
    }

    private static ParsedArticle parsed(DocumentId document, String revision, String words) {
        ParsedArticle sample = Samples.parsed(URL, words, Precedence.of(Precedence.Origin.PAGE, null, document.at()));
        return new ParsedArticle(
                BRIDGE,
                new Revision(revision),
                Samples.provenance(document, sample.provenance().precedence()),
                sample.documentKey(),
                URL,
                sample.metadata(),
                null,
                sample.blocks(),
                List.of());
    }

    static List<String> events() {
        return EventFiles.cases("summarise-article");
    }

    @ParameterizedTest
    @MethodSource("events")
    void every_object_of_an_event_has_one_line_with_its_outcome(String event) throws IOException {
        Invocation invocation = invoke(event);
        assertEquals(List.of(), invocation.failures());
        assertEquals(
                switch (event) {
                    case "duplicate" -> List.of("stored", "stored");
                    case "out-of-order" -> List.of("stored", "superseded");
                    case "s3-test-event" -> List.of("test-event");
                    default -> List.of("stored");
                },
                invocation.outcomes());
    }

    @ParameterizedTest
    @MethodSource("events")
    void an_event_delivered_again_leaves_everything_as_it_was(String event) throws IOException {
        invoke(event);
        var article = articles.get(BRIDGE);
        List<DocumentRecord> records = log.newest(null, 100);
        invoke(event);
        assertEquals(article, articles.get(BRIDGE));
        assertEquals(records, log.newest(null, 100));
    }

    @Test
    void an_article_is_stored_with_language_countries_and_summary() throws IOException {
        invoke("new-article");
        var article = articles.get(BRIDGE).orElseThrow();
        assertEquals("de", article.language());
        assertEquals(List.of("NE"), article.countries().stream().toList());
        assertEquals(FIRST, article.provenance().documentId());
        assertEquals(false, article.summary().sentences().isEmpty());
        assertEquals(Outcome.STORED, log.get(FIRST).orElseThrow().outcome());
    }

    @Test
    void the_later_document_stays_when_the_earlier_one_comes_after_it() throws IOException {
        invoke("out-of-order");
        assertEquals(SECOND, articles.get(BRIDGE).orElseThrow().provenance().documentId());
        assertEquals(Outcome.SUPERSEDED, log.get(FIRST).orElseThrow().outcome());
    }

    @Test
    void a_text_that_was_deleted_meanwhile_is_done_with() throws IOException {
        byte[] event = new String(EventFiles.read("summarise-article", "new-article"), StandardCharsets.UTF_8)
                .replace(FIRST.value(), "20260102T050000000-" + "a".repeat(26))
                .getBytes(StandardCharsets.UTF_8);
        Invocation invocation = Invocation.of(handler, event);
        assertEquals(List.of("deleted"), invocation.outcomes());
        assertEquals(List.of(), invocation.failures());
    }

    @Test
    void a_text_that_breaks_the_summary_has_failed_with_its_cause_and_comes_again() throws IOException {
        SummariseArticleHandler broken = handler(
                (text, language, headline) -> {
                    throw new StackOverflowError();
                },
                Watchdog.UNBOUNDED);
        Invocation invocation = Invocation.of(broken, EventFiles.read("summarise-article", "new-article"));
        assertEquals(1, invocation.failures().size());
        DocumentRecord record = log.get(FIRST).orElseThrow();
        assertEquals(Outcome.FAILED, record.outcome());
        assertEquals(BRIDGE.value(), record.articleId());
        assertTrue(String.valueOf(record.detail()).contains("app.lede.summarisearticle"), record::detail);
        invoke("new-article");
        assertEquals(Outcome.STORED, log.get(FIRST).orElseThrow().outcome());
    }

    @Test
    void a_text_that_takes_too_long_is_named() throws IOException {
        Watchdog impatient = new Watchdog() {
            @Override
            public <T> Optional<T> within(Supplier<T> work) {
                return Optional.empty();
            }
        };
        SummariseArticleHandler slow = handler(new ExtractiveSummariser(), impatient);
        assertEquals(
                List.of("too-slow"),
                Invocation.of(slow, EventFiles.read("summarise-article", "new-article"))
                        .outcomes());
        assertEquals(Outcome.TOO_SLOW, log.get(FIRST).orElseThrow().outcome());
    }

    /** Returns the summaries of a model whose service is down. */
    private static ModelSummaries unavailable() {
        LanguageModel down = new LanguageModel() {
            @Override
            public String id() {
                return "test.model-v1";
            }

            @Override
            public ModelAnswer ask(Prompt prompt) {
                return new ModelAnswer.Unpaid(Reason.UNAVAILABLE);
            }
        };
        return new ModelSummaries(
                Optional.of(new AbstractiveSummariser(
                        down,
                        new Prices(BigDecimal.ONE, BigDecimal.TEN),
                        ModelBudget.ofDollars("test.model-v1", BigDecimal.ONE, new InMemorySpending()),
                        new InMemoryAnswers(),
                        new GroundingGate(new Countries()),
                        CallLog.NONE,
                        InstantSource.fixed(Samples.NOON))),
                UnstatedUses.DEFAULT);
    }

    @Test
    void the_line_of_a_stored_article_says_that_its_summary_is_tried_again() throws IOException {
        InMemoryQueue<ObjectCreated> announcements = new InMemoryQueue<>();
        Invocation invocation = Invocation.of(
                handler(new ExtractiveSummariser(), Watchdog.UNBOUNDED, unavailable(), announcements),
                EventFiles.read("summarise-article", "new-article"));
        assertEquals(List.of("stored"), invocation.outcomes());
        assertEquals("deferred", invocation.lines().getFirst().path("retry").asText());
        assertEquals(1, announcements.jobs().size());
    }

    @Test
    void a_retry_that_cannot_be_enqueued_fails_the_message_and_is_no_stored_article() throws IOException {
        Invocation invocation = Invocation.of(
                handler(
                        new ExtractiveSummariser(),
                        Watchdog.UNBOUNDED,
                        unavailable(),
                        new InMemoryQueue<>(Crashes.atStep(1))),
                EventFiles.read("summarise-article", "new-article"));
        assertEquals(List.of("failed"), invocation.outcomes());
        assertEquals(1, invocation.failures().size());
    }

    @Test
    void a_broken_message_fails_alone() throws IOException {
        Invocation invocation = Invocation.of(
                handler, Invocation.withABrokenMessage(EventFiles.read("summarise-article", "new-article")));
        assertEquals(List.of("broken"), invocation.failures());
        assertEquals(List.of("failed", "stored"), invocation.outcomes());
    }

    @Test
    void with_too_little_time_left_every_message_is_handed_back() throws IOException {
        Invocation invocation = Invocation.withTimeLeft(
                Duration.ofSeconds(5), handler, EventFiles.read("summarise-article", "out-of-order"));
        assertEquals(2, invocation.failures().size());
        assertEquals(List.of(), invocation.lines());
    }

    private Invocation invoke(String event) throws IOException {
        return Invocation.of(handler, EventFiles.read("summarise-article", event));
    }

    /** Checks the client libraries: the zip has no more than this module's class path. */
    @Test
    void the_function_starts_from_its_environment_with_the_libraries_of_its_zip() {
        Map<String, String> variables = Map.ofEntries(
                Map.entry("AWS_REGION", "eu-west-1"),
                Map.entry("ARTICLES_TABLE", "articles"),
                Map.entry("CONTROL_TABLE", "control"),
                Map.entry("DOCUMENTS_BUCKET", "documents"),
                Map.entry("LIBRARY_BUCKET", "library"),
                Map.entry("RETENTION_DAYS", "90"),
                Map.entry("SUMMARISE_QUEUE_URL", "https://sqs.eu-west-1.amazonaws.com/123456789012/summarise"));
        assertDoesNotThrow(
                () -> new SummariseArticleHandler(new Environment(variables, InstantSource.fixed(Samples.NOON))));
    }
}
