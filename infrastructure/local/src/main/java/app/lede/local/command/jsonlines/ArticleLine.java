package app.lede.local.command.jsonlines;

import app.lede.article.PublishedDate;
import app.lede.collection.Part;
import app.lede.document.ObjectContent;
import app.lede.document.RawDocument;
import app.lede.enrich.FactFinder;
import app.lede.enrich.LanguageDetector;
import app.lede.extract.ArticleExtractor;
import app.lede.extract.Extracted;
import app.lede.extract.Extraction;
import app.lede.fetch.CanonicalUrl;
import app.lede.pipeline.ArticleAddress;
import app.lede.publish.ExtractionLine;
import app.lede.summary.ExtractiveSummariser;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Renders a document as its article's record: the extraction of parse-document plus the additions of summarise-article.
 * Thread safe.
 */
public final class ArticleLine {

    private final ArticleExtractor extractor = new ArticleExtractor();
    private final LanguageDetector languages = new LanguageDetector();
    private final FactFinder facts = new FactFinder();
    private final ExtractiveSummariser summariser = new ExtractiveSummariser();

    /**
     * Returns the record of one document, or of each part of a collection, one a line; with {@code trace}, also the passages
     * dropped and the reasons.
     */
    public String of(byte[] bytes, ListFile.Entry entry, boolean trace) throws IOException {
        String file = entry.required("file");
        String name = file.replaceFirst("\\.gz$", "");
        if (entry.optional("url").isEmpty()) {
            List<String> lines = new ArrayList<>();
            PartLines parts =
                    new PartLines(id(bytes, file, entry), file, part -> ofPart(part, file, trace), lines::add);
            if (parts.write(ObjectContent.of(bytes), name)) {
                return String.join("\n", lines);
            }
        }
        return ofOne(bytes, entry, file, name, trace);
    }

    /**
     * Writes the records of the parts of a large collection while they are found; false if the file is none.
     *
     * @param out takes a line; false once nobody reads any more
     */
    public boolean ofLarge(ListFile.Entry entry, boolean trace, Predicate<String> out) throws IOException {
        String file = entry.required("file");
        try (FileContent content = FileContent.of(entry.file())) {
            String id = entry.optional("id").orElseGet(() -> content.id().value());
            return new PartLines(id, file, part -> ofPart(part, file, trace), out)
                    .write(content, file.replaceFirst("\\.gz$", ""));
        }
    }

    private static String id(byte[] bytes, String file, ListFile.Entry entry) throws IOException {
        Optional<String> given = entry.optional("id");
        return given.isPresent()
                ? given.get()
                : address(Optional.empty(), null)
                        .id(received(bytes, file, entry))
                        .value();
    }

    /** Returns the record of a part, without the id of its collection. */
    private ObjectNode ofPart(Part.Document part, String file, boolean trace) {
        RawDocument document = new RawDocument(part.bytes(), part.contentType(), part.name(), part.url());
        Extraction extraction = extractor.extract(document);
        String url = ArticleAddress.ofUpload(part.url(), declaredUrl(extraction))
                .url()
                .map(CanonicalUrl::value)
                .orElse(null);
        ObjectNode line = ExtractionLine.json("", file, url, extraction, trace);
        return extraction instanceof Extracted article ? enriched(line, article) : line;
    }

    private String ofOne(byte[] bytes, ListFile.Entry entry, String file, String name, boolean trace)
            throws IOException {
        Optional<String> url = entry.optional("url");
        RawDocument document =
                new RawDocument(bytes, entry.optional("content_type").orElse(null), name, url.orElse(null));
        Extraction extraction = extractor.extract(document);
        ArticleAddress address = address(url, declaredUrl(extraction));
        byte[] received = address.url().isPresent() ? bytes : received(bytes, file, entry);
        String id = entry.optional("id").orElseGet(() -> address.id(received).value());
        String shown = address.url().map(CanonicalUrl::value).orElse(null);
        ObjectNode line = ExtractionLine.json(id, file, shown, extraction, trace);
        return switch (extraction) {
            case Extracted article -> enriched(line, article).toString();
            case Extraction.Nothing nothing -> line.toString();
        };
    }

    /** Returns the bytes that name a document without an address: of a gzip file, the stack has seen it packed. */
    private static byte[] received(byte[] bytes, String file, ListFile.Entry entry) throws IOException {
        return file.endsWith(".gz") ? Files.readAllBytes(entry.file()) : bytes;
    }

    /** Returns the article's address as parse-document decides it; a document without a URL is an upload. */
    private static ArticleAddress address(Optional<String> url, @Nullable String declared) {
        return url.flatMap(CanonicalUrl::of)
                .map(found -> ArticleAddress.ofPage(found, declared))
                .orElseGet(() -> ArticleAddress.ofUpload(null, declared));
    }

    private static @Nullable String declaredUrl(Extraction extraction) {
        return switch (extraction) {
            case Extracted article -> article.declaredUrl();
            case Extraction.Nothing nothing -> null;
        };
    }

    private ObjectNode enriched(ObjectNode line, Extracted article) {
        String text = article.text();
        LanguageDetector.Detection detected = languages.explain(text, article.language());
        String language = detected.language().orElse(null);
        if (line.path("trace").path("notes") instanceof ArrayNode notes) {
            notes.add("language: " + (language == null ? "unknown" : language) + " (" + detected.reason() + ")");
        }
        PublishedDate published = article.metadata().datePublished();
        ExtractionLine.addFacts(
                line,
                language,
                facts.find(
                        text,
                        language,
                        article.metadata().headline(),
                        article.metadata().authors(),
                        published == null ? null : published.value()),
                summariser.summarise(text, language, article.metadata().headline()));
        return RecordFields.complete(line);
    }
}
