package app.lede.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.document.DocumentReader;
import app.lede.document.DocumentStore;
import app.lede.document.DocumentStore.Found;
import app.lede.document.FetchedFrom;
import app.lede.document.FetchedFrom.Discovery;
import app.lede.document.FetchedFrom.Entry;
import app.lede.document.ObjectCreated;
import app.lede.document.PartKey;
import app.lede.document.PartOrigin;
import app.lede.document.TraceId;
import app.lede.document.UploadClaims;
import app.lede.rights.Evidence;
import app.lede.rights.Signal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Contract of every {@link DocumentStore}. */
public abstract class DocumentStoreContract {

    private static final byte[] PAGE = "<p>Die Brücke</p>".getBytes(StandardCharsets.UTF_8);
    private static final byte[] OTHER = "<p>Eine andere</p>".getBytes(StandardCharsets.UTF_8);
    private static final String FETCHED = "web/00ff/ff00";
    private static final String SOURCE = "abcdefghijklmnopqrstuvwxyz".repeat(2);
    private static final FetchedFrom FROM = FetchedFrom.page(
            "https://news.example.org/br%C3%BCcke?a=1&b=%25",
            Samples.NOON,
            new Entry("Brücke – \"offen\" 100 % 🌉", "Fri, 02 Jan 2026", "Ada Beispiel", null, null),
            Discovery.by(SOURCE),
            "noai; tdm-reservation=1",
            List.of());

    /** Returns an empty store. */
    protected abstract DocumentStore emptyStore();

    /** Uploads an object to the last store created, and returns its announcement. */
    protected abstract ObjectCreated upload(String key, byte[] body, @Nullable String contentType);

    /** Returns the announcement of the object at a key. */
    protected abstract ObjectCreated announced(String key);

    protected abstract void delete(String key);

    private static Found.Bytes bytes(Found found) {
        return assertInstanceOf(Found.Bytes.class, found);
    }

    @Test
    void a_fetched_page_comes_back_with_what_fetching_knew() {
        DocumentStore store = emptyStore();
        store.put(FETCHED, PAGE, "text/html; charset=utf-8", FROM);
        Found.Bytes found = bytes(store.get(announced(FETCHED)));
        assertArrayEquals(PAGE, found.body());
        // Engines differ in the space between type and charset.
        assertEquals(
                "text/html;charset=utf-8", String.valueOf(found.contentType()).replace(" ", ""));
        assertEquals(FROM, found.from());
    }

    @Test
    void an_object_beyond_the_bound_is_measured_and_not_loaded_whatever_its_announcement_says() {
        DocumentStore store = emptyStore();
        byte[] large = new byte[DocumentReader.MAX_BYTES + 1];
        ObjectCreated announced = upload("inbox/large", large, null);
        ObjectCreated silent = new ObjectCreated(
                announced.key(),
                ObjectCreated.UNKNOWN_SIZE,
                announced.etag(),
                announced.versionId(),
                announced.sequencer(),
                announced.at());
        Found.Large found = assertInstanceOf(Found.Large.class, store.get(silent));
        assertEquals(large.length, found.content().size());
        assertArrayEquals(
                Arrays.copyOfRange(large, 1_000_000, 1_000_100), found.content().range(1_000_000, 100));
        assertArrayEquals(
                Arrays.copyOfRange(large, large.length - 10, large.length),
                found.content().range(large.length - 10, 100));
    }

    @Test
    void what_fetching_did_not_know_stays_unknown() {
        DocumentStore store = emptyStore();
        FetchedFrom bare = FetchedFrom.page(FROM.url(), FROM.at(), Discovery.by(SOURCE));
        store.put(FETCHED, PAGE, "text/html", bare);
        assertEquals(bare, bytes(store.get(announced(FETCHED))).from());
    }

