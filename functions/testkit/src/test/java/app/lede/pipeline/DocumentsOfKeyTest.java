package app.lede.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.article.ArticleId;
import app.lede.article.ArticleStore;
import app.lede.document.DocumentId;
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
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Records of pages without an entry under their key, and calls that a new page does without. */
class DocumentsOfKeyTest {

    private static final String URL = "https://news.example.org/ferry";

    private final InMemoryDocuments documents = new InMemoryDocuments();
    private final InMemoryArticleTexts texts = new InMemoryArticleTexts();
    private final InMemoryArticles articles = new InMemoryArticles();
    private final InMemoryDocumentLog log = new InMemoryDocumentLog();
    private final InstantSource clock = InstantSource.fixed(Samples.NOON);
    private final DocumentsOfKey records = new DocumentsOfKey(log, articles);
    private int reads;
    private final ArticleStore counted = (ArticleStore) Proxy.newProxyInstance(
            ArticleStore.class.getClassLoader(), new Class<?>[] {ArticleStore.class}, (proxy, method, arguments) -> {
                reads += method.getName().equals("get") ? 1 : 0;
                return method.invoke(articles, arguments);
            });
    private final ParseDocument parse = new ParseDocument(
            documents,
            new ArticleExtractor(),
            new InMemorySiteLines(),
            texts,
            new RepeatedPage(counted),
            log,
            new InMemoryQueue<>(),
            Watchdog.UNBOUNDED,
            clock);
    private final SummariseArticle summarise = summariser(articles);

    private SummariseArticle summariser(ArticleStore store) {
        return new SummariseArticle(
                texts,
                store,
                log,
                new LanguageDetector(),
                new FactFinder(),
                new ExtractiveSummariser(),
                clock,
                Watchdog.UNBOUNDED,
                new Deletion(store, texts, documents, log, clock));
    }

    private ObjectCreated fetched(int minute, String words, boolean first) {
        String page = "<html><head><title>The ferry sails again</title></head><body><article><h1>The ferry sails"
                + " again</h1><p>The ferry to the islands sails again from Monday, the harbour office said, after"
                + " six weeks in dock. "
                + words
                + "</p><p>Islanders had to fly or to stay at home meanwhile, and freight came by a smaller boat"
                + " twice a week.</p></article></body></html>";
        String key = "web/" + Digest.hex(URL) + "/" + Digest.hex(page);
        Instant at = Samples.NOON.plusSeconds(60L * minute);
        FetchedFrom from = FetchedFrom.page(URL, at, new FetchedFrom.Discovery("source", null, false, first));
        documents.put(key, page.getBytes(StandardCharsets.UTF_8), "text/html", from);
        return documents.announced(key);
    }

    private Outcome deliver(ObjectCreated announced) {
        if (parse.parse(announced) instanceof ParseDocument.Result.Parsed parsed) {
            var unused = summarise.summarise(parsed.article().key());
        }
        return log.get(announced.documentId()).map(DocumentRecord::outcome).orElseThrow();
    }

    private List<DocumentId> found(ObjectCreated object) {
        return records.of(object.key()).stream().map(DocumentRecord::id).toList();
    }

    @Test
    void the_record_of_a_current_page_is_found_by_the_article_alone() {
        ObjectCreated page = fetched(0, "", true);
        assertEquals(Outcome.STORED, deliver(page));
        assertEquals(List.of(), log.byKey(page.key()));
        assertEquals(List.of(page.documentId()), found(page));
    }

    @Test
    void a_page_that_was_replaced_is_still_found_and_so_is_one_that_changed_nothing() {
        ObjectCreated first = fetched(0, "", true);
        deliver(first);
        ObjectCreated second = fetched(5, "Fares rise by a tenth.", false);
        assertEquals(Outcome.STORED, deliver(second));
        ObjectCreated older = fetched(3, "Fares stay as they are.", false);
        assertEquals(Outcome.SUPERSEDED, deliver(older));
        for (ObjectCreated page : List.of(first, second, older)) {
            assertEquals(List.of(page.documentId()), found(page));
        }
    }

    /** Summarises a page whose step reads the article before another page is stored, and offers it after that. */
    private void summarisedDuring(ObjectCreated announced, Runnable other) {
        ArticleStore slow = (ArticleStore) Proxy.newProxyInstance(
                ArticleStore.class.getClassLoader(),
                new Class<?>[] {ArticleStore.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("offer")) {
                        other.run();
                    }
                    return method.invoke(articles, arguments);
                });
        String text =
                ((ParseDocument.Result.Parsed) parse.parse(announced)).article().key();
        assertTrue(summariser(slow).summarise(text).isPresent());
    }

    @Test
    void pages_of_a_new_article_that_are_stored_at_the_same_moment_are_both_found() {
        ObjectCreated first = fetched(0, "", true);
        ObjectCreated second = fetched(5, "Fares rise by a tenth.", false);
        summarisedDuring(second, () -> assertEquals(Outcome.STORED, deliver(first)));
        assertEquals(List.of(first.documentId()), found(first));
        assertEquals(List.of(second.documentId()), found(second));
    }

    @Test
    void a_page_stored_while_a_later_one_is_about_to_replace_its_predecessor_is_found() {
        ObjectCreated first = fetched(0, "", true);
        deliver(first);
        ObjectCreated second = fetched(5, "Fares rise by a tenth.", false);
        ObjectCreated third = fetched(9, "Fares rise by a fifth.", false);
        summarisedDuring(third, () -> assertEquals(Outcome.STORED, deliver(second)));
        for (ObjectCreated page : List.of(first, second, third)) {
            assertEquals(List.of(page.documentId()), found(page));
        }
    }

    @Test
    void a_page_delivered_again_after_it_was_replaced_is_found_once() {
        ObjectCreated first = fetched(0, "", true);
        deliver(first);
        deliver(fetched(5, "Fares rise by a tenth.", false));
        deliver(first);
        assertEquals(List.of(first.documentId()), found(first));
    }

    @Test
    void the_record_of_a_deleted_page_is_found() {
        ObjectCreated page = fetched(0, "", true);
        deliver(page);
        new Deletion(articles, texts, documents, log, clock).article(ArticleId.ofUrl(URL));
        assertEquals(
                List.of(Outcome.DELETED),
                records.of(page.key()).stream().map(DocumentRecord::outcome).toList());
    }

    @Test
    void keys_that_name_no_article_have_the_records_written_under_them() {
        for (String key : List.of("web/", "web/x", "web/xyz/1", "web/00/1", "inbox/a")) {
            assertEquals(List.of(), records.of(key));
            DocumentRecord record = Samples.outcome(Samples.NOON, key, Outcome.EMPTY);
            log.record(record);
            assertEquals(List.of(record), records.of(key));
        }
    }

    @Test
    void the_article_of_a_first_page_is_not_looked_for_before_its_text_is_stored() {
        deliver(fetched(0, "", true));
        assertEquals(0, reads);
        deliver(fetched(9, "<!-- 9 -->", false));
        assertEquals(1, reads);
    }

    @Test
    void a_page_wrongly_taken_for_the_first_changes_nothing() {
        deliver(fetched(0, "", true));
        assertEquals(Outcome.UNCHANGED, deliver(fetched(9, "<!-- 9 -->", true)));
    }
}
