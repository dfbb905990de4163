package app.lede.pipeline;

import app.lede.article.ArticleId;
import app.lede.article.ArticleTexts;
import app.lede.article.Bounds;
import app.lede.article.ParsedArticle;
import app.lede.article.Precedence;
import app.lede.article.Provenance;
import app.lede.article.Revision;
import app.lede.boilerplate.ArticleLines;
import app.lede.boilerplate.RepeatedLines;
import app.lede.boilerplate.SiteLines;
import app.lede.document.DocumentLog;
import app.lede.document.DocumentReader;
import app.lede.document.DocumentRecord;
import app.lede.document.DocumentStore;
import app.lede.document.FetchedFrom;
import app.lede.document.ObjectCreated;
import app.lede.document.Outcome;
import app.lede.document.RawDocument;
import app.lede.document.Reading;
import app.lede.extract.ArticleExtractor;
import app.lede.extract.Extracted;
import app.lede.extract.Extraction;
import app.lede.fetch.CanonicalUrl;
import app.lede.fetch.UsageSignals;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Parses one object of the documents bucket and stores the article's text and metadata in the library.
 *
 * <p>Documents that become articles get their outcome from the next step, all others here. Thread safe.
 */
public final class ParseDocument {

    /** Maximum size in bytes; larger objects are not loaded. */
    public static final long MAX_SIZE = 20L * 1024 * 1024;

    private final DocumentReader reader = new DocumentReader();
    private final DocumentStore documents;
    private final ArticleExtractor extractor;
    private final EntryText entries;
    private final SiteLines lines;
    private final ArticleTexts texts;
    private final DocumentLog log;

    private final Watchdog watchdog;

    /** Assembles the step; reading and extracting take as long as they take. */
    public ParseDocument(
            DocumentStore documents, ArticleExtractor extractor, SiteLines lines, ArticleTexts texts, DocumentLog log) {
        this(documents, extractor, lines, texts, log, Watchdog.UNBOUNDED);
    }

    /** Assembles the step; a document that the watchdog gives up while it is read or extracted is {@code too-slow}. */
    public ParseDocument(
            DocumentStore documents,
            ArticleExtractor extractor,
            SiteLines lines,
            ArticleTexts texts,
            DocumentLog log,
            Watchdog watchdog) {
        this.documents = documents;
        this.extractor = extractor;
        this.entries = new EntryText(documents, reader, extractor);
        this.lines = lines;
        this.texts = texts;
        this.log = log;
        this.watchdog = watchdog;
    }

    /** Result of parsing a document. */
    public sealed interface Result {

        /** The text is stored in the library; {@code notes} are remarks on the document. */
        record Parsed(ParsedArticle article, List<String> notes) implements Result {}

        /** Not an article; the outcome is recorded. */
        record Ended(Outcome outcome, @Nullable String detail) implements Result {}
    }

    /** Parses the announced object. */
    public Result parse(ObjectCreated announced) {
        if (isDeleted(announced)) {
            return deleted(announced);
        }
        if (announced.isFolder()) {
            return ended(announced, Outcome.FOLDER, null);
        }
        if (announced.size() == 0) {
            return ended(announced, Outcome.EMPTY, "the object has no bytes");
        }
        if (announced.size() > MAX_SIZE) {
            return tooLarge(announced, announced.size());
        }
        return switch (documents.get(announced)) {
            case DocumentStore.Found.Replaced ignored ->
                ended(announced, Outcome.SUPERSEDED, "another object has taken its place, or it was deleted");
            case DocumentStore.Found.TooLarge found -> tooLarge(announced, found.size());
            case DocumentStore.Found.Bytes found -> extract(announced, found);
        };
    }

    /** Looks only for uploads by ticket, as the record of any other document follows its object. */
    private boolean isDeleted(ObjectCreated announced) {
        return announced.isTicketed()
                && log.get(announced.documentId())
                        .filter(DocumentRecord::isDeleted)
                        .isPresent();
    }

    private Result tooLarge(ObjectCreated announced, long size) {
        return ended(announced, Outcome.TOO_LARGE, size + " bytes; a document may have " + MAX_SIZE);
    }

    /** Records a failed attempt; a later outcome replaces the record. */
    public void broke(ObjectCreated announced, String detail) {
        log.record(record(announced, Outcome.FAILED, detail));
    }

    private Result extract(ObjectCreated announced, DocumentStore.Found.Bytes found) {
        FetchedFrom from = found.from();
        RawDocument document =
                new RawDocument(found.body(), found.contentType(), announced.key(), from == null ? null : from.url());
        Optional<Read> read = watchdog.within(() -> read(announced, document, found));
        if (read.isEmpty()) {
            return ended(announced, Outcome.TOO_SLOW, "took longer than one document may");
        }
        return switch (read.get()) {
            case Read.Article article -> parsed(announced, found, article.attribution(), article.usage());
            case Read.Nothing nothing -> ended(announced, outcome(nothing.problem()), nothing.detail());
        };
    }

    /** The extraction of a document, or of the feed's content if the document has no article. */
    private sealed interface Read {

