package app.lede.pipeline;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.article.Access;
import app.lede.article.Article;
import app.lede.article.ArticleId;
import app.lede.article.ArticleStore;
import app.lede.article.ArticleTexts;
import app.lede.article.Block;
import app.lede.article.Metadata;
import app.lede.article.ParsedArticle;
import app.lede.article.Precedence;
import app.lede.article.Precedence.Origin;
import app.lede.article.Provenance;
import app.lede.article.Revision;
import app.lede.article.TextFrom;
import app.lede.document.DocumentLog;
import app.lede.document.DocumentRecord;
import app.lede.document.Erasure;
import app.lede.document.FetchedFrom;
import app.lede.document.Outcome;
import app.lede.enrich.FactFinder;
import app.lede.enrich.LanguageDetector;
import app.lede.hash.Digest;
import app.lede.summary.ExtractiveSummariser;
import app.lede.testkit.InMemoryArticleTexts;
import app.lede.testkit.InMemoryArticles;
import app.lede.testkit.InMemoryDocumentLog;
import app.lede.testkit.InMemoryDocuments;
import app.lede.testkit.Samples;
import app.lede.text.Words;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A document that is summarised while its article is deleted is deleted with it: the deletion begins before any call of the summary, and
 * the summary goes on before any call of the deletion.
 */
class DeletionDuringSummaryTest {

    private static final String URL = "https://news.example.org/quay";
    private static final ArticleId QUAY = ArticleId.ofUrl(URL);
    private static final String STORY =
            "The quay at the pier was rebuilt by divers and masons within a month. ".repeat(40);
    private static final LanguageDetector LANGUAGES = new LanguageDetector();
    private static final FactFinder FACTS = new FactFinder();

    /** Relation of the second document to the article. */
    enum Second {
        NEWER(3, STORY + "It opens on Friday.", Access.OPEN),
        OLDER(-3, STORY + "It opens on Friday.", Access.OPEN),
        REPEATED(3, STORY, Access.OPEN),
        GONE(3, STORY, Access.GONE),
        STUB(3, "Checking your browser before you proceed.", Access.OPEN),
        SLOW(3, STORY + "It opens on Friday.", Access.OPEN);

        private final int hour;
        private final String text;
        private final Access access;

        Second(int hour, String text, Access access) {
            this.hour = hour;
            this.text = text;
            this.access = access;
        }
    }

    /** Stores of a summary and a deletion, whose calls a turn may come before. */
    private static final class World {
        private final InMemoryDocuments documents = new InMemoryDocuments();
        private final InMemoryArticleTexts texts = new InMemoryArticleTexts();
        private final InMemoryArticles articles = new InMemoryArticles();
        private final InMemoryDocumentLog log = new InMemoryDocumentLog();
        private final InstantSource clock = InstantSource.fixed(Samples.NOON);

        private static <P> P counted(Class<P> port, P real, Runnable calls) {
            return port.cast(
                    Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (proxy, method, arguments) -> {
                        calls.run();
                        try {
                            return method.invoke(real, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    }));
        }

        private Deletion deletion(Runnable calls) {
            return new Deletion(
                    counted(ArticleStore.class, articles, calls),
                    counted(ArticleTexts.class, texts, calls),
                    counted(Erasure.class, documents, calls),
                    counted(DocumentLog.class, log, calls),
                    clock);
        }

        private SummariseArticle summary(boolean slow, Runnable calls) {
            Watchdog watchdog = new Watchdog() {
                @Override
                public <T> Optional<T> within(Supplier<T> work) {
                    return slow ? Optional.empty() : Watchdog.UNBOUNDED.within(work);
                }
            };
            return new SummariseArticle(
                    counted(ArticleTexts.class, texts, calls),
                    counted(ArticleStore.class, articles, calls),
                    counted(DocumentLog.class, log, calls),
                    LANGUAGES,
                    FACTS,
                    new ExtractiveSummariser(),
                    clock,
                    watchdog,
                    deletion(calls));
        }

        private ParsedArticle arrives(int hour, String text, Access access) {
            ParsedArticle parsed = document(hour, text, access);
            documents.put(
                    parsed.documentKey(),
                    text.getBytes(StandardCharsets.UTF_8),
                    "text/plain",
                    FetchedFrom.page(URL, parsed.provenance().precedence().at(), FetchedFrom.Discovery.by("source")));
            texts.put(parsed);
            return parsed;
        }
    }

    private static ParsedArticle document(int hour, String text, Access access) {
        Precedence precedence = Precedence.of(Origin.PAGE, null, Samples.NOON.plus(Duration.ofHours(hour)));
        return new ParsedArticle(
                QUAY,
                new Revision(Digest.base32(text)),
                Provenance.builder(Samples.documentId(precedence.at(), text + access), 1, precedence, TextFrom.PAGE)
                        .access(access, null)
                        .build(),
                "web/" + QUAY.sha256() + "/" + Digest.hex(text + access),
                URL,
                Metadata.builder()
                        .headline("Quay rebuilt after the storms")
                        .wordCount(Words.count(text))
                        .build(),
                "en",
                List.of(new Block(Block.Kind.PARAGRAPH, text)),
                List.of());
    }

