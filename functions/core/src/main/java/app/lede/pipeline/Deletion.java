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
import app.lede.source.SourceId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

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
     */
    public record Progress(State state, int parts, int deleted) {

        /** There is no record of the document. */
        public static final Progress UNKNOWN = new Progress(State.UNKNOWN, 0, 0);

        /** The document and its parts are deleted. */
        public static final Progress DONE = new Progress(State.DONE, 0, 0);

        /** States of a deletion. */
        public enum State {
            UNKNOWN,
            /** The document is deleted; some of its parts are left for the next call. */
            UNDER_WAY,
            DONE
        }

        /** Tests whether another call must go on. */
        public boolean isUnderWay() {
            return state == State.UNDER_WAY;
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
        Instant until = clock.instant().plus(STRETCH);
        Optional<DocumentRecord> found = log.get(id);
        if (found.isEmpty()) {
            return Progress.UNKNOWN;
        }
        erase(marked(found.get()), leaving);
        int next = parts(id, until, leaving);
        return next == 0
                ? Progress.DONE
                : new Progress(Progress.State.UNDER_WAY, Math.max(found.get().parts(), next), next - 1);
    }

    /** Deletes the parts of a collection; returns the number of the first for which there was no time, 0 if there was for all. */
    private int parts(DocumentId collection, Instant until, Consumer<Article> leaving) {
        int after = 0;
        List<DocumentRecord> some;
        do {
            some = log.parts(collection, after, PARTS_AT_ONCE);
            for (DocumentRecord part : some) {
                int number = part.part().orElseThrow().number();
                if (!part(part, until, leaving)) {
                    return number;
                }
                after = number;
            }
        } while (some.size() == PARTS_AT_ONCE);
        return 0;
    }

    private boolean part(DocumentRecord part, Instant until, Consumer<Article> leaving) {
        // Until it has a record of being taken apart, a collection looks like any document without an article.
        boolean mayHold = part.isDeleted() ? part.parts() > 0 : part.articleId() == null;
        if (mayHold && parts(part.id(), until, leaving) > 0) {
            return false;
        }
        if (part.isDeleted()) {
            return true;
        }
        if (clock.instant().isAfter(until)) {
            return false;
        }
        erase(part, leaving);
        DocumentRecord standing = log.record(part.deleted());
        if (!standing.isDeleted()) {
            erase(standing, leaving);
            log.record(standing.deleted());
        }
        return true;
    }

    /** Deletes the pages kept for a backfill of a source. */
    public void archive(SourceId source, Instant started) {
        documents.deleteAll(KeptPages.folder(source, started));
    }

    /** Deletes the pages kept for any backfill of a source. */
    public void archives(SourceId source) {
        documents.deleteAll(KeptPages.folder(source));
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
        Optional<Article> current = articles.get(article)
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
