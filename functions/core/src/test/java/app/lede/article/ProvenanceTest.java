package app.lede.article;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.lede.document.DocumentId;
import app.lede.document.TraceId;
import app.lede.rights.Rights;
import app.lede.rights.Use;
import app.lede.rights.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProvenanceTest {

    private static final Instant AT = Instant.parse("2026-01-02T03:04:05Z");
    private static final DocumentId DOCUMENT = new DocumentId("20260102T120000000-abcdefghijklmnopqrstuvwxyz");
    private static final Precedence UPLOAD = Precedence.of(Precedence.Origin.UPLOAD, null, AT);

    @Test
    void a_copy_keeps_every_field() {
        Provenance whole = new Provenance(
                DOCUMENT,
                "v2",
                3,
                UPLOAD,
                "source",
                "tdm-reservation: 1",
                new Rights(Map.of(Use.AI_TRAIN, Verdict.DENIED), List.of()),
                TextFrom.UPLOAD,
                Access.WALLED,
                "offer",
                List.of("harbour"),
                "mail 7.eml",
                TraceId.of("source", AT),
                true);
        assertEquals(whole, whole.toBuilder().build());
        assertEquals(
                List.of("harbour"), whole.toBuilder().usageInfo(null).build().tags());
    }

    @Test
    void nothing_is_known_of_a_document_but_what_is_said() {
        assertEquals(
                new Provenance(
                        DOCUMENT,
                        null,
                        1,
                        UPLOAD,
                        null,
                        null,
                        Rights.UNKNOWN,
                        TextFrom.UPLOAD,
                        Access.OPEN,
                        null,
                        List.of(),
                        null,
                        null,
                        false),
                Provenance.builder(DOCUMENT, 1, UPLOAD, TextFrom.UPLOAD).build());
    }
}
