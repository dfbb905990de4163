package app.lede.pipeline;

import app.lede.article.ArticleId;
import app.lede.article.ArticleTexts;
import app.lede.article.Bounds;
import app.lede.article.ParsedArticle;
import app.lede.article.Precedence;
import app.lede.article.Provenance;
import app.lede.article.ProvenanceBuilder;
import app.lede.article.Revision;
import app.lede.boilerplate.SiteLines;
import app.lede.collection.UnpackBounds;
import app.lede.document.DocumentLog;
import app.lede.document.DocumentReader;
import app.lede.document.DocumentRecord;
import app.lede.document.DocumentStore;
import app.lede.document.FetchedFrom;
import app.lede.document.ObjectContent;
import app.lede.document.ObjectCreated;
import app.lede.document.Outcome;
import app.lede.document.PartOrigin;
import app.lede.document.Reading;
import app.lede.document.UploadClaims;
import app.lede.extract.ArticleExtractor;
import app.lede.extract.Extracted;
import app.lede.fetch.CanonicalUrl;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Parses one object of the documents bucket and stores the article's text and metadata in the library.
 *
 * <p>Documents that become articles get their outcome from the next step, all others here. Thread safe.
 */
public final class ParseDocument {

    private final DocumentStore documents;
    private final ReadDocument reading;
    private final SiteLines lines;
    private final ArticleTexts texts;
    private final Predicate<ParsedArticle> repeated;
    private final DocumentLog log;
    private final Watchdog watchdog;
    private final UnpackDocument unpack;
    private final InboundMail mail;

    /** Assembles the step; reading, extracting and taking apart last as long as they last. */
    public ParseDocument(
            DocumentStore documents, ArticleExtractor extractor, SiteLines lines, ArticleTexts texts, DocumentLog log) {
        this(
                documents,
                extractor,
                lines,
                texts,
                article -> false,
                log,
                new NoQueue(),
                Watchdog.UNBOUNDED,
                InstantSource.fixed(Instant.EPOCH));
    }

    /**
     * Assembles the step; a document that the watchdog gives up while it is read or extracted is {@code too-slow}.
     *
     * @param repeated tells pages of which nothing need be stored, such as {@link RepeatedPage}; not asked of the first page
     *     of an address, which the next step would find unchanged all the same
     * @param announcements of objects to parse, this step's own queue: a large collection goes on with the next announcement
     */
    public ParseDocument(
            DocumentStore documents,
            ArticleExtractor extractor,
            SiteLines lines,
            ArticleTexts texts,
            Predicate<ParsedArticle> repeated,
            DocumentLog log,
            JobQueue<ObjectCreated> announcements,
            Watchdog watchdog,
            InstantSource clock) {
        this(
                documents,
                extractor,
                lines,
                texts,
                repeated,
                log,
                announcements,
                watchdog,
                clock,
                InboundMail.none(clock));
    }

    /** Assembles the step of a stack that receives mail. */
    public ParseDocument(
            DocumentStore documents,
            ArticleExtractor extractor,
            SiteLines lines,
            ArticleTexts texts,
            Predicate<ParsedArticle> repeated,
            DocumentLog log,
            JobQueue<ObjectCreated> announcements,
            Watchdog watchdog,
            InstantSource clock,
            InboundMail mail) {
        this.documents = documents;
        this.reading = new ReadDocument(documents, extractor);
        this.lines = lines;
        this.texts = texts;
        this.repeated = repeated;
        this.log = log;
        this.watchdog = watchdog;
        this.mail = mail;
        this.unpack = new UnpackDocument(documents, log, announcements, watchdog, clock);
    }

    /** Result of parsing a document. */
    public sealed interface Result {

        /** The text is stored in the library; {@code notes} are remarks on the document. */
        record Parsed(ParsedArticle article, List<String> notes) implements Result {}

        /** A collection of which some parts are stored; it is announced again. */
        record GoesOn(int parts) implements Result {}

        /** Not an article; the outcome is recorded. */
        record Ended(Outcome outcome, @Nullable String detail) implements Result {}
    }

    /** Parses the announced object. */
    public Result parse(ObjectCreated announced) {
        return parse(announced, from -> {});
    }

