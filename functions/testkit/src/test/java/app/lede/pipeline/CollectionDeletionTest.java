package app.lede.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.article.Article;
import app.lede.article.ArticleId;
import app.lede.document.DocumentId;
import app.lede.document.DocumentRecord;
import app.lede.document.DocumentStore;
import app.lede.document.ObjectCreated;
import app.lede.document.Outcome;
import app.lede.document.PartKey;
import app.lede.enrich.FactFinder;
import app.lede.enrich.LanguageDetector;
import app.lede.extract.ArticleExtractor;
import app.lede.summary.ExtractiveSummariser;
import app.lede.testkit.InMemoryArticleTexts;
import app.lede.testkit.InMemoryArticles;
import app.lede.testkit.InMemoryDocumentLog;
import app.lede.testkit.InMemoryDocuments;
import app.lede.testkit.InMemoryQueue;
import app.lede.testkit.InMemorySiteLines;
import app.lede.testkit.Samples;
import app.lede.testkit.TickingClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** A deleted collection takes all its parts along, those in flight and those of collections inside of it too. */
class CollectionDeletionTest {

    private static final LanguageDetector LANGUAGES = new LanguageDetector();
    private static final FactFinder FACTS = new FactFinder();

    private final InMemoryDocuments documents = new InMemoryDocuments();
    private final InMemoryArticleTexts texts = new InMemoryArticleTexts();
    private final InMemoryArticles articles = new InMemoryArticles();
    private final InMemoryDocumentLog log = new InMemoryDocumentLog();
    private final InMemoryQueue<ObjectCreated> queue = new InMemoryQueue<>();
    private final List<Article> left = new ArrayList<>();
    private final Deletion deletion = deletion(InstantSource.fixed(Samples.NOON));
    private final ParseDocument parse = parse(documents, Watchdog.UNBOUNDED);
    private final SummariseArticle summarise = new SummariseArticle(
            texts,
            articles,
            log,
            LANGUAGES,
            FACTS,
            new ExtractiveSummariser(),
            InstantSource.fixed(Samples.NOON),
            Watchdog.UNBOUNDED,
            deletion);

    private Deletion deletion(InstantSource clock) {
        return new Deletion(articles, texts, documents, log, clock);
    }

    private ParseDocument parse(DocumentStore store, Watchdog watchdog) {
        return new ParseDocument(
                store,
                new ArticleExtractor(),
                new InMemorySiteLines(),
                texts,
                article -> false,
                log,
                queue,
                watchdog,
                InstantSource.fixed(Samples.NOON));
    }

