package app.lede.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.article.ArticleId;
import app.lede.document.DocumentRecord;
import app.lede.document.FetchedFrom;
import app.lede.document.ObjectCreated;
import app.lede.document.Outcome;
import app.lede.enrich.FactFinder;
import app.lede.enrich.LanguageDetector;
import app.lede.extract.ArticleExtractor;
import app.lede.hash.Digest;
import app.lede.summary.ExtractiveSummariser;
import app.lede.testkit.InMemoryArticleTexts;
import app.lede.testkit.InMemoryArticles;
import app.lede.testkit.InMemoryDocumentLog;
import app.lede.testkit.InMemoryDocuments;
import app.lede.testkit.InMemoryQueue;
import app.lede.testkit.InMemorySiteLines;
import app.lede.testkit.Samples;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RepeatedPageTest {

    private static final String URL = "https://news.example.org/ferry";
    private static final ArticleId FERRY = ArticleId.ofUrl(URL);
    private static final String OWN = "web/" + Digest.hex(URL) + "/";
    private static final String OTHER = "web/" + Digest.hex("https://news.example.org/short/7") + "/";

    private final InMemoryDocuments documents = new InMemoryDocuments();
    private final InMemoryArticleTexts texts = new InMemoryArticleTexts();
    private final InMemoryArticles articles = new InMemoryArticles();
    private final InMemoryDocumentLog log = new InMemoryDocumentLog();
    private final InstantSource clock = InstantSource.fixed(Samples.NOON);
    private final Deletion deletion = new Deletion(articles, texts, documents, log, clock);
    private final ParseDocument parse = new ParseDocument(
            documents,
            new ArticleExtractor(),
            new InMemorySiteLines(),
            texts,
            new RepeatedPage(articles),
            log,
            new InMemoryQueue<>(),
            Watchdog.UNBOUNDED,
            clock);
    private final SummariseArticle summarise = new SummariseArticle(
            texts,
            articles,
            log,
            new LanguageDetector(),
            new FactFinder(),
            new ExtractiveSummariser(),
            clock,
            Watchdog.UNBOUNDED,
            deletion);

    /** Fetches the page, whose advertisement has another number each time. */
    private ObjectCreated fetched(String folder, int minute, String words) {
        String page = "<html><head><link rel='canonical' href='" + URL + "'><title>The ferry sails"
                + " again</title></head><body><article><h1>The"
                + " ferry sails again</h1><p>The ferry to the"
                + " islands sails again from Monday, the"
                + " harbour office said, after six weeks in"
                + " dock. " + words
                + "</p><p>Islanders had to fly or to stay at"
                + " home meanwhile, and freight came by a smaller boat twice a week.</p></article><!-- " + minute
                + " --></body></html>";
        String key = folder + Digest.hex(page);
        Instant at = Samples.NOON.plusSeconds(60L * minute);
        documents.put(
                key,
                page.getBytes(StandardCharsets.UTF_8),
                "text/html",
                FetchedFrom.page(URL, at, FetchedFrom.Discovery.by("source")));
        return documents.announced(key);
    }

    private Outcome deliver(ObjectCreated announced) {
        if (parse.parse(announced) instanceof ParseDocument.Result.Parsed parsed) {
            var unused = summarise.summarise(parsed.article().key());
        }
        return log.get(announced.documentId()).map(DocumentRecord::outcome).orElseThrow();
    }

    @Test
    void a_page_that_says_the_same_again_writes_no_text_and_needs_no_summary() {
        assertEquals(Outcome.STORED, deliver(fetched(OWN, 0, "")));
        Set<String> keys = texts.keys();
        ObjectCreated again = fetched(OWN, 9, "");
        assertEquals(new ParseDocument.Result.Ended(Outcome.UNCHANGED, null), parse.parse(again));
        DocumentRecord record = log.get(again.documentId()).orElseThrow();
        assertEquals(Outcome.UNCHANGED, record.outcome());
        assertEquals(FERRY.value(), record.articleId());
        assertEquals(keys, texts.keys());
    }

    @Test
    void nothing_older_than_the_repetition_comes_in_between() {
        deliver(fetched(OWN, 0, ""));
        deliver(fetched(OWN, 9, ""));
        assertEquals(Outcome.SUPERSEDED, deliver(fetched(OWN, 5, "Fares rise by a tenth.")));
        assertEquals(Outcome.STORED, deliver(fetched(OWN, 10, "Fares stay as they are.")));
    }

    @Test
    void the_same_document_delivered_again_is_summarised_again() {
        ObjectCreated first = fetched(OWN, 0, "");
        deliver(first);
        assertInstanceOf(ParseDocument.Result.Parsed.class, parse.parse(first));
    }

    @Test
    void a_page_of_another_address_keeps_its_text_by_which_a_deletion_finds_it() {
        deliver(fetched(OWN, 0, ""));
        assertInstanceOf(ParseDocument.Result.Parsed.class, parse.parse(fetched(OTHER, 9, "")));
        assertEquals(2, texts.keys().size());
    }

    @Test
    void a_deletion_takes_pages_along_whose_text_was_never_stored() {
        deliver(fetched(OTHER, 0, ""));
        assertEquals(Outcome.UNCHANGED, deliver(fetched(OWN, 9, "")));
        assertEquals(1, texts.keys().size());
        assertTrue(deletion.article(FERRY));
        assertEquals(Set.of(), documents.keys());
        assertEquals(Set.of(), texts.keys());
        assertEquals(Outcome.DELETED, deliver(fetched(OWN, 20, "")));
        assertEquals(Set.of(), documents.keys());
        assertEquals(Optional.empty(), articles.get(FERRY));
    }
}
