package app.lede.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.collection.Parts;
import app.lede.document.DocumentId;
import app.lede.document.DocumentLog;
import app.lede.document.DocumentRecord;
import app.lede.document.DocumentStore;
import app.lede.document.ObjectCreated;
import app.lede.document.Outcome;
import app.lede.extract.ArticleExtractor;
import app.lede.testkit.Crashes;
import app.lede.testkit.InMemoryArticleTexts;
import app.lede.testkit.InMemoryDocumentLog;
import app.lede.testkit.InMemoryDocuments;
import app.lede.testkit.InMemoryQueue;
import app.lede.testkit.InMemorySiteLines;
import app.lede.testkit.TickingClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Collections are taken apart once and whole, however often they are delivered and wherever the function dies. */
class UnpackTest {

    private static final Instant NOW = Instant.parse("2026-11-20T18:00:00Z");

    private final InMemoryDocuments documents = new InMemoryDocuments();
    private final InMemoryDocumentLog log = new InMemoryDocumentLog();
    private final InMemoryArticleTexts texts = new InMemoryArticleTexts();
    private final InMemoryQueue<ObjectCreated> queue = new InMemoryQueue<>();

    private ParseDocument step(InstantSource clock, Crashes crashes) {
        return new ParseDocument(
                crashes.around(DocumentStore.class, documents),
                new ArticleExtractor(),
                new InMemorySiteLines(),
                texts,
                article -> false,
                crashes.around(DocumentLog.class, log),
                queue,
                Watchdog.UNBOUNDED,
                clock);
    }

    private ParseDocument step() {
        return step(InstantSource.fixed(NOW), Crashes.never());
    }

    private static String mail(int number) {
        return "From a@b Fri Nov 20 18:01:00 2026\nFrom: Signe Halvorsdottir <signe@paper.example>\nSubject: Story "
                + number
                + "\nDate: Fri, 20 Nov 2026 18:01:00 +0000\n\nThe council of the port decided on story " + number
                + " after a meeting that lasted almost five hours and ended late at night.\n\nThe fishermen of the town"
                + " said that they had expected " + number + " other things from it, and that they would wait.\n\n";
    }

    private static byte[] mbox(int mails) {
        StringBuilder mbox = new StringBuilder();
        for (int i = 1; i <= mails; i++) {
            mbox.append(mail(i));
        }
        return mbox.toString().getBytes(StandardCharsets.UTF_8);
    }

    private ObjectCreated upload(int mails) {
        return documents.upload("inbox/mails.mbox", mbox(mails), null);
    }

    private DocumentRecord record(ObjectCreated collection) {
        return log.get(collection.documentId()).orElseThrow();
    }

    /** Parses the objects that were stored, those of collections inside of them too. */
    private void parseParts() {
        SortedSet<String> before;
        do {
            before = documents.keys();
            before.stream()
                    .filter(key -> key.startsWith("unpacked/"))
                    .map(documents::announced)
                    .forEach(step()::parse);
        } while (!before.equals(documents.keys()));
    }

    @Test
    void every_mail_becomes_a_document_and_an_article_of_its_own() {
        ObjectCreated collection = upload(3);
        ParseDocument.Result.Ended ended = assertInstanceOf(ParseDocument.Result.Ended.class, step().parse(collection));
        assertEquals(Outcome.UNPACKED, ended.outcome());
        assertEquals("3 parts", ended.detail());
        assertEquals(3, record(collection).parts());
        parseParts();
        assertEquals(3, texts.keys().size());
        assertEquals(
                List.of("mail 1.eml", "mail 2.eml", "mail 3.eml"),
                texts.keys().stream()
                        .map(key -> String.valueOf(
                                texts.get(key).orElseThrow().provenance().name()))
                        .sorted()
                        .toList());
    }

    @Test
    void a_collection_delivered_three_times_leaves_what_one_delivery_does() {
        ObjectCreated collection = upload(5);
        step().parse(collection);
        SortedSet<String> keys = documents.keys();
        List<ObjectCreated> announced = keys.stream().map(documents::announced).toList();
        step().parse(collection);
        step().parse(collection);
        assertEquals(announced, keys.stream().map(documents::announced).toList());
        assertEquals(keys, documents.keys());
        assertEquals(1, log.newest(null, 10).size());
    }

