package app.lede.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ObjectCreatedTest {

    private static final Instant AT = Instant.parse("2026-01-02T03:04:05.678Z");

    @Test
    void the_same_announcement_twice_is_one_document() {
        assertEquals(announced("e1", "0A").documentId(), announced("e1", "0A").documentId());
    }

    @Test
    void the_same_bytes_put_again_are_another_document() {
        assertNotEquals(
                announced("e1", "0A").documentId(), announced("e1", "0B").documentId());
    }

    @Test
    void the_id_tells_its_day_and_moment() {
        DocumentId id = announced("e1", "0A").documentId();
        assertTrue(id.value().startsWith("20260102T030405678-"), id.value());
        assertEquals("20260102", id.day());
        assertEquals(AT, id.at());
    }

    private static ObjectCreated announced(String etag, String sequencer) {
        return new ObjectCreated("inbox/a.html", 10, etag, null, sequencer, AT);
    }
}