    /** Parses the announced object; of a fetched one, tells where it was fetched from before it is read. */
    public Result parse(ObjectCreated announced, Consumer<FetchedFrom> told) {
        if (isDeleted(announced)) {
            return deleted(announced);
        }
        if (DeletedCollection.holds(log, announced.key())) {
            DeletedCollection.ended(log, record(announced, Outcome.DELETED, null));
            return deleted(announced);
        }
        if (announced.isFolder()) {
            return ended(announced, Outcome.FOLDER, null);
        }
        if (announced.size() == 0) {
            return ended(announced, Outcome.EMPTY, "the object has no bytes");
        }
        if (announced.size() > UnpackBounds.MAX_COLLECTION) {
            return tooLarge(announced, announced.size(), UnpackBounds.MAX_COLLECTION);
        }
        return switch (documents.get(announced)) {
            case DocumentStore.Found.Replaced ignored ->
                ended(announced, Outcome.SUPERSEDED, "another object has taken its place, or it was deleted");
            case DocumentStore.Found.Large found -> large(announced, found);
            case DocumentStore.Found.Bytes found -> {
                Optional.ofNullable(found.from()).ifPresent(told);
                yield admitted(announced, found);
            }
        };
    }

    private Result admitted(ObjectCreated announced, DocumentStore.Found.Bytes found) {
        return switch (mail.admit(announced, found.body())) {
            case InboundMail.Admission.Ended end -> ended(announced, end.outcome(), end.detail());
            case InboundMail.Admission.Admitted by ->
                whole(
                        announced,
                        by.source() == null ? found : found.ofSource(by.source().value(), by.language()));
        };
    }

    private Result large(ObjectCreated announced, DocumentStore.Found.Large found) {
        long size = found.content().size();
        if (size > UnpackBounds.MAX_COLLECTION) {
            return tooLarge(announced, size, UnpackBounds.MAX_COLLECTION);
        }
        return unpacked(announced, found.content(), found.claims())
                .orElseGet(() -> tooLarge(announced, size, DocumentReader.MAX_BYTES));
    }

    /** Takes an upload apart if it is a collection, and parses any other document. */
    private Result whole(ObjectCreated announced, DocumentStore.Found.Bytes found) {
        Optional<Result> unpacked = announced.isFetched()
                ? Optional.empty()
                : unpacked(announced, ObjectContent.of(found.body()), found.claims());
        return unpacked.orElseGet(() -> extract(announced, found));
    }

    private Optional<Result> unpacked(ObjectCreated announced, ObjectContent content, UploadClaims claims) {
        return unpack.unpack(announced, content, claims).map(unpacked -> switch (unpacked) {
            case UnpackDocument.Unpacked.Ended(DocumentRecord record) ->
                record.isDeleted() ? deleted(announced) : new Result.Ended(record.outcome(), record.detail());
            case UnpackDocument.Unpacked.GoesOn(int parts) -> new Result.GoesOn(parts);
        });
    }

    private Result tooLarge(ObjectCreated announced, long size, long most) {
        return ended(announced, Outcome.TOO_LARGE, size + " bytes; a document of its kind may have " + most);
    }

    /** Looks only for uploads by ticket and parts of collections, as the record of any other document follows its object. */
    private boolean isDeleted(ObjectCreated announced) {
        return (announced.isTicketed() || announced.isPart())
                && log.get(announced.documentId())
                        .filter(DocumentRecord::isDeleted)
                        .isPresent();
    }

    /** Records a failed attempt; a later outcome replaces the record. */
    public void broke(ObjectCreated announced, String detail) {
        log.record(record(announced, Outcome.FAILED, detail));
    }

    private Result extract(ObjectCreated announced, DocumentStore.Found.Bytes found) {
        Optional<ReadDocument.Read> read = watchdog.within(() -> reading.read(announced, found));
        if (read.isEmpty()) {
            DocumentRecord slow = record(announced, Outcome.TOO_SLOW, "took longer than one document may");
            return ended(announced, slow.named(partName(found)));
        }
        return switch (read.get()) {
            case ReadDocument.Read.Article article -> parsed(announced, found, article.attribution(), article.rights());
            case ReadDocument.Read.Nothing nothing ->
                ended(
                        announced,
                        record(announced, outcome(nothing.problem()), nothing.detail())
                                .named(partName(found)));
        };
    }