    @Test
    void the_longest_words_of_a_feed_are_cut_and_the_address_is_kept() {
        DocumentStore store = emptyStore();
        String url = "https://news.example.org/" + "%D8%A7".repeat(100);
        FetchedFrom wordy = FetchedFrom.page(
                url,
                FROM.at(),
                new Entry("الجسر ".repeat(500), "x".repeat(5000), "ع".repeat(900), null, null),
                Discovery.by(SOURCE),
                "noai ".repeat(400),
                List.of());
        store.put(FETCHED, PAGE, "text/html", wordy);
        FetchedFrom kept =
                Objects.requireNonNull(bytes(store.get(announced(FETCHED))).from());
        assertEquals(url, kept.url());
        assertTrue(String.valueOf(kept.entry().title()).startsWith("الجسر"));
    }

    @Test
    void putting_the_same_again_changes_nothing() {
        DocumentStore store = emptyStore();
        store.put(FETCHED, PAGE, "text/html", FROM);
        ObjectCreated first = announced(FETCHED);
        store.put(FETCHED, PAGE, "text/html", FROM);
        assertEquals(first.etag(), announced(FETCHED).etag());
        assertArrayEquals(PAGE, bytes(store.get(first)).body());
    }

    @Test
    void eight_threads_may_put_the_same() {
        DocumentStore store = emptyStore();
        InParallel.run(InParallel.THREADS, i -> {
            store.put(FETCHED, PAGE, "text/html", FROM);
            return i;
        });
        assertArrayEquals(PAGE, bytes(store.get(announced(FETCHED))).body());
    }

    @Test
    void an_upload_comes_back_without_provenance() {
        DocumentStore store = emptyStore();
        ObjectCreated announced = upload("inbox/a+b c/ü.html", PAGE, "text/html");
        Found.Bytes found = bytes(store.get(announced));
        assertArrayEquals(PAGE, found.body());
        assertEquals("text/html", found.contentType());
        assertNull(found.from());
    }

    @Test
    void an_empty_object_has_no_bytes() {
        DocumentStore store = emptyStore();
        assertEquals(
                0,
                bytes(store.get(upload("inbox/empty", new byte[0], "text/plain")))
                        .body()
                        .length);
    }

    @Test
    void an_object_that_was_overwritten_since_is_replaced() {
        DocumentStore store = emptyStore();
        ObjectCreated first = upload("inbox/page.html", PAGE, "text/html");
        ObjectCreated second = upload("inbox/page.html", OTHER, "text/html");
        assertOvertaken(store.get(first));
        assertArrayEquals(OTHER, bytes(store.get(second)).body());
    }

    /** Asserts the answer for an object replaced by another under the same key; a versioned store still has it. */
    protected void assertOvertaken(Found found) {
        assertEquals(new Found.Replaced(), found);
    }

    @Test
    void an_object_that_was_deleted_since_is_replaced() {
        DocumentStore store = emptyStore();
        ObjectCreated announced = upload("inbox/page.html", PAGE, "text/html");
        delete("inbox/page.html");
        assertOvertaken(store.get(announced));
    }

    @Test
    void an_object_that_is_discarded_cannot_be_read_any_more() {
        DocumentStore store = emptyStore();
        ObjectCreated announced = upload("uploads/a/page.html", PAGE, "text/html");
        ObjectCreated other = upload("uploads/a/page.html.txt", OTHER, "text/plain");
        store.discard(announced);
        store.discard(announced);
        assertEquals(new Found.Replaced(), store.get(announced));
        assertArrayEquals(OTHER, bytes(store.get(other)).body());
    }

    @Test
    void an_object_that_never_was_is_replaced() {
        DocumentStore store = emptyStore();
        ObjectCreated announced = new ObjectCreated("inbox/never", 1, "00ff", null, "00", Samples.NOON);
        assertEquals(new Found.Replaced(), store.get(announced));
    }