    private static byte[] mbox(int first, int mails) {
        StringBuilder mbox = new StringBuilder();
        for (int i = first; i < first + mails; i++) {
            mbox.append("From a@b Fri Nov 20 18:01:00 2026\nFrom: Ida Brekke <ida@paper.example>\nSubject: Ferry " + i
                    + "\nDate: Fri, 20 Nov 2026 18:01:00 +0000\n\nThe ferry to island number " + i
                    + " sails twice a day from now on, the county said after a long debate on Thursday.\n\nPeople of"
                    + " the island had asked for that in " + i
                    + " letters, and the mayor had carried them to town.\n\n");
        }
        return mbox.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] zipOfTwo() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("january.mbox"));
            zip.write(mbox(1, 3));
            zip.putNextEntry(new ZipEntry("february.mbox"));
            zip.write(mbox(11, 3));
        }
        return bytes.toByteArray();
    }

    private ObjectCreated upload(byte[] bytes, String name) {
        ObjectCreated upload = documents.upload("inbox/" + name, bytes, null);
        parse.parse(upload);
        return upload;
    }

    private void read(String key) {
        if (parse.parse(documents.announced(key)) instanceof ParseDocument.Result.Parsed parsed) {
            var unused = summarise.summarise(parsed.article().key());
        }
    }

    private Set<String> partKeys() {
        Set<String> keys = new TreeSet<>(documents.keys());
        keys.removeIf(key -> !key.startsWith("unpacked/"));
        return keys;
    }

    /** Parses and summarises what was stored, until nothing new is. */
    private void readParts() {
        Set<String> before;
        do {
            before = partKeys();
            before.forEach(this::read);
        } while (!before.equals(partKeys()));
    }

    private Deletion.Progress delete(ObjectCreated upload) {
        return deletion.document(upload.documentId(), left::add);
    }

    private void assertNothingIsLeft() {
        assertEquals(Set.of(), documents.keys());
        assertEquals(Set.of(), texts.keys());
        for (DocumentRecord record : log.newest(null, 100)) {
            assertEquals(Outcome.DELETED, record.outcome(), record.key());
            Optional.ofNullable(record.articleId())
                    .ifPresent(id -> assertEquals(Optional.empty(), articles.get(new ArticleId(id))));
        }
    }

    @Test
    void parts_and_their_articles_are_deleted_and_exports_told_of_each() {
        ObjectCreated upload = upload(mbox(1, 3), "mails.mbox");
        readParts();
        assertEquals(3, texts.keys().size());
        assertEquals(Deletion.Progress.DONE, delete(upload));
        assertNothingIsLeft();
        assertEquals(4, log.newest(null, 100).size());
        assertEquals(3, left.stream().map(Article::id).distinct().count());
        assertEquals(Deletion.Progress.DONE, delete(upload));
    }

    @Test
    void parts_of_parts_are_deleted_too() throws IOException {
        ObjectCreated upload = upload(zipOfTwo(), "months.zip");
        readParts();
        assertEquals(6, texts.keys().size());
        assertEquals(Deletion.Progress.DONE, delete(upload));
        assertNothingIsLeft();
        assertEquals(9, log.newest(null, 100).size());
    }

    @Test
    void parts_that_are_read_after_the_deletion_end_as_deleted() throws IOException {
        ObjectCreated upload = upload(zipOfTwo(), "months.zip");
        read(partKeys().iterator().next());
        read(partKeys().stream().reduce((one, other) -> other).orElseThrow());
        assertEquals(Deletion.Progress.DONE, delete(upload));
        assertTrue(!partKeys().isEmpty(), "parts in flight");
        readParts();
        assertNothingIsLeft();
    }

    @Test
    void a_part_between_its_parsing_and_its_summary_never_becomes_an_article() {
        ObjectCreated upload = upload(mbox(1, 1), "mails.mbox");
        ObjectCreated part = documents.announced(partKeys().iterator().next());
        var parsed = (ParseDocument.Result.Parsed) parse.parse(part);
        assertEquals(Deletion.Progress.DONE, delete(upload));
        assertEquals(
                Outcome.DELETED,
                summarise.summarise(parsed.article().key()).orElseThrow().outcome());
        assertNothingIsLeft();
    }

    @Test
    void a_collection_deleted_while_it_is_taken_apart_stores_no_more_parts() {
        ObjectCreated upload = documents.upload("uploads/" + ticket() + "/mails.mbox", mbox(1, 200), null);
        Watchdog deleting = new Watchdog() {
            private int steps;

            @Override
            public <T> Optional<T> within(Supplier<T> work) {
                if (++steps == 3) {
                    assertEquals(Deletion.Progress.DONE, delete(upload));
                }
                return Optional.of(work.get());
            }
        };
        assertEquals(
                new ParseDocument.Result.Ended(Outcome.DELETED, null),
                parse(documents, deleting).parse(upload));
        assertEquals(64, partKeys().size());
        readParts();
        assertNothingIsLeft();
        assertEquals(65, log.newest(null, 100).size());
    }

    private DocumentId ticket() {
        DocumentId id = Samples.documentId(Samples.NOON, "mails.mbox");
        log.record(new DocumentRecord(
                id, ObjectCreated.UPLOADS + id + "/mails.mbox", null, Samples.NOON, Outcome.WAITING, null, null, 0));
        return id;
    }

    @Test
    void parts_for_which_a_call_has_no_time_are_deleted_by_the_next_calls() {
        ObjectCreated upload = upload(mbox(1, 20), "mails.mbox");
        readParts();
        int calls = 1;
        while (slowly(DeletionJob.of(upload.documentId())).next() != null) {
            assertEquals(
                    Outcome.DELETED, log.get(upload.documentId()).orElseThrow().outcome());
            calls++;
        }
        assertTrue(calls > 1 && calls < 20, "calls: " + calls);
        assertNothingIsLeft();
    }

    private Deletion.Progress slowly(DeletionJob job) {
        return slowly(job, Duration.ofSeconds(2));
    }

    private Deletion.Progress slowly(DeletionJob job, Duration step) {
        return deletion(new TickingClock(Samples.NOON, step)).goOn(job, left::add);
    }

    @Test
    void a_call_begins_at_the_part_of_a_part_where_the_last_one_ended() throws IOException {
        ObjectCreated upload = upload(zipOfTwo(), "months.zip");
        readParts();
        List<List<Integer>> begun = new ArrayList<>();
        DeletionJob job = DeletionJob.of(upload.documentId());
        while (job != null) {
            job = slowly(job, Duration.ofSeconds(3)).next();
            Optional.ofNullable(job).map(DeletionJob::after).ifPresent(begun::add);
        }
        assertEquals(List.of(List.of(1, 3, 0), List.of(2, 1, 0), List.of(2, 3, 0)), begun);
        assertNothingIsLeft();
    }

    @Test
    void parts_that_are_deleted_take_time_too() {
        DocumentId mailbox = manyDeleted(350);
        DeletionJob next = slowly(new DeletionJob(mailbox, List.of(50)), Duration.ofSeconds(8))
                .next();
        assertEquals(new DeletionJob(mailbox, List.of(150)), next);
        assertEquals(Deletion.Progress.DONE, deletion.goOn(Objects.requireNonNull(next), left::add));
    }

    @Test
    void a_call_without_time_for_a_part_fails_rather_than_repeats_itself() {
        DeletionJob job = DeletionJob.of(manyDeleted(1));
        assertThrows(IllegalStateException.class, () -> slowly(job, Duration.ofSeconds(16)));
    }

    private DocumentId manyDeleted(int parts) {
        DocumentId mailbox = Samples.documentId(Samples.NOON, "mails.mbox");
        log.record(new DocumentRecord(
                mailbox, "inbox/mails.mbox", null, Samples.NOON, Outcome.DELETED, null, null, 1, parts));
        for (int number = 1; number <= parts; number++) {
            PartKey part = new PartKey(mailbox, number);
            log.record(new DocumentRecord(
                    part.documentId(), part.key(), null, Samples.NOON, Outcome.DELETED, null, null, 1));
        }
        return mailbox;
    }
}