    @Test
    void a_function_that_dies_at_any_step_loses_and_doubles_nothing() {
        boolean crashed = true;
        for (int stepNumber = 1; crashed; stepNumber++) {
            UnpackTest world = new UnpackTest();
            ObjectCreated collection = world.upload(130);
            Crashes crashes = Crashes.atStep(stepNumber);
            ParseDocument dying = world.step(new TickingClock(NOW, Duration.ofSeconds(3)), crashes);
            crashed = crashes.during(() -> dying.parse(collection));
            if (crashed) {
                world.step().parse(collection);
            } else {
                world.goOn(new TickingClock(NOW, Duration.ofSeconds(3)));
            }
            assertEquals(131, world.documents.keys().size());
            assertEquals(Outcome.UNPACKED, world.record(collection).outcome());
            assertEquals(130, world.record(collection).parts());
        }
    }

    private void goOn(InstantSource clock) {
        for (int i = 0; i < queue.jobs().size(); i++) {
            step(clock, Crashes.never()).parse(queue.jobs().get(i));
        }
    }

    @Test
    void a_collection_that_takes_long_goes_on_with_the_next_announcement() {
        ObjectCreated collection = upload(300);
        InstantSource slow = new TickingClock(NOW, Duration.ofSeconds(15));
        ParseDocument.Result.GoesOn first = assertInstanceOf(
                ParseDocument.Result.GoesOn.class, step(slow, Crashes.never()).parse(collection));
        assertTrue(first.parts() > 0 && first.parts() < 300, "stored " + first.parts());
        assertEquals(Outcome.WAITING, record(collection).outcome());
        assertEquals(first.parts(), record(collection).parts());
        assertEquals(first.parts() + " parts so far", record(collection).detail());
        goOn(slow);
        assertEquals("300 parts", record(collection).detail());
        assertEquals(301, documents.keys().size());
    }

    @Test
    void a_part_that_can_not_be_taken_out_is_recorded_by_name_beside_its_neighbours() {
        String large = mail(2) + "A line of the large mail.\n".repeat(900_000) + "\n";
        String mbox = mail(1) + large + mail(3);
        ObjectCreated collection = documents.upload("inbox/mails.mbox", mbox.getBytes(StandardCharsets.UTF_8), null);
        assertEquals(
                "3 parts, 1 of them unreadable",
                assertInstanceOf(ParseDocument.Result.Ended.class, step().parse(collection))
                        .detail());
        parseParts();
        assertEquals(2, texts.keys().size());
        assertEquals(Map.of(Outcome.TOO_LARGE, 1), log.outcomesOfParts(collection.documentId()));
        DocumentRecord broken = log.parts(collection.documentId(), 0, 10).getFirst();
        assertTrue(String.valueOf(broken.detail()).startsWith("mail 2: "), broken.detail());
        assertEquals("mail 2", broken.name());
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return out.toByteArray();
    }

    @Test
    void collections_in_collections_are_taken_apart_to_a_depth_of_three() throws IOException {
        byte[] mbox = mbox(2);
        byte[] deep = zip("2.zip", zip("mails.mbox", mbox));
        documents.upload("inbox/deep.zip", deep, null);
        step().parse(documents.announced("inbox/deep.zip"));
        parseParts();
        assertEquals(2, texts.keys().size());
        documents.upload("inbox/deeper.zip", zip("1.zip", deep), null);
        step().parse(documents.announced("inbox/deeper.zip"));
        parseParts();
        assertEquals(2, texts.keys().size());
        assertEquals(
                1,
                log.newest(null, 50).stream()
                        .filter(record -> record.outcome() == Outcome.TOO_LARGE)
                        .count());
    }

    @Test
    void an_archive_of_nothing_is_empty() throws IOException {
        documents.upload("inbox/pictures.zip", zip("a.png", new byte[10]), null);
        step().parse(documents.announced("inbox/pictures.zip"));
        DocumentRecord record = record(documents.announced("inbox/pictures.zip"));
        assertEquals(Outcome.EMPTY, record.outcome());
        assertEquals(Parts.NOTHING, record.detail());
    }

    @Test
    void a_part_has_the_arrival_of_its_collection_and_knows_it() {
        ObjectCreated collection = upload(2);
        step().parse(collection);
        String key = documents.keys().last();
        DocumentId id = documents.announced(key).documentId();
        assertEquals(collection.documentId().at(), id.at());
        assertEquals("unpacked/" + collection.documentId() + "/000002", key);
    }
}
