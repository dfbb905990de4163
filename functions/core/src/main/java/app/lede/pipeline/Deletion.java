package app.lede.pipeline;

import app.lede.article.Article;
import app.lede.article.ArticleId;
import app.lede.article.ArticleStore;
import app.lede.article.ArticleTexts;
import app.lede.article.ParsedArticle;
import app.lede.document.DocumentId;
import app.lede.document.DocumentLog;
import app.lede.document.DocumentRecord;
import app.lede.document.Erasure;
import app.lede.document.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Deletes articles and documents with every copy: item, texts of all revisions, raw objects in all versions.
 *
 * <p>The tombstone of the article and the record of the document are written first, so that no later step revives them,
 * and each text is deleted after the raw object that it names: a deletion that breaks off is finished by asking again.
 * Parts of a collection are the other way round, with the record last: the record of the collection keeps later steps from
 * reviving them, and the parts that have one are done.
 * Thread safe.
 */
public final class Deletion {

    private static final String PAGES = "web/";

    /** Time of one call for the parts of a collection, of the 29 s that API Gateway waits. */
    private static final Duration STRETCH = Duration.ofSeconds(15);

    /** Records of parts read at once. */
    private static final int PARTS_AT_ONCE = 100;

    private final ArticleStore articles;
    private final ArticleTexts texts;
    private final Erasure documents;
    private final DocumentLog log;
    private final InstantSource clock;

