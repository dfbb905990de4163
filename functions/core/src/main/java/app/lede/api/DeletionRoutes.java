package app.lede.api;

import app.lede.article.ArticleId;
import app.lede.document.DocumentId;
import app.lede.pipeline.Deletion;

/** Deletes an article or a document; asking again is answered alike. Thread safe. */
final class DeletionRoutes {

    private final Deletion deletion;

    DeletionRoutes(Deletion deletion) {
        this.deletion = deletion;
    }

    /** Handles {@code DELETE /v1/articles/{id}}. */
    Answer article(Request request) {
        String id = request.variable("id");
        return ArticleId.isValid(id) && deletion.article(new ArticleId(id))
                ? Answer.empty(204)
                : Problem.notFound("there is no article " + Problem.cut(id));
    }

    /** Handles {@code DELETE /v1/documents/{id}}. */
    Answer document(Request request) {
        String id = request.variable("id");
        return DocumentId.isValid(id) && deletion.document(new DocumentId(id))
                ? Answer.empty(204)
                : Problem.notFound("there is no document " + Problem.cut(id));
    }
}
