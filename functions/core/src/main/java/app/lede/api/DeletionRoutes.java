package app.lede.api;

import app.lede.article.Article;
import app.lede.article.ArticleId;
import app.lede.article.ArticleStore;
import app.lede.document.DocumentId;
import app.lede.document.DocumentLog;
import app.lede.export.ExportWithdrawal;
import app.lede.pipeline.Deletion;
import java.util.Optional;

/**
 * Deletes an article or a document, and cancels the exports that may hold it; asking again is answered alike. Exports are
 * cancelled before the deletion, lest it breaks off between the two, and after it, as one may have been started meanwhile.
 * Thread safe.
 */
final class DeletionRoutes {

    private final ArticleStore articles;
    private final DocumentLog log;
    private final Deletion deletion;
    private final ExportWithdrawal exports;

    DeletionRoutes(ArticleStore articles, DocumentLog log, Deletion deletion, ExportWithdrawal exports) {
        this.articles = articles;
        this.log = log;
        this.deletion = deletion;
        this.exports = exports;
    }

    /** Handles {@code DELETE /v1/articles/{id}}. */
    Answer article(Request request) {
        String id = request.variable("id");
        return ArticleId.isValid(id) && deleted(new ArticleId(id))
                ? Answer.empty(204)
                : Problem.notFound("there is no article " + Problem.cut(id));
    }

    private boolean deleted(ArticleId id) {
        Optional<Article> article = articles.get(id);
        article.ifPresent(exports::cancelFor);
        boolean deleted = deletion.article(id);
        article.ifPresent(exports::cancelFor);
        return deleted;
    }

    /** Handles {@code DELETE /v1/documents/{id}}. */
    Answer document(Request request) {
        String id = request.variable("id");
        return DocumentId.isValid(id) && deleted(new DocumentId(id))
                ? Answer.empty(204)
                : Problem.notFound("there is no document " + Problem.cut(id));
    }

    /** A document of a revision that is not the current one is in no export. */
    private boolean deleted(DocumentId id) {
        Optional<Article> article = log.get(id)
                .flatMap(record -> Optional.ofNullable(record.articleId()))
                .flatMap(known -> articles.get(new ArticleId(known)))
                .filter(current -> current.provenance().documentId().equals(id));
        article.ifPresent(exports::cancelFor);
        boolean deleted = deletion.document(id);
        article.ifPresent(exports::cancelFor);
        return deleted;
    }
}