    @Test
    void everything_that_fetching_knew_comes_back() {
        DocumentStore store = emptyStore();
        FetchedFrom words = new FetchedFrom(
                FetchedFrom.Form.FEED,
                FROM.url(),
                "https://news.example.org/?p=7&x=ü",
                FROM.at(),
                new Entry(
                        null,
                        null,
                        null,
                        "entries/" + "0".repeat(64) + "/" + "f".repeat(64),
                        "https://news.example.org/feed?x=ü"),
                new Discovery(SOURCE, TraceId.of(SOURCE, FROM.at()), true, true),
                null,
                List.of(
                        new Evidence(Signal.CONTENT_SIGNAL, "robots.txt", "search=yes, ai-input=no; née=1", FROM.at()),
                        new Evidence(
                                Signal.RSL,
                                "https://news.example.org/rsl?x=%20y",
                                "prohibits ai-train | token; permits all",
                                FROM.at())),
                new FetchedFrom.Refusal(402, "status 402, crawler-price USD 0.01"),
                false);
        store.put(FETCHED, PAGE, "text/html", words);
        assertEquals(words, bytes(store.get(announced(FETCHED))).from());
    }

    @Test
    void a_page_that_is_gone_is_the_same_object_and_says_so() {
        DocumentStore store = emptyStore();
        store.put(FETCHED, PAGE, "text/html", FROM);
        Instant later = FROM.at().plusSeconds(3_600);
        assertTrue(store.gone(FETCHED, later));
        Found.Bytes found = bytes(store.get(announced(FETCHED)));
        assertArrayEquals(PAGE, found.body());
        assertEquals(FROM.goneAt(later), found.from());
        assertFalse(store.gone("web/00/00", later));
    }

    @Test
    void the_content_of_entries_comes_back() {
        DocumentStore store = emptyStore();
        store.putEntries(Map.of("entries/a/1", PAGE, "entries/a/2", OTHER));
        assertArrayEquals(PAGE, store.entry("entries/a/1").orElseThrow());
        assertArrayEquals(OTHER, store.entry("entries/a/2").orElseThrow());
        assertTrue(store.entry("entries/a/3").isEmpty());
        assertEquals(List.of("entries/a/1"), store.entries("entries/a/", 1));
        assertEquals(List.of("entries/a/1", "entries/a/2"), store.entries("entries/a/", 9));
        assertEquals(List.of(), store.entries("entries/b/", 9));
    }

    @Test
    void parts_come_back_with_the_claims_of_their_collection_and_are_written_once() {
        DocumentStore store = emptyStore();
        PartKey key = new PartKey(Samples.documentId(Samples.NOON, "mails"), 7);
        PartOrigin origin = new PartOrigin("Ordner/Brücke & Fluß.html", 2, Samples.NOON.minusSeconds(60));
        UploadClaims claims = new UploadClaims("source", null, List.of("fluss", "Brücke"))
                .ofPart("https://news.example.org/a?b=c", origin);
        store.putParts(List.of(new DocumentStore.PartObject(key, PAGE, "text/html", claims)));
        store.putParts(List.of(new DocumentStore.PartObject(key, OTHER, null, UploadClaims.NONE)));
        Found.Bytes found = bytes(store.get(announced(key.key())));
        assertArrayEquals(PAGE, found.body());
        assertEquals("text/html", found.contentType());
        assertEquals(claims, found.claims());
        assertEquals(key.documentId(), announced(key.key()).documentId());
    }

    @Test
    void a_part_whose_name_and_address_no_header_can_carry_is_stored_all_the_same() {
        DocumentStore store = emptyStore();
        PartKey key = new PartKey(Samples.documentId(Samples.NOON, "hostile"), 100_000);
        PartOrigin origin = new PartOrigin("الجسر\r\nx: y\u0001".repeat(40), 3, null);
        UploadClaims claims = UploadClaims.NONE.ofPart("https://x.example/\r\nx-a: b" + "ü".repeat(3_000), origin);
        store.putParts(List.of(new DocumentStore.PartObject(key, PAGE, "text/html\r\nx: y", claims)));
        Found.Bytes found = bytes(store.get(announced(key.key())));
        assertArrayEquals(PAGE, found.body());
        assertEquals(3, found.claims().depth());
    }

    @Test
    void a_content_type_that_no_header_can_carry_is_stored_all_the_same() {
        DocumentStore store = emptyStore();
        store.put(FETCHED, PAGE, "text/html; charset=\u00fctf\u0001-8\r\nx-a: b", FROM);
        assertArrayEquals(PAGE, bytes(store.get(announced(FETCHED))).body());
    }
}