    public Deletion(
            ArticleStore articles, ArticleTexts texts, Erasure documents, DocumentLog log, InstantSource clock) {
        this.articles = articles;
        this.texts = texts;
        this.documents = documents;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Progress of the deletion of a document.
     *
     * @param parts of the document, 0 for one that is no collection
     * @param deleted those of them that are deleted
     * @param next goes on where this call ended; null where none has to
     */
    public record Progress(
            State state, int parts, int deleted, @Nullable DeletionJob next) {

        /** There is no record of the document. */
        public static final Progress UNKNOWN = new Progress(State.UNKNOWN, 0, 0, null);

        /** The document and its parts are deleted. */
        public static final Progress DONE = new Progress(State.DONE, 0, 0, null);

        /** States of a deletion. */
        public enum State {
            UNKNOWN,
            /** The document is deleted; some of its parts are left for the next call. */
            UNDER_WAY,
            DONE
        }
    }

    /**
     * Deletes an article, every document it was read from, and everything fetched at its own address; false if there never
     * was one.
     */
    public boolean article(ArticleId id) {
        if (!articles.delete(id, clock.instant())) {
            return false;
        }
        texts.keys(id).forEach(this::withSource);
        fetchedAt(id.sha256());
        return true;
    }

    /**
     * Deletes a document: with its whole article where the current revision was read from it, else with its own text
     * alone. A document that is parsed or summarised meanwhile is deleted by that step, which finds the record. The parts
     * of a collection are deleted alike, and those of its parts; parts for which one call has no time are left to the next.
     *
     * @param leaving told of each article that is deleted whole, just before and just after
     */
    public Progress document(DocumentId id, Consumer<Article> leaving) {
        return goOn(DeletionJob.of(id), leaving);
    }

    /**
     * Goes on with the deletion of a document, or begins it.
     *
     * @param leaving told of each article that is deleted whole, just before and just after
     * @throws IllegalStateException if there was no time for a single part
     */
    public Progress goOn(DeletionJob job, Consumer<Article> leaving) {
        Instant until = clock.instant().plus(STRETCH);
        Optional<DocumentRecord> found = log.get(job.document());
        if (found.isEmpty()) {
            return Progress.UNKNOWN;
        }
        erase(marked(found.get()), leaving);
        PartPlace from = job.after() == null ? PartPlace.START : new PartPlace(job.after());
        Optional<PartPlace> end = parts(job.document(), from, until, leaving);
        if (end.isEmpty()) {
            return Progress.DONE;
        }
        if (end.get().equals(from)) {
            throw new IllegalStateException("the deletion of " + job.document() + " is no further than " + from);
        }
        int deleted = end.get().done();
        return new Progress(
                Progress.State.UNDER_WAY,
                Math.max(found.get().parts(), deleted + 1),
                deleted,
                new DeletionJob(job.document(), end.get().numbers()));
    }

    /** Tests whether a document may have parts, none of which is deleted with it yet. */
    public boolean mayHoldParts(DocumentId id) {
        return log.get(id)
                .filter(record -> !record.isDeleted() && mayHoldParts(record))
                .isPresent();
    }

    /** Deletes the parts of a collection from a place on; returns the place for which there was no time, empty if there was for all. */
    private Optional<PartPlace> parts(DocumentId collection, PartPlace from, Instant until, Consumer<Article> leaving) {
        PartPlace place = from;
        List<DocumentRecord> some;
        do {
            if (clock.instant().isAfter(until)) {
                return Optional.of(place);
            }
            some = log.parts(collection, place.done(), PARTS_AT_ONCE);
            for (DocumentRecord part : some) {
                int number = part.part().orElseThrow().number();
                Optional<PartPlace> end = part(part, place.in(number), until, leaving);
                if (end.isPresent()) {
                    return Optional.of(PartPlace.inside(number, end.get()));
                }
                place = PartPlace.behind(number);
            }
        } while (some.size() == PARTS_AT_ONCE);
        return Optional.empty();
    }

    /** Tests it of a record: until it has one of being taken apart, a collection looks like any document without an article. */
    private static boolean mayHoldParts(DocumentRecord record) {
        return record.isDeleted() ? record.parts() > 0 : record.articleId() == null;
    }

    private Optional<PartPlace> part(DocumentRecord part, PartPlace from, Instant until, Consumer<Article> leaving) {
        if (mayHoldParts(part)) {
            Optional<PartPlace> end = parts(part.id(), from, until, leaving);
            if (end.isPresent()) {
                return end;
            }
        } else if (!part.isDeleted() && clock.instant().isAfter(until)) {
            return Optional.of(from);
        }
        if (part.isDeleted()) {
            return Optional.empty();
        }
        erase(part, leaving);
        DocumentRecord standing = log.record(part.deleted());
        if (!standing.isDeleted()) {
            erase(standing, leaving);
            log.record(standing.deleted());
        }
        return Optional.empty();
    }

    /** Deletes what a document became that was deleted before its article was known. */
    void late(ParsedArticle parsed) {
        DocumentRecord record = ParsedOutcome.of(parsed, Outcome.DELETED, null);
        log.record(record);
        erase(record, article -> {});
    }

    /** Records the deletion, with the article that a step may have recorded a moment ago. */
    private DocumentRecord marked(DocumentRecord record) {
        DocumentRecord standing = log.record(record.deleted());
        return standing.isDeleted() ? standing : log.record(standing.deleted());
    }

    private void erase(DocumentRecord record, Consumer<Article> leaving) {
        Optional.ofNullable(record.articleId())
                .map(ArticleId::new)
                .ifPresent(article -> text(article, record.id(), leaving));
        documents.delete(record.key(), record.versionId());
    }

    private void text(ArticleId article, DocumentId document, Consumer<Article> leaving) {
        Optional<Article> current = articles.latest(article)
                .filter(one -> one.provenance().documentId().equals(document));
        if (current.isPresent()) {
            leaving.accept(current.get());
            article(article);
            leaving.accept(current.get());
        } else {
            texts.keys(article).stream()
                    .filter(key -> key.contains(document.value()))
                    .forEach(texts::delete);
        }
    }

    /** Deletes the text under a key and its document; for a page, everything fetched at its address. */
    void withSource(String textKey) {
        texts.get(textKey).ifPresent(parsed -> {
            address(parsed.documentKey()).ifPresent(this::fetchedAt);
            documents.delete(parsed.documentKey(), parsed.provenance().documentVersion());
            log.record(ParsedOutcome.of(parsed, Outcome.DELETED, null));
        });
        texts.delete(textKey);
    }

    /** Deletes the pages and the feed contents of an address, whose hash is in their keys. */
    private void fetchedAt(String sha256) {
        documents.deleteAll("web/" + sha256 + "/");
        documents.deleteAll("entries/" + sha256 + "/");
    }

    private static Optional<String> address(String key) {
        int slash = key.indexOf('/', PAGES.length());
        return key.startsWith(PAGES) && slash > 0
                ? Optional.of(key.substring(PAGES.length(), slash))
                : Optional.empty();
    }
}
