package app.lede.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.lede.document.DocumentId;
import app.lede.document.Outcome;
import app.lede.pipeline.PollJob;
import app.lede.source.SourceId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    private static final SourceId ID = new SourceId("abcdefghijklmnopqrstuvwxyz".repeat(2));

    private record Ids(@Nullable SourceId source, @Nullable DocumentId document) {}

    private record Note(@Nullable String words, Outcome outcome) {}

    @Test
    void ids_and_times_are_bare_strings() {
        PollJob job = new PollJob(ID, Instant.parse("2026-01-02T03:04:00Z"));
        String json =
                "{\"sourceId\":\"abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz\",\"planned\":\"2026-01-02T03:04:00Z\"}";
        assertEquals(json, Json.text(job));
        assertEquals(job, Json.read(json, PollJob.class));
    }

    @Test
    void outcomes_are_labels_and_null_is_left_out() {
        Note note = new Note(null, Outcome.TOO_LARGE);
        assertEquals("{\"outcome\":\"too-large\"}", Json.text(note));
        assertEquals(note, Json.read("{\"words\":null,\"outcome\":\"too-large\"}", Note.class));
    }

    @Test
    void unknown_fields_are_passed_over() {
        assertEquals(
                new Note("a", Outcome.EMPTY),
                Json.read("{\"words\":\"a\",\"outcome\":\"empty\",\"new\":1}", Note.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "{", "{} {}", "nonsense", "\"\ud800"})
    void what_is_not_json_is_refused(String text) {
        assertThrows(IllegalArgumentException.class, () -> Json.read(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "7",
                "{\"sourceId\":\"../..\",\"planned\":\"2026-01-02T03:04:00Z\"}",
                "{\"sourceId\":\"abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz\",\"planned\":\"soon\"}"
            })
    void what_is_not_the_record_is_refused(String text) {
        assertThrows(IllegalArgumentException.class, () -> Json.read(text, PollJob.class));
    }

    @Test
    void ids_are_texts() {
        DocumentId document = new DocumentId("20260102T030405123-abcdefghijklmnopqrstuvwxyz");
        Ids ids = new Ids(ID, document);
        assertEquals("{\"source\":\"" + ID + "\",\"document\":\"" + document + "\"}", Json.text(ids));
        assertEquals(ids, Json.read(Json.text(ids), Ids.class));
        assertThrows(IllegalArgumentException.class, () -> Json.read("{\"document\":\"\"}", Ids.class));
        assertThrows(IllegalArgumentException.class, () -> Json.read("{\"source\":{}}", Ids.class));
    }

    @Test
    void a_refusal_does_not_repeat_the_text() {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> Json.read("{\"secret\": oops}"));
        assertFalse(String.valueOf(refused.getMessage()).contains("secret"));
    }

    @Test
    void a_tower_of_brackets_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> Json.read("[".repeat(100_000)));
    }
}
