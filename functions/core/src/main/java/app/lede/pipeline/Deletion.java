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
import java.time.InstantSource;
import java.util.Optional;

/**
 * Deletes articles and documents with every copy: item, texts of all revisions, raw objects in all versions.
 *
 * <p>The tombstone of the article and the record of the document are written first, so that no later step revives them,
 * and each text is deleted after the raw object that it names: a deletion that breaks off is finished by asking again.
 * Thread safe.
 */
public final class Deletion {

    private static final String PAGES = "web/";

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
     * alone. A document that is parsed or summarised meanwhile is deleted by that step, which finds the record. False if
     * there is no record of it.
     */
    public boolean document(DocumentId id) {
        Optional<DocumentRecord> found = log.get(id);
        found.ifPresent(record -> erase(marked(record)));
        return found.isPresent();
    }

    /** Deletes what a document became that was deleted before its article was known. */
    void late(ParsedArticle parsed) {
        DocumentRecord record = ParsedOutcome.of(parsed, Outcome.DELETED, null);
        log.record(record);
        erase(record);
    }

    /** Records the deletion, with the article that a step may have recorded a moment ago. */
    private DocumentRecord marked(DocumentRecord record) {
        DocumentRecord standing = log.record(record.deleted());
        return standing.isDeleted() ? standing : log.record(standing.deleted());
    }

    private void erase(DocumentRecord record) {
        Optional.ofNullable(record.articleId()).map(ArticleId::new).ifPresent(article -> text(article, record.id()));
        documents.delete(record.key(), record.versionId());
    }

    private void text(ArticleId article, DocumentId document) {
        Optional<Article> current = articles.get(article);
        if (current.filter(one -> one.provenance().documentId().equals(document))
                .isPresent()) {
            article(article);
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
