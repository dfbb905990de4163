package app.lede.extract;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.article.Block;
import app.lede.document.RawDocument;
import app.lede.fuzz.Effort;
import app.lede.fuzz.InputLetters;
import app.lede.fuzz.ProcessorTime;
import app.lede.text.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** For any bytes: no exception, no endless loop, and no text that is not in the input. */
class ExtractorRobustnessTest {

    private static final Path ARTICLES = Path.of("src/test/resources/app/lede/extract/articles");
    private static final String URL = "https://courier.example/story";
    private static final String[] SNIPPETS = {
        "<div>",
        "</div>",
        "<p>",
        "</p></p>",
        "<table><tr><td>",
        "<h1>",
        "<!--",
        "-->",
        "<script type='application/ld+json'>{",
        "]]>",
        "\u0000",
        "\ud800",
        "&#xD800;",
        "&amp;&#0;",
        "<a href=x>",
        "<br><br>",
        "<li>",
        "\"@graph\":[[[[",
        "<svg>",
        "</body>"
    };

    private final ArticleExtractor extractor = new ArticleExtractor();

    @Test
    void mutated_pages_never_throw() throws IOException {
        Random random = new Random(20260304);
        for (byte[] source : sources()) {
            for (int round = 0; round < Effort.of(60); round++) {
                extract(mutated(source, random), "page.html");
                extract(mutated(source, random), "text.txt");
            }
        }
    }

    @Test
    void pages_in_a_charset_nobody_expects_never_throw() throws IOException {
        byte[][] sources = sources();
        for (int i = 0; i < sources.length; i += Effort.step()) {
            byte[] source = sources[i];
            String text = new String(source, StandardCharsets.UTF_8);
            for (String charset :
                    List.of("UTF-16LE", "UTF-32BE", "windows-1251", "Shift_JIS", "ISO-2022-JP", "IBM037")) {
                byte[] bytes = text.getBytes(Charset.forName(charset));
                extract(new RawDocument(bytes, null, "page.html", URL));
                extract(new RawDocument(bytes, "text/html; charset=utf-8", "page.html", URL));
                extract(new RawDocument(source, "text/html; charset=" + charset, "page.html", URL));
            }
        }
    }

    @Test
    void text_out_of_a_script_is_made_of_the_document_only() throws IOException {
        byte[] source = Files.readAllBytes(ARTICLES.resolve("text-only-in-json-ld/source.html"));
        String input = Words.key(new String(source, StandardCharsets.UTF_8).replaceAll("<[^>]*>|\\\\n", " "));
        Extracted article = assertInstanceOf(Extracted.class, extract(source, "page.html"));
        for (Block block : article.blocks()) {
            for (String word : Words.key(block.text()).split(" ", -1)) {
                assertTrue(input.contains(word), word);
            }
        }
    }

    @Test
    void a_page_nested_a_hundred_thousand_deep_is_read_in_bounded_time() {
        String page =
                "<html><body>" + "<div>".repeat(100_000) + "<p>A paragraph of ten words stands at the very bottom.</p>";
        ProcessorTime.assertAtMost(
                Duration.ofSeconds(2), () -> extract(page.getBytes(StandardCharsets.UTF_8), "deep.html"));
    }

    @Test
    void a_page_of_ten_megabytes_is_read_in_bounded_time() {
        String paragraph = "<p>The council voted on Tuesday to rebuild the quay, ending a dispute of nine years.</p>\n";
        String page = "<html><body><article>" + paragraph.repeat(10_000_000 / paragraph.length())
                + "</article></body></html>";
        RawDocument document = new RawDocument(page.getBytes(StandardCharsets.UTF_8), null, "large.html", URL);
        ProcessorTime.assertAtMost(
                Duration.ofSeconds(20), () -> assertInstanceOf(Extracted.class, extractor.extract(document)));
    }

    private Extraction extract(byte[] bytes, String name) {
        return extract(new RawDocument(bytes, null, name, URL));
    }

    private Extraction extract(RawDocument document) {
        Extraction extraction = extractor.extract(document);
        InputLetters.assertMadeOf(document, extraction);
        return extraction;
    }

    private static byte[][] sources() throws IOException {
        try (Stream<Path> files = Files.walk(ARTICLES)) {
            return files.filter(file -> file.getFileName().toString().startsWith("source."))
                    .sorted()
                    .map(ExtractorRobustnessTest::bytes)
                    .toArray(byte[][]::new);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Cuts, duplicates and inserts at random positions. */
    private static byte[] mutated(byte[] source, Random random) {
        StringBuilder text = new StringBuilder(new String(source, StandardCharsets.ISO_8859_1));
        IntStream.range(0, 1 + random.nextInt(12)).forEach(i -> {
            int from = random.nextInt(text.length() + 1);
            int to = Math.min(text.length(), from + random.nextInt(200));
            switch (random.nextInt(3)) {
                case 0 -> text.delete(from, to);
                case 1 -> text.insert(from, text.substring(from, to));
                default -> text.insert(from, SNIPPETS[random.nextInt(SNIPPETS.length)]);
            }
        });
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
