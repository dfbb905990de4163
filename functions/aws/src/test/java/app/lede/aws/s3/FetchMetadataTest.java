package app.lede.aws.s3;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.document.FetchedFrom;
import app.lede.document.FetchedFrom.Discovery;
import app.lede.document.FetchedFrom.Entry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FetchMetadataTest {

    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

    private static FetchedFrom from(String url, @Nullable String words) {
        Entry entry = new Entry(words, words, words, null, null);
        return FetchedFrom.page(url, NOON, entry, Discovery.by("a".repeat(52)), words, List.of());
    }

    private static int size(Map<String, String> metadata) {
        return metadata.entrySet().stream()
                .mapToInt(field -> field.getKey().length() + field.getValue().length())
                .sum();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"plain", "Brücke – 100 %", "a+b c", "🌉", "line\nbreak\u0000", "%41", "\"quoted\"", "الجسر"})
    void words_survive_as_ascii(String words) {
        FetchedFrom from = from("https://example.org/?a=b&c=%20+", words);
        Map<String, String> metadata = FetchMetadata.of(from);
        assertTrue(metadata.values().stream()
                .flatMapToInt(String::chars)
                .allMatch(character -> character > ' ' && character < 0x7f));
        assertEquals(Optional.of(from), FetchMetadata.read(metadata));
    }

    @Test
    void an_ordinary_address_stands_for_itself() {
        String url = "https://example.org/a/b?c=d&e=f";
        assertEquals(url, FetchMetadata.of(from(url, null)).get("url"));
    }

    @Test
    void words_are_cut_to_what_s3_takes_and_the_address_is_not() {
        FetchedFrom from = from("https://example.org/" + "a".repeat(1_500), "الجسر🌉 ".repeat(1000));
        Map<String, String> metadata = FetchMetadata.of(from);
        assertTrue(size(metadata) <= 2048, () -> "of " + size(metadata) + " bytes");
        assertEquals(Optional.of(from.url()), FetchMetadata.read(metadata).map(FetchedFrom::url));
    }

    @Test
    void an_address_that_does_not_fit_is_not_halved() {
        Map<String, String> metadata = FetchMetadata.of(from("https://example.org/" + "ü".repeat(400), "words"));
        assertEquals(Optional.empty(), FetchMetadata.read(metadata));
    }

    @Test
    void what_somebody_else_wrote_is_not_believed() {
        assertEquals(Optional.empty(), FetchMetadata.read(Map.of()));
        assertEquals(
                Optional.empty(),
                FetchMetadata.read(Map.of("url", "https://example.org/", "fetched-at", "yesterday", "source", "a")));
        assertEquals(
                Optional.empty(), FetchMetadata.read(Map.of("url", "%", "fetched-at", NOON.toString(), "source", "a")));
    }
}
