package app.lede.fuzz;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.article.ArticleText;
import app.lede.document.RawDocument;
import app.lede.enrich.FactFinder;
import app.lede.enrich.LanguageDetector;
import app.lede.extract.ArticleExtractor;
import app.lede.extract.Extracted;
import app.lede.feed.FeedReader;
import app.lede.summary.ExtractiveSummariser;
import app.lede.summary.Summariser;
import app.lede.text.Table;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every document of a megabyte is read, extracted, enriched and summarised within {@value #SECONDS} seconds of processor
 * time, whatever it is made of.
 *
 * <p>{@code megabytes.tsv} names the reader, the megabytes before packing, and the shape: what stands before the pieces, the
 * piece, and what stands after them, separated by {@code …}; {@code #} in a piece is its number. Where more is set apart,
 * the pieces stand there once more.
 */
@Tag("long")
@ExtendWith(Effort.class)
class MegabytesTest {

    private static final int SECONDS = 2;
    private static final int MEGABYTE = 1_000_000;

    private static final ArticleExtractor EXTRACTOR = new ArticleExtractor();
    private static final LanguageDetector LANGUAGES = new LanguageDetector().ready();
    private static final FactFinder FACTS = new FactFinder();
    private static final Summariser SUMMARISER = new ExtractiveSummariser();

    static List<String> shapes() {
        return Table.lines(MegabytesTest.class, "megabytes.tsv");
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void a_megabyte_takes_two_seconds_at_most(String shape) throws IOException {
        List<String> columns = List.of(shape.split("\t", 3));
        String kind = columns.get(0);
        byte[] content = repeated(columns.get(2).translateEscapes(), Integer.parseInt(columns.get(1)) * MEGABYTE);
        byte[] file = file(kind, content);
        assertTrue(file.length <= 1.1 * MEGABYTE, () -> file.length + " bytes");
        ProcessorTime.assertAtMost(Duration.ofSeconds(SECONDS), () -> process(kind, file));
    }

    /** Does with a document what the functions do. */
    private static void process(String kind, byte[] file) {
        String url = "https://courier.example/story";
        if (kind.equals("feed")) {
            assertNotNull(new FeedReader().read(file, null, url));
            return;
        }
        String extension = kind.indexOf('-') < 0 ? kind : kind.substring(0, kind.indexOf('-'));
        if (EXTRACTOR.extract(new RawDocument(file, null, "story." + extension, url)) instanceof Extracted found) {
            String text = ArticleText.join(found.blocks());
            String language = LANGUAGES.detect(text, found.language()).orElse(null);
            assertNotNull(FACTS.find(text, language, null, List.of(), null));
            assertNotNull(SUMMARISER.summarise(text, language, found.metadata().headline()));
        }
    }

    private static byte[] file(String kind, byte[] content) throws IOException {
        String body =
                "<w:document><w:body><w:p><w:r><w:t>The quay was rebuilt.</w:t></w:r></w:p></w:body></w:document>";
        String book = "<package><manifest><item id='a' href='a.html'/></manifest><spine><itemref idref='a'/></spine>";
        return switch (kind) {
            case "docx" -> zip(Map.of("word/document.xml", content));
            case "docx-styles" -> zip(Map.of("word/document.xml", bytes(body), "word/styles.xml", content));
            case "epub" -> book(Map.of("a.opf", bytes(book), "a.html", content));
            case "epub-package" -> book(Map.of("a.opf", content));
            case "pdf" -> pdf(content);
            default -> content;
        };
    }

    private static byte[] book(Map<String, byte[]> files) throws IOException {
        Map<String, byte[]> book = new LinkedHashMap<>();
        book.put("mimetype", bytes("application/epub+zip"));
        book.put("META-INF/container.xml", bytes("<container><rootfile full-path='a.opf'/></container>"));
        book.putAll(files);
        return packed(book);
    }

    private static byte[] zip(Map<String, byte[]> files) throws IOException {
        Map<String, byte[]> document = new LinkedHashMap<>();
        document.put("[Content_Types].xml", new byte[0]);
        document.putAll(files);
        return packed(document);
    }

    private static byte[] packed(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] pdf(byte[] content) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            PDResources resources = new PDResources();
            resources.put(COSName.getPDFName("F1"), new PDType1Font(FontName.HELVETICA));
            page.setResources(resources);
            PDStream stream = new PDStream(document);
            try (var out = stream.createOutputStream(COSName.FLATE_DECODE)) {
                out.write(content);
            }
            page.setContents(stream);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private static byte[] repeated(String shape, int size) {
        List<String> parts = List.of(shape.split("…", -1));
        int places = parts.size() - 2;
        StringBuilder run = new StringBuilder();
        int written = 0;
        for (int piece = 0; written < size / places; piece++) {
            String each = parts.get(1).replace("#", Integer.toString(piece));
            written += bytes(each).length;
            run.append(each);
        }
        StringBuilder input = new StringBuilder(parts.get(0)).append(run).append(parts.get(2));
        parts.stream().skip(3).forEach(part -> input.append(run).append(part));
        return bytes(input.toString());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
