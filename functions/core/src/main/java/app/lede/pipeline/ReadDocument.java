package app.lede.pipeline;

import app.lede.document.DocumentReader;
import app.lede.document.DocumentStore;
import app.lede.document.FetchedFrom;
import app.lede.document.ObjectCreated;
import app.lede.document.PartOrigin;
import app.lede.document.RawDocument;
import app.lede.document.Reading;
import app.lede.document.UploadClaims;
import app.lede.extract.ArticleExtractor;
import app.lede.extract.Extracted;
import app.lede.extract.Extraction;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a stored document and extracts its article, with who states what about it: the page, its feed, or who uploaded it. Thread safe. */
final class ReadDocument {

    private final DocumentReader reader = new DocumentReader();
    private final ArticleExtractor extractor;
    private final EntryText entries;

    ReadDocument(DocumentStore documents, ArticleExtractor extractor) {
        this.extractor = extractor;
        this.entries = new EntryText(documents, reader, extractor);
    }

    /** The extraction of a document, or of the feed's content if the document has no article. */
    sealed interface Read {

        /** An article, with the usage rights that the document, its HTTP headers and its site state. */
        record Article(Attribution attribution, DocumentRights rights) implements Read {}

        record Nothing(Reading.Problem problem, String detail) implements Read {}
    }

    /** Reads the document, and extracts its article. */
    Read read(ObjectCreated announced, DocumentStore.Found.Bytes found) {
        FetchedFrom from = found.from();
        PartOrigin part = found.claims().part();
        RawDocument document = new RawDocument(
                found.body(),
                found.contentType(),
                part == null ? announced.key() : part.name(),
                from == null ? addressOfPart(found.claims()) : from.url());
        Reading reading = reader.read(document);
        Instant at = from == null ? at(announced, found.claims()) : from.at();
        DocumentRights rights = DocumentRights.of(from, reading, document.url(), at);
        Extraction extraction = extraction(reading, document);
        Optional<Attribution> words = words(from, extraction);
        if (words.isPresent()) {
            return new Read.Article(words.get(), rights);
        }
        return switch (extraction) {
            case Extraction.Nothing nothing -> new Read.Nothing(nothing.problem(), nothing.detail());
            case Extracted page -> new Read.Article(attributed(announced, page, found), rights);
        };
    }

    private Extraction extraction(Reading reading, RawDocument document) {
        try {
            return extractor.extract(reading, document.url());
        } catch (StackOverflowError e) {
            return new Extraction.Nothing(Reading.Problem.UNREADABLE, "nested too deeply");
        }
    }

    private static Attribution attributed(ObjectCreated announced, Extracted read, DocumentStore.Found.Bytes found) {
        FetchedFrom from = found.from();
        if (from != null) {
            return Attribution.ofFetched(from, EntryMetadata.fillGaps(read, from));
        }
        return announced.isFetched()
                ? Attribution.ofPageWithoutAddress(read)
                : Attribution.ofUpload(found.claims(), read);
    }

    /** Returns the attribution of the feed's content if the page has no article. */
    private Optional<Attribution> words(@Nullable FetchedFrom from, Extraction page) {
        return from == null
                ? Optional.empty()
                : entries.inPlaceOf(page, from)
                        .map(words -> Attribution.ofWords(from, words, EntryMetadata.fillGaps(words.text(), from)));
    }

    /** Returns the address that a collection gives its part; links in it are relative to that. */
    private static @Nullable String addressOfPart(UploadClaims claims) {
        return claims.part() == null ? null : claims.url();
    }

    /** Returns the time of an upload, or that at which the collection has fetched its part. */
    static Instant at(ObjectCreated announced, UploadClaims claims) {
        PartOrigin part = claims.part();
        Instant at = part == null ? null : part.at();
        return at == null || at.isAfter(announced.at()) ? announced.at() : at;
    }
}
