package app.lede.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.lede.document.Erasure;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Holds for every store whose raw objects can be deleted. */
public abstract class ErasureContract {

    /** Returns an empty store. */
    protected abstract Erasure emptyStore();

    /** Writes an object into the store that was made last. */
    protected abstract void upload(String key);

    /** Returns the keys of all objects. */
    protected abstract Set<String> keys();

    @Test
    void one_object_is_deleted_and_those_whose_keys_begin_alike_stay() {
        Erasure store = emptyStore();
        upload("inbox/a");
        upload("inbox/a.html");
        upload("inbox/a/b");
        store.delete("inbox/a", null);
        assertEquals(Set.of("inbox/a.html", "inbox/a/b"), keys());
    }

    @Test
    void a_folder_is_deleted_with_everything_below_it_and_nothing_else() {
        Erasure store = emptyStore();
        upload("web/one/1");
        upload("web/one/2");
        upload("web/oneandmore/1");
        store.deleteAll("web/one/");
        assertEquals(Set.of("web/oneandmore/1"), keys());
    }

    @Test
    void what_is_not_there_may_be_deleted_too() {
        Erasure store = emptyStore();
        upload("inbox/a");
        store.delete("inbox/b", null);
        store.deleteAll("web/");
        assertEquals(Set.of("inbox/a"), keys());
    }
}
