package app.lede.local.command.lines;

import app.lede.article.ArticleId;
import app.lede.document.RawDocument;
import app.lede.enrich.Countries;
import app.lede.enrich.LanguageDetector;
import app.lede.extract.ArticleExtractor;
import app.lede.extract.Extracted;
import app.lede.extract.Extraction;
import app.lede.extract.ExtractionLine;
import app.lede.fetch.CanonicalUrl;
import app.lede.summary.ExtractiveSummariser;
import app.lede.summary.SummaryLines;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Optional;

/**
 * Renders a document as its article's record: the extraction of parse-document plus the additions of summarise-article.
 * Thread safe.
 */
public final class ArticleLine {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ArticleExtractor extractor = new ArticleExtractor();
    private final LanguageDetector languages = new LanguageDetector();
    private final Countries countries = new Countries();
    private final ExtractiveSummariser summariser = new ExtractiveSummariser();

    /** Returns the record of one document; with {@code trace}, also what was left out of the text and why. */
    public String of(byte[] bytes, ListFile.Entry entry, boolean trace) throws IOException {
        String file = entry.required("file");
        Optional<String> url = entry.optional("url");
        RawDocument document = new RawDocument(
                bytes, entry.optional("content_type").orElse(null), file.replaceFirst("\\.gz$", ""), url.orElse(null));
        Extraction extraction = extractor.extract(document);
        Optional<CanonicalUrl> address = address(url, declaredUrl(extraction));
        String id = entry.optional("id").orElseGet(() -> address.map(known -> ArticleId.ofUrl(known.value()))
                .orElseGet(() -> ArticleId.ofBytes(bytes))
                .value());
        String shown = address.map(CanonicalUrl::value).or(() -> url).orElse(null);
        String line = ExtractionLine.of(id, file, shown, extraction, trace);
        return switch (extraction) {
            case Extracted article -> enriched(line, article);
            case Extraction.Nothing nothing -> line;
        };
    }

    /**
     * Returns the article's address as parse-document decides it: of a page fetched at a URL, its canonical link if that is
     * credible there, else the URL; of any other document, the address it declares, if it is no front page.
     */
    private static Optional<CanonicalUrl> address(Optional<String> url, Optional<String> declared) {
        Optional<CanonicalUrl> fetched = url.flatMap(CanonicalUrl::of);
        return fetched.isPresent()
                ? fetched.flatMap(page -> declared.flatMap(link -> CanonicalUrl.declared(link, page)))
                        .or(() -> fetched)
                : declared.flatMap(CanonicalUrl::of).filter(canonical -> !canonical.isRoot());
    }

    private static Optional<String> declaredUrl(Extraction extraction) {
        return switch (extraction) {
            case Extracted article -> Optional.ofNullable(article.declaredUrl());
            case Extraction.Nothing nothing -> Optional.empty();
        };
    }

    private String enriched(String line, Extracted article) throws IOException {
        ObjectNode record = (ObjectNode) JSON.readTree(line);
        String text = article.text();
        Optional<String> language = languages.detect(text, article.language());
        language.ifPresent(tag -> record.put("inLanguage", tag));
        record.set("mentions", JSON.valueToTree(countries.mentions(text, language.orElse(null))));
        record.set(
                "summary",
                SummaryLines.json(summariser.summarise(
                        text, language.orElse(null), article.metadata().headline())));
        return RecordFields.complete(record).toString();
    }
}
