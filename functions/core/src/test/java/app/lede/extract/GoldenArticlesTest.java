package app.lede.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import app.lede.document.RawDocument;
import app.lede.publish.ExtractionLine;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Extracts each folder of {@code articles}, a document with one structure that breaks extractors, and compares with its
 * expectation. {@code -Dgolden=true} rewrites the expectations and fails, so that a regeneration is not taken for a
 * pass.
 */
class GoldenArticlesTest {

    private static final Path SOURCES = Path.of("src/test/resources/app/lede/extract/articles");

    private final JsonMapper json = JsonMapper.builder().build();
    private final ArticleExtractor extractor = new ArticleExtractor();

    static Stream<String> structures() throws IOException, URISyntaxException {
        Path folder = Path.of(Objects.requireNonNull(GoldenArticlesTest.class.getResource("articles"))
                .toURI());
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.map(each -> each.getFileName().toString()).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("structures")
    void an_article_comes_out_as_expected(String structure) throws IOException {
        Path folder = SOURCES.resolve(structure);
        Path source;
        try (Stream<Path> files = Files.list(folder)) {
            source = files.filter(file -> file.getFileName().toString().startsWith("source."))
                    .findFirst()
                    .orElseThrow();
        }
        String name = source.getFileName().toString();
        Extraction extraction = extractor.extract(
                new RawDocument(Files.readAllBytes(source), null, name, "https://courier.example/story"));
        JsonNode line = ExtractionLine.json(structure, name, "https://courier.example/story", extraction, true);
        // The evidence moves with every training; TraceTest holds it to the text.
        if (line.path("trace") instanceof ObjectNode trace) {
            trace.remove("kept");
        }
        line.path("trace").path("dropped").forEach(dropped -> ((ObjectNode) dropped).remove("why"));
        String actual = line.toPrettyString();
        Path expected = folder.resolve("expected.json");
        if (Boolean.getBoolean("golden")) {
            Files.writeString(expected, actual + "\n");
            fail("wrote " + expected + ": read it, then run again without -Dgolden=true");
        }
        assertEquals(json.readTree(Files.readString(expected)).toPrettyString(), actual, structure);
    }
}
