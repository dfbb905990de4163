package app.lede.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import app.lede.search.SegmentStore;
import app.lede.search.SegmentStore.Listed;
import app.lede.search.SegmentStore.Reading;
import app.lede.search.SegmentStore.Swap;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Contract tests for {@link SegmentStore}. Races are tested on {@link InMemorySegmentStore} only. */
public abstract class SegmentStoreContract {

    private static final String NAME = "index/1/manifest.json";

    private static final byte[] FIRST = "first".getBytes(StandardCharsets.UTF_8);
    private static final byte[] SECOND = "second, and longer".getBytes(StandardCharsets.UTF_8);

    /** Returns an empty store. */
    protected abstract SegmentStore emptyStore();

    private static Reading.Found found(SegmentStore store) {
        return assertInstanceOf(Reading.Found.class, store.read(NAME, null));
    }

    @Test
    void an_unknown_name_is_missing_whatever_version_is_known() {
        SegmentStore store = emptyStore();
        assertInstanceOf(Reading.Missing.class, store.read(NAME, null));
        assertInstanceOf(Reading.Missing.class, store.read(NAME, "\"5d41402abc4b2a76b9719d911017c592\""));
    }

    @Test
    void what_was_created_comes_back_whole_and_stays() {
        SegmentStore store = emptyStore();
        store.create(NAME, FIRST);
        store.create(NAME, SECOND);
        assertArrayEquals(FIRST, found(store).bytes());
    }

    @Test
    void bytes_of_any_value_come_back() {
        SegmentStore store = emptyStore();
        byte[] bytes = new byte[70_000];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i * 31 + i / 256);
        }
        store.create(NAME, bytes);
        assertArrayEquals(bytes, found(store).bytes());
    }

    @Test
    void a_known_version_is_unchanged_until_it_is_replaced() {
        SegmentStore store = emptyStore();
        store.create(NAME, FIRST);
        String version = found(store).version();
        assertInstanceOf(Reading.Unchanged.class, store.read(NAME, version));
        assertEquals(Swap.DONE, store.replace(NAME, version, SECOND));
        Reading.Found changed = assertInstanceOf(Reading.Found.class, store.read(NAME, version));
        assertArrayEquals(SECOND, changed.bytes());
        assertNotEquals(version, changed.version());
    }

    @Test
    void a_stale_version_replaces_nothing() {
        SegmentStore store = emptyStore();
        store.create(NAME, FIRST);
        String stale = found(store).version();
        store.replace(NAME, stale, SECOND);
        assertEquals(Swap.CONFLICT, store.replace(NAME, stale, FIRST));
        assertArrayEquals(SECOND, found(store).bytes());
    }

    @Test
    void only_the_first_of_two_replaces_what_must_not_exist() {
        SegmentStore store = emptyStore();
        assertEquals(Swap.DONE, store.replace(NAME, null, FIRST));
        assertEquals(Swap.CONFLICT, store.replace(NAME, null, SECOND));
        assertArrayEquals(FIRST, found(store).bytes());
    }

    @Test
    void a_deleted_object_is_in_conflict_with_every_version() {
        SegmentStore store = emptyStore();
        store.create(NAME, FIRST);
        String version = found(store).version();
        store.delete(NAME);
        store.delete(NAME);
        assertEquals(Swap.CONFLICT, store.replace(NAME, version, SECOND));
        assertInstanceOf(Reading.Missing.class, store.read(NAME, null));
    }

    @Test
    void objects_are_listed_by_prefix_in_order() {
        SegmentStore store = emptyStore();
        store.create("index/1/segments/b", FIRST);
        store.create("index/1/segments/a", SECOND);
        store.create("index/2/segments/c", FIRST);
        assertEquals(
                List.of("index/1/segments/a", "index/1/segments/b"),
                store.list("index/1/segments/").stream().map(Listed::name).toList());
        assertEquals(List.of(), store.list("index/3/"));
    }
}
