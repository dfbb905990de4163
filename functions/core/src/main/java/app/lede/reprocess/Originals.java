package app.lede.reprocess;

import app.lede.article.ParsedArticle;
import app.lede.document.DocumentList;
import app.lede.document.ObjectCreated;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the raw objects that articles were read from, in the version they were read in. Thread safe. */
public final class Originals {

    /** Objects that are looked at in a bucket without versions. */
    private static final int MOST_LISTED = 100;

    private final DocumentList documents;

    public Originals(DocumentList documents) {
        this.documents = documents;
    }

    /** Returns an announcement of the article's document, with the id it had at first; empty if the object is gone. */
    Optional<ObjectCreated> of(ParsedArticle article) {
        String key = article.documentKey();
        @Nullable String version = article.provenance().documentVersion();
        return version == null
                ? listed(key).map(found -> found.again(article.provenance().documentId()))
                : Optional.of(new ObjectCreated(
                                key,
                                ObjectCreated.UNKNOWN_SIZE,
                                "",
                                version,
                                "",
                                article.provenance().documentId().at())
                        .again(article.provenance().documentId()));
    }

    private Optional<ObjectCreated> listed(String key) {
        return documents.after(key.substring(0, key.length() - 1), MOST_LISTED).objects().stream()
                .filter(object -> object.key().equals(key))
                .findFirst();
    }
}
