package app.lede.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import app.lede.abstractive.AbstractiveSummariser;
import app.lede.abstractive.CallLog;
import app.lede.abstractive.LanguageModel;
import app.lede.abstractive.ModelAnswer;
import app.lede.abstractive.ModelBudget;
import app.lede.abstractive.Prices;
import app.lede.abstractive.Prompt;
import app.lede.abstractive.Reason;
import app.lede.abstractive.Usage;
import app.lede.article.Access;
import app.lede.article.Article;
import app.lede.article.ArticleId;
import app.lede.article.Block;
import app.lede.article.Metadata;
import app.lede.article.ParsedArticle;
import app.lede.article.Precedence;
import app.lede.article.Provenance;
import app.lede.article.Revision;
import app.lede.article.TextFrom;
import app.lede.document.ObjectCreated;
import app.lede.enrich.Countries;
import app.lede.enrich.FactFinder;
import app.lede.enrich.LanguageDetector;
import app.lede.grounding.GroundingGate;
import app.lede.hash.Digest;
import app.lede.library.ArticleJson;
import app.lede.rights.Rights;
import app.lede.rights.UnstatedUses;
import app.lede.rights.Use;
import app.lede.rights.Verdict;
import app.lede.summary.ExtractiveSummariser;
import app.lede.summary.Sentence;
import app.lede.summary.Summary;
import app.lede.testkit.InMemoryAnswers;
import app.lede.testkit.InMemoryArticleTexts;
import app.lede.testkit.InMemoryArticles;
import app.lede.testkit.InMemoryDocumentLog;
import app.lede.testkit.InMemoryDocuments;
import app.lede.testkit.InMemoryQueue;
import app.lede.testkit.InMemorySpending;
import app.lede.testkit.Samples;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ModelSummariesTest {

    private static final String URL = "https://news.example.org/mill";
    private static final String TEXT =
            "The old mill in Skarby reopens on Saturday after a repair that took four years. It cost 3.1 million"
                + " kroner, and 240 volunteers helped. \"The wheel turns again,\" miller Nils Bern said. The mill was"
                + " built in 1794 and ground flour until 1961. Visitors may not enter the upper floor. The village"
                + " expects up to 9,000 guests in the first year. A shop sells bread that is baked with flour from the"
                + " mill. The county paid half of the costs.";

    private final InMemoryArticleTexts texts = new InMemoryArticleTexts();
    private final InMemoryArticles articles = new InMemoryArticles();
    private final InMemoryDocumentLog log = new InMemoryDocumentLog();
    private final InstantSource clock = InstantSource.fixed(Samples.NOON);
    private @Nullable Reason failure;
    private int asked;
    private String answer = "{\"sentences\": [\"The old mill in Skarby reopens on Saturday.\"]}";

    private final ModelSummaries models = new ModelSummaries(Optional.of(model()), UnstatedUses.DEFAULT);
    private final InMemoryQueue<ObjectCreated> announcements = new InMemoryQueue<>();
    private final SummaryRetries retries = new SummaryRetries(texts, articles, models, announcements, clock);

    private final SummariseArticle summarise = new SummariseArticle(
            texts,
            articles,
            log,
            new LanguageDetector(),
            new FactFinder(),
            new ExtractiveSummariser(),
            clock,
            Watchdog.UNBOUNDED,
            new Deletion(articles, texts, new InMemoryDocuments(), log, clock),
            models);

    private AbstractiveSummariser model() {
        LanguageModel model = new LanguageModel() {
            @Override
            public String id() {
                return "test.model-v1";
            }

            @Override
            public ModelAnswer ask(Prompt prompt) {
                asked++;
                return failure == null
                        ? new ModelAnswer.Answered(answer, new Usage(300, 40))
                        : new ModelAnswer.Unpaid(failure);
            }
        };
        return new AbstractiveSummariser(
                model,
                new Prices(BigDecimal.ONE, BigDecimal.TEN),
                ModelBudget.ofDollars("test.model-v1", BigDecimal.ONE, new InMemorySpending()),
                new InMemoryAnswers(),
                new GroundingGate(new Countries()),
                CallLog.NONE,
                clock);
    }

    private Article deliver(ParsedArticle document) {
        texts.put(document);
        summarise.summarise(document.key());
        return articles.get(document.id()).orElseThrow();
    }

    private static ParsedArticle document(String text, Access access, Rights rights, int minute) {
        Precedence precedence = Precedence.of(Precedence.Origin.PAGE, null, Samples.NOON.plusSeconds(60L * minute));
        Provenance provenance = Provenance.builder(
                        Samples.documentId(precedence.at(), text + access + minute), 1, precedence, TextFrom.PAGE)
                .sourceId("gazette")
                .access(access, null)
                .rights(rights)
                .build();
        return new ParsedArticle(
                ArticleId.ofUrl(URL),
                new Revision(Digest.base32(text)),
                provenance,
                "web/mill/" + minute,
                URL,
                Metadata.builder().headline("Mill reopens").wordCount(90).build(),
                "en",
                List.of(new Block(Block.Kind.PARAGRAPH, text)),
                List.of());
    }

    @Test
    void the_item_carries_the_models_sentences_with_the_passages_that_support_them() {
        Summary summary =
                deliver(document(TEXT, Access.OPEN, Rights.UNKNOWN, 0)).summary();

        assertEquals("test.model-v1", summary.by());
        assertEquals(AbstractiveSummariser.METHOD, summary.method());
        assertEquals(Digest.hex(TEXT), summary.textSha256());
        assertNull(summary.reason());
        Sentence sentence = summary.sentences().getFirst();
        assertEquals("The old mill in Skarby reopens on Saturday.", sentence.text());
        assertEquals(
                "The old mill in Skarby reopens on Saturday after a repair that took four years.",
                TEXT.substring(sentence.start(), sentence.end()));
    }

    @Test
    void the_item_says_why_its_own_sentences_stand() {
        answer = "{\"sentences\": [\"The old mill in Skarby reopens on Sunday.\"]}";

        Article article = deliver(document(TEXT, Access.OPEN, Rights.UNKNOWN, 0));

        assertEquals(Summary.EXTRACTIVE, article.summary().by());
        assertEquals("ungrounded: date: Sunday", article.summary().reason());
        assertEquals(
                article.summary(),
                ArticleJson.article(ArticleJson.toJson(article)).summary());
    }

    @Test
    void a_document_that_changes_nothing_costs_nothing() {
        deliver(document(TEXT, Access.OPEN, Rights.UNKNOWN, 0));
        deliver(document(TEXT, Access.OPEN, Rights.UNKNOWN, 0));
        deliver(document(TEXT, Access.OPEN, Rights.UNKNOWN, 5));
        assertEquals(1, asked);

        deliver(document(TEXT + " It opens at nine.", Access.OPEN, Rights.UNKNOWN, -5));
        assertEquals(1, asked, "an older fetch never supersedes");
    }

    @Test
    void stubs_and_denied_texts_are_never_sent() {
        Article stub = deliver(document(TEXT, Access.TRUNCATED, Rights.UNKNOWN, 0));
        assertEquals("stub", stub.summary().reason());

        Rights denied = new Rights(Map.of(Use.AI_INPUT, Verdict.DENIED), List.of());
        Article kept = deliver(document(TEXT + " It opens at ten.", Access.OPEN, denied, 1));
        assertEquals("rights", kept.summary().reason());
        assertEquals(0, asked);
    }

    private static ObjectCreated announced(ParsedArticle document) {
        return new ObjectCreated(document.key(), 1, "etag", null, "0055", Samples.NOON);
    }

    @Test
    void a_passing_failure_is_asked_again_until_the_model_answers() {
        failure = Reason.THROTTLED;
        ParsedArticle document = document(TEXT, Access.OPEN, Rights.UNKNOWN, 0);
        assertEquals("throttled", deliver(document).summary().reason());
        assertEquals(SummaryRetries.End.DEFERRED, retries.follow(announced(document)));
        assertEquals(Duration.ofMinutes(1), announcements.sent().getFirst().delay());
        ObjectCreated second = announcements.take().getFirst();
        assertEquals(SummaryRetries.End.DEFERRED, retries.follow(second));
        assertEquals(Duration.ofMinutes(4), announcements.sent().getFirst().delay());
        failure = null;
        ObjectCreated third = announcements.take().getFirst();
        assertEquals(SummaryRetries.End.SETTLED, retries.follow(third));
        Article article = articles.get(document.id()).orElseThrow();
        assertEquals("test.model-v1", article.summary().by());
        assertEquals(3, asked);
        assertEquals(SummaryRetries.End.SETTLED, retries.follow(third), "delivered twice");
        assertEquals(3, asked);
        assertEquals(0, announcements.jobs().size());
    }

    @Test
    void attempts_end_and_the_articles_own_sentences_stand() {
        failure = Reason.UNAVAILABLE;
        ParsedArticle document = document(TEXT, Access.OPEN, Rights.UNKNOWN, 0);
        deliver(document);
        SummaryRetries.End end = retries.follow(announced(document));
        while (end == SummaryRetries.End.DEFERRED) {
            end = retries.follow(announcements.take().getFirst());
        }
        assertEquals(SummaryRetries.End.GIVEN_UP, end);
        assertEquals(1 + SummaryRetries.MOST_ATTEMPTS, asked);
        assertEquals(
                "unavailable",
                articles.get(document.id()).orElseThrow().summary().reason());
    }

    @Test
    void what_will_not_pass_is_not_asked_again() {
        failure = Reason.MISCONFIGURED;
        ParsedArticle document = document(TEXT, Access.OPEN, Rights.UNKNOWN, 0);
        deliver(document);
        assertEquals(SummaryRetries.End.SETTLED, retries.follow(announced(document)));
        failure = Reason.THROTTLED;
        ParsedArticle later =
                document(TEXT + " It opens at nine in the morning, rain or shine.", Access.OPEN, Rights.UNKNOWN, 5);
        deliver(later);
        deliver(document(
                TEXT + " Tickets cost 90 kroner at the gate, and children enter free.",
                Access.OPEN,
                Rights.UNKNOWN,
                9));
        int before = asked;
        assertEquals(
                SummaryRetries.End.SETTLED, retries.follow(announced(later).attempted(1)), "another revision stands");
        assertEquals(before, asked);
    }
}
