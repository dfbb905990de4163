package app.lede.article;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.lede.document.DocumentId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProvenanceTest {

    @Test
    void a_changed_copy_keeps_the_uploader_s_tags() {
        Instant at = Instant.parse("2026-01-02T03:04:05Z");
        Precedence precedence = Precedence.of(Precedence.Origin.UPLOAD, null, at);
        Provenance tagged = new Provenance(
                new DocumentId("20260102T120000000-abcdefghijklmnopqrstuvwxyz"),
                null,
                1,
                precedence,
                null,
                null,
                TextFrom.UPLOAD,
                Access.OPEN,
                List.of("harbour"));
        assertEquals(
                List.of("harbour"), tagged.withUsageInfo("tdm-reservation: 1").tags());
        assertEquals(List.of("harbour"), tagged.withPrecedence(precedence).tags());
        assertEquals(
                List.of("harbour"), tagged.withAccess(Access.WALLED, "offer").tags());
    }
}