    private Result parsed(
            ObjectCreated announced, DocumentStore.Found.Bytes found, Attribution attribution, DocumentRights rights) {
        Extracted read = attribution.text();
        Optional<CanonicalUrl> url = attribution.address().url();
        ArticleId id = attribution.address().id(found.body());
        Optional<SiteOfArticle> site =
                url.map(known -> SiteOfArticle.of(lines, known.host(), id, announced.at(), read));
        Extracted extracted = site.map(known -> known.withoutRepeated(read)).orElse(read);
        ParsedArticle article = Bounds.library(new ParsedArticle(
                id,
                Revision.of(read.metadata(), read.text()),
                provenance(announced, found, attribution, rights),
                announced.key(),
                url.map(CanonicalUrl::value).orElse(null),
                extracted.metadata(),
                extracted.language() == null ? found.claims().language() : extracted.language(),
                extracted.blocks(),
                notes(attribution.notes(), read.hidden())));
        if (!isFirst(found) && repeated.test(article)) {
            log.record(ParsedOutcome.of(article, Outcome.UNCHANGED, null));
            return new Result.Ended(Outcome.UNCHANGED, null);
        }
        texts.put(article);
        site.ifPresent(known -> known.remember(lines));
        return new Result.Parsed(article, extracted.trace().notes());
    }

    private static boolean isFirst(DocumentStore.Found.Bytes found) {
        FetchedFrom from = found.from();
        return from != null && from.discovery().first();
    }

    private static List<String> notes(List<String> known, int hidden) {
        return hidden == 0
                ? known
                : Stream.concat(known.stream(), Stream.of("removed " + hidden + " invisible characters"))
                        .toList();
    }

    private static Provenance provenance(
            ObjectCreated announced, DocumentStore.Found.Bytes found, Attribution attribution, DocumentRights rights) {
        FetchedFrom from = found.from();
        Instant at = from == null ? ReadDocument.at(announced, found.claims()) : from.at();
        Precedence precedence = Precedence.of(
                attribution.address().origin(), attribution.text().metadata().dateModified(), at);
        ProvenanceBuilder provenance = Provenance.builder(
                        announced.documentId(), ArticleExtractor.VERSION, precedence, attribution.textFrom())
                .documentVersion(announced.versionId())
                .sourceId(found.claims().sourceId())
                .usageInfo(rights.usageInfo())
                .rights(rights.rights())
                .access(attribution.access().access(), attribution.access().reason())
                .tags(found.claims().tags())
                .name(partName(found));
        return (from == null ? provenance : foundBy(from.discovery(), provenance)).build();
    }

    private static ProvenanceBuilder foundBy(FetchedFrom.Discovery discovery, ProvenanceBuilder provenance) {
        return provenance
                .sourceId(discovery.sourceId())
                .trace(discovery.trace())
                .backfilled(discovery.backfilled());
    }

    private static @Nullable String partName(DocumentStore.Found.Bytes found) {
        PartOrigin part = found.claims().part();
        return part == null ? null : part.name();
    }

    private Result ended(ObjectCreated announced, Outcome outcome, @Nullable String detail) {
        return ended(announced, record(announced, outcome, detail));
    }

    private Result ended(ObjectCreated announced, DocumentRecord record) {
        DocumentRecord standing = log.record(record);
        if (!standing.isDeleted() && DeletedCollection.holds(log, announced.key())) {
            DeletedCollection.ended(log, standing);
            return deleted(announced);
        }
        return standing.isDeleted() ? deleted(announced) : new Result.Ended(record.outcome(), record.detail());
    }

    /** Deletes the object, which a ticket or its collection wrote again after the deletion of its document. */
    private Result deleted(ObjectCreated announced) {
        if (announced.isTicketed() || announced.isPart()) {
            documents.discard(announced);
        }
        return new Result.Ended(Outcome.DELETED, null);
    }

    private static DocumentRecord record(ObjectCreated announced, Outcome outcome, @Nullable String detail) {
        return DocumentRecord.of(announced, outcome, detail, ArticleExtractor.VERSION);
    }

    static Outcome outcome(Reading.Problem problem) {
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
