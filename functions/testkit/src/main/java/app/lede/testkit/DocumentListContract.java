package app.lede.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.document.DocumentList;
import app.lede.document.DocumentList.Page;
import app.lede.document.ObjectCreated;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Contract tests for {@link DocumentList}. */
public abstract class DocumentListContract {

    /** Returns an empty list. */
    protected abstract DocumentList emptyList();

    /** Puts an object into the bucket that was last asked for and returns its announcement. */
    protected abstract ObjectCreated upload(String key, byte[] body);

    private ObjectCreated upload(String key) {
        return upload(key, key.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void an_empty_bucket_is_one_empty_page() {
        assertEquals(new Page(List.of(), null), emptyList().after(null, 10));
    }

    @Test
    void pages_show_every_object_once_in_the_order_of_keys() {
        DocumentList list = emptyList();
        List<String> keys = List.of("inbox/a", "inbox/a b+c", "inbox/a/b", "inbox/ü.html", "web/1/2");
        keys.reversed().forEach(this::upload);
        List<String> seen = new ArrayList<>();
        String last = null;
        do {
            Page page = list.after(last, 2);
            assertTrue(page.objects().size() <= 2);
            page.objects().forEach(object -> seen.add(object.key()));
            last = page.last();
        } while (last != null);
        assertEquals(keys, seen);
    }

    @Test
    void an_object_is_announced_as_it_stands() {
        DocumentList list = emptyList();
        ObjectCreated uploaded = upload("inbox/a", new byte[] {1, 2, 3});
        Page page = list.after(null, 1);
        assertEquals(1, page.objects().size());
        ObjectCreated listed = page.objects().getFirst();
        assertEquals(uploaded.key(), listed.key());
        assertEquals(uploaded.size(), listed.size());
        assertEquals(uploaded.etag(), listed.etag());
        assertNull(listed.versionId());
        assertTrue(Duration.between(uploaded.at(), listed.at()).abs().compareTo(Duration.ofSeconds(2)) < 0);
        assertEquals(
                listed.documentId(), list.after(null, 1).objects().getFirst().documentId());
    }
}
