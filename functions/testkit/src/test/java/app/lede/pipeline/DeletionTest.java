package app.lede.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.article.ArticleId;
import app.lede.document.DocumentRecord;
import app.lede.document.Erasure;
import app.lede.document.FetchedFrom;
import app.lede.document.ObjectCreated;
import app.lede.document.Outcome;
import app.lede.enrich.Countries;
import app.lede.enrich.LanguageDetector;
import app.lede.extract.ArticleExtractor;
import app.lede.summary.ExtractiveSummariser;
import app.lede.testkit.InMemoryArticleTexts;
import app.lede.testkit.InMemoryArticles;
import app.lede.testkit.InMemoryDocumentLog;
import app.lede.testkit.InMemoryDocuments;
import app.lede.testkit.InMemorySiteLines;
import app.lede.testkit.Samples;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeletionTest {

    private static final String URL = "https://news.example.org/bridge";
    private static final ArticleId BRIDGE = ArticleId.ofUrl(URL);
    private static final String FOLDER = "web/" + "a".repeat(64) + "/";

    private final InMemoryDocuments documents = new InMemoryDocuments();
    private final InMemoryArticleTexts texts = new InMemoryArticleTexts();
    private final InMemoryArticles articles = new InMemoryArticles();
    private final InMemoryDocumentLog log = new InMemoryDocumentLog();
    private final InstantSource clock = InstantSource.fixed(Samples.NOON);
    private final Deletion deletion = new Deletion(articles, texts, documents, log, clock);
    private final ParseDocument parse =
            new ParseDocument(documents, new ArticleExtractor(), new InMemorySiteLines(), texts, log);
    private final SummariseArticle summarise = new SummariseArticle(
            texts,
            articles,
            log,
            new LanguageDetector(),
            new Countries(),
            new ExtractiveSummariser(),
            clock,
            Watchdog.UNBOUNDED,
            deletion);

    private static byte[] story(String words) {
        return ("The bridge over the river was opened again on Friday, and " + words + ".\n\n"
                        + "Three weeks after the flood the first lorries crossed it in the morning, the mayor said.\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private ObjectCreated fetched(String words, int minutes) {
        String key = FOLDER + words.replace(' ', '-');
        documents.put(
                key,
                story(words),
                "text/plain",
                new FetchedFrom(URL, Samples.NOON.plusSeconds(60L * minutes), "source", null, null, null, null));
        return documents.announced(key);
    }

    private DocumentRecord read(ObjectCreated announced) {
        if (parse.parse(announced) instanceof ParseDocument.Result.Parsed parsed) {
            var unused = summarise.summarise(parsed.article().key());
        }
        return log.get(announced.documentId()).orElseThrow();
    }

    @Test
    void an_article_is_deleted_with_every_copy_and_nothing_brings_it_back() {
        ObjectCreated first = fetched("traffic runs", 0);
        ObjectCreated second = fetched("ships pass below it", 1);
        assertEquals(Outcome.STORED, read(first).outcome());
        assertEquals(Outcome.STORED, read(second).outcome());
        assertTrue(deletion.article(BRIDGE));
        assertNothingIsLeft();
        assertEquals(Outcome.DELETED, read(first).outcome());
        assertEquals(Outcome.DELETED, read(second).outcome());
        assertEquals(Outcome.DELETED, read(fetched("a poll found it again", 2)).outcome());
        assertNothingIsLeft();
        assertTrue(deletion.article(BRIDGE));
    }

    private void assertNothingIsLeft() {
        assertEquals(Optional.empty(), articles.get(BRIDGE));
        assertEquals(Set.of(), texts.keys());
        assertEquals(Set.of(), documents.keys());
    }

    @Test
    void a_document_takes_its_article_along_where_the_article_was_read_from_it() {
        ObjectCreated only = fetched("traffic runs", 0);
        read(only);
        assertTrue(deletion.document(only.documentId()));
        assertNothingIsLeft();
        assertTrue(deletion.document(only.documentId()));
        assertEquals(Outcome.DELETED, log.get(only.documentId()).orElseThrow().outcome());
    }

    @Test
    void a_document_that_was_superseded_is_deleted_alone() {
        ObjectCreated first = fetched("traffic runs", 0);
        ObjectCreated second = fetched("ships pass below it", 1);
        read(first);
        read(second);
        assertTrue(deletion.document(first.documentId()));
        assertEquals(
                second.documentId(),
                articles.get(BRIDGE).orElseThrow().provenance().documentId());
        assertEquals(Set.of(second.key()), documents.keys());
        assertEquals(1, texts.keys().size());
    }

    @Test
    void a_document_without_an_article_is_deleted_too() {
        ObjectCreated upload = documents.upload("inbox/broken.pdf", "%PDF-1.7".getBytes(StandardCharsets.UTF_8), null);
        assertEquals(Outcome.UNREADABLE, read(upload).outcome());
        assertTrue(deletion.document(upload.documentId()));
        assertEquals(Set.of(), documents.keys());
        assertEquals(Outcome.DELETED, read(upload).outcome());
    }

    @Test
    void what_was_never_there_is_not_deleted() {
        assertFalse(deletion.article(BRIDGE));
        assertFalse(deletion.document(fetched("traffic runs", 0).documentId()));
    }

    @Test
    void a_deletion_that_breaks_off_is_finished_by_asking_again() {
        List.of(fetched("traffic runs", 0), fetched("ships pass below it", 1)).forEach(this::read);
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
        Deletion dying = new Deletion(articles, texts, broken, log, clock);
        assertThrows(IllegalStateException.class, () -> dying.article(BRIDGE));
        assertEquals(Optional.empty(), articles.get(BRIDGE));
        assertEquals(2, documents.keys().size());
        assertTrue(deletion.article(BRIDGE));
        assertNothingIsLeft();
    }
}