        /** An article, with the usage signals of the document and its HTTP headers. */
        record Article(Attribution attribution, @Nullable String usage) implements Read {}

        record Nothing(Reading.Problem problem, String detail) implements Read {}
    }

    private Read read(ObjectCreated announced, RawDocument document, DocumentStore.Found.Bytes found) {
        FetchedFrom from = found.from();
        Reading reading = reader.read(document);
        String usage = usageInfo(from, reading);
        Extraction extraction = extraction(reading, document);
        Optional<Attribution> words = words(from, extraction);
        if (words.isPresent()) {
            return new Read.Article(words.get(), usage);
        }
        return switch (extraction) {
            case Extraction.Nothing nothing -> new Read.Nothing(nothing.problem(), nothing.detail());
            case Extracted page -> new Read.Article(attributed(announced, page, found), usage);
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
                        .map(words ->
                                Attribution.ofWords(from, words.url(), EntryMetadata.fillGaps(words.text(), from)));
    }

    /** Returns the usage signals of the response headers and of the page. */
    private static @Nullable String usageInfo(@Nullable FetchedFrom from, Reading reading) {
        String said = from == null ? null : from.usageInfo();
        UsageSignals headers = said == null ? UsageSignals.NONE : UsageSignals.ofLabel(said);
        return reading instanceof Reading.Page page
                ? headers.and(UsageSignals.of(page.dom())).label().orElse(null)
                : said;
    }

    private Result parsed(
            ObjectCreated announced, DocumentStore.Found.Bytes found, Attribution attribution, @Nullable String usage) {
        Extracted read = attribution.text();
        Optional<CanonicalUrl> url = attribution.address().url();
        ArticleId id = attribution.address().id(found.body());
        Optional<Site> site = url.map(known -> site(known.host(), id, announced, read));
        Extracted extracted =
                site.map(known -> RepeatedLines.leftOut(read, known.others())).orElse(read);
        ParsedArticle article = Bounds.library(new ParsedArticle(
                id,
                Revision.of(read.metadata(), read.text()),
                provenance(announced, found, attribution, usage),
                announced.key(),
                url.map(CanonicalUrl::value).orElse(null),
                extracted.metadata(),
                extracted.language(),
                extracted.blocks(),
                attribution.notes()));
        texts.put(article);
        site.ifPresent(this::remember);
        return new Result.Parsed(article, extracted.trace().notes());
    }

    private static Provenance provenance(
            ObjectCreated announced, DocumentStore.Found.Bytes found, Attribution attribution, @Nullable String usage) {
        FetchedFrom from = found.from();
        Instant at = from == null ? announced.at() : from.at();
        return new Provenance(
                announced.documentId(),
                announced.versionId(),
                ArticleExtractor.VERSION,
                Precedence.of(
                        attribution.address().origin(),
                        attribution.text().metadata().dateModified(),
                        at),
                from == null ? found.claims().sourceId() : from.sourceId(),
                usage,
                attribution.textFrom(),
                attribution.access(),
                found.claims().tags());
    }

    /** The known lines of the article's site. */
    private record Site(String host, List<ArticleLines> known, ArticleLines lines) {

        /**
         * Returns the articles announced before this one, so that a redelivered document is compared with the same
         * ones.
         */
        List<ArticleLines> others() {
            return known.stream()
                    .filter(other -> !other.article().equals(lines.article())
                            && other.at().isBefore(lines.at()))
                    .toList();
        }
    }

    private Site site(String host, ArticleId id, ObjectCreated announced, Extracted read) {
        return new Site(host, lines.of(host, announced.at()), ArticleLines.of(id, announced.at(), read.blocks()));
    }

    private void remember(Site site) {
        if (site.known().size() < SiteLines.SLOTS) {
            lines.offer(site.host(), site.lines());
        }
    }

    private Result ended(ObjectCreated announced, Outcome outcome, @Nullable String detail) {
        DocumentRecord standing = log.record(record(announced, outcome, detail));
        return standing.isDeleted() ? deleted(announced) : new Result.Ended(outcome, detail);
    }

    /** Deletes the object, which a ticket allowed to be written after the deletion of its document. */
    private Result deleted(ObjectCreated announced) {
        if (announced.isTicketed()) {
            documents.discard(announced);
        }
        return new Result.Ended(Outcome.DELETED, null);
    }

    private static DocumentRecord record(ObjectCreated announced, Outcome outcome, @Nullable String detail) {
        return DocumentRecord.of(announced, outcome, detail, ArticleExtractor.VERSION);
    }

    private static Outcome outcome(Reading.Problem problem) {
        return switch (problem) {
            case EMPTY -> Outcome.EMPTY;
            case TOO_LARGE -> Outcome.TOO_LARGE;
            case UNREADABLE -> Outcome.UNREADABLE;
            case ENCODING -> Outcome.ENCODING;
            case ENCRYPTED -> Outcome.ENCRYPTED;
            case NO_TEXT -> Outcome.NO_TEXT;
            case UNKNOWN_TYPE -> Outcome.UNKNOWN_TYPE;
        };
    }
}