    /** Deletes the article up to a call, and on from there when the summary has ended. */
    private static final class PausedDeletion {
        private final CountDownLatch paused = new CountDownLatch(1);
        private final CountDownLatch goesOn = new CountDownLatch(1);
        private final FutureTask<Boolean> deletion;
        private int left;

        private PausedDeletion(World world, int call) {
            this.left = call;
            Deletion steps = world.deletion(this::called);
            this.deletion = new FutureTask<>(() -> {
                try {
                    return steps.article(QUAY);
                } finally {
                    paused.countDown();
                }
            });
        }

        private void called() {
            left--;
            if (left == 0) {
                paused.countDown();
                await(goesOn);
            }
        }

        private void begin() {
            Thread.ofVirtual().start(deletion);
            await(paused);
        }

        /** Lets it end; returns whether it was paused. */
        private boolean end() {
            goesOn.countDown();
            assertDoesNotThrow(() -> assertTrue(deletion.get()));
            return left <= 0;
        }

        private static void await(CountDownLatch latch) {
            assertDoesNotThrow(() -> latch.await());
        }
    }

    @ParameterizedTest
    @EnumSource(Second.class)
    void a_document_summarised_while_its_article_is_deleted_is_deleted_with_it(Second second) {
        int call = 0;
        while (isReached(second, call)) {
            call++;
        }
        assertTrue(call > 2, "only " + call + " calls");
    }

    /** Deletes the article from a call of the summary on, from before the document arrives if that is 0. */
    private static boolean isReached(Second second, int call) {
        boolean isPaused = true;
        for (int pause = 1; isPaused; pause++) {
            World world = new World();
            ParsedArticle first = world.arrives(0, STORY, Access.OPEN);
            assertTrue(world.summary(false, () -> {}).summarise(first.key()).isPresent());
            PausedDeletion deletion = new PausedDeletion(world, pause);
            if (call == 0) {
                deletion.begin();
            }
            ParsedArticle next = world.arrives(second.hour, second.text, second.access);
            AtomicInteger left = new AtomicInteger(call);
            Runnable begins = () -> {
                if (left.decrementAndGet() == 0) {
                    deletion.begin();
                }
            };
            var unused = world.summary(second == Second.SLOW, begins).summarise(next.key());
            if (left.get() > 0) {
                return false;
            }
            isPaused = deletion.end();
            String where = second + ": call " + call + " of the summary, " + pause + " of the deletion";
            assertIsDeleted(world, next, where);
        }
        return true;
    }

    /** Reads an article by {@code get} as it stood once, as a database may for some seconds. */
    private static ArticleStore lagging(InMemoryArticles articles) {
        Optional<Article> then = articles.get(QUAY);
        return (ArticleStore) Proxy.newProxyInstance(
                ArticleStore.class.getClassLoader(),
                new Class<?>[] {ArticleStore.class},
                (proxy, method, arguments) ->
                        method.getName().equals("get") ? then : method.invoke(articles, arguments));
    }

    private static SummariseArticle over(ArticleStore store, World world) {
        return new SummariseArticle(
                world.texts,
                store,
                world.log,
                LANGUAGES,
                FACTS,
                new ExtractiveSummariser(),
                world.clock,
                Watchdog.UNBOUNDED,
                new Deletion(store, world.texts, world.documents, world.log, world.clock));
    }

    @ParameterizedTest
    @EnumSource(Second.class)
    void a_document_that_arrives_after_a_deletion_that_is_not_read_yet_is_deleted(Second second) {
        World world = new World();
        ParsedArticle first = world.arrives(0, STORY, Access.OPEN);
        assertTrue(over(world.articles, world).summarise(first.key()).isPresent());
        ArticleStore lagging = lagging(world.articles);
        assertTrue(world.deletion(() -> {}).article(QUAY));
        ParsedArticle next = world.arrives(second.hour, second.text, second.access);
        assertEquals(
                Optional.of(Outcome.DELETED),
                over(lagging, world).summarise(next.key()).map(DocumentRecord::outcome));
        assertIsDeleted(world, next, second.toString());
    }

    @Test
    void a_document_is_deleted_with_its_article_though_the_article_is_still_read_as_before() {
        World world = new World();
        ParsedArticle first = world.arrives(0, STORY, Access.OPEN);
        assertTrue(over(world.articles, world).summarise(first.key()).isPresent());
        ArticleStore lagging = lagging(world.articles);
        ParsedArticle next = world.arrives(3, STORY + "It opens on Friday.", Access.OPEN);
        assertTrue(over(world.articles, world).summarise(next.key()).isPresent());
        Deletion deletion = new Deletion(lagging, world.texts, world.documents, world.log, world.clock);
        assertEquals(Deletion.Progress.DONE, deletion.document(next.provenance().documentId(), article -> {}));
        assertIsDeleted(world, next, "the article of the deleted document");
    }

    private static void assertIsDeleted(World world, ParsedArticle document, String where) {
        assertEquals(Optional.empty(), world.articles.get(QUAY), where);
        assertEquals(Set.of(), world.texts.keys(), where);
        assertEquals(Set.of(), world.documents.keys(), where);
        assertEquals(
                Optional.of(Outcome.DELETED),
                world.log.get(document.provenance().documentId()).map(DocumentRecord::outcome),
                where);
    }
}
