package app.lede.pipeline;

import app.lede.article.Article;
import app.lede.article.ArticleId;
import app.lede.article.ArticleStore;
import app.lede.article.ParsedArticle;
import app.lede.document.DocumentLog;
import app.lede.document.DocumentRecord;
import app.lede.document.ObjectCreated;
import app.lede.document.Outcome;
import app.lede.hash.Digest;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the records of an object key. The key of a page names its article, whose item names the document of the current revision:
 * that record needs no entry under its key. Thread safe.
 */
public final class DocumentsOfKey {

    private final DocumentLog log;
    private final ArticleStore articles;

    public DocumentsOfKey(DocumentLog log, ArticleStore articles) {
        this.log = log;
        this.articles = articles;
    }

    /** Returns the newest records of one object key, the newest first, at most {@link DocumentLog#MOST_OF_ONE_KEY}. */
    public List<DocumentRecord> of(String key) {
        Optional<DocumentRecord> current = article(key)
                .flatMap(articles::get)
                .flatMap(article -> log.get(article.provenance().documentId()))
                .filter(record -> record.key().equals(key));
        return Stream.concat(current.stream(), log.byKey(key).stream())
                .distinct()
                .sorted(Comparator.comparing(DocumentRecord::id).reversed())
                .limit(DocumentLog.MOST_OF_ONE_KEY)
                .toList();
    }

    /** Tests whether an article's document is a page that was fetched at the article's own address, whose hash is in its key. */
    static boolean isOwnPage(ParsedArticle parsed) {
        return parsed.documentKey()
                .startsWith(ObjectCreated.FETCHED + parsed.id().sha256() + "/");
    }

    /** Lets the record of an article's document be found by its key before another document takes its place. */
    static void replacing(DocumentLog log, Article current) {
        log.get(current.provenance().documentId())
                .filter(record -> record.key().startsWith(ObjectCreated.FETCHED))
                .ifPresent(log::noLongerCurrent);
    }

    /** Does the same for a document that another took the place of at the same moment, recorded or not yet. */
    static void replaced(DocumentLog log, ParsedArticle parsed) {
        if (isOwnPage(parsed)) {
            log.noLongerCurrent(ParsedOutcome.of(parsed, Outcome.STORED, null));
        }
    }

    private static Optional<ArticleId> article(String key) {
        int end = key.indexOf('/', ObjectCreated.FETCHED.length());
        return key.startsWith(ObjectCreated.FETCHED) && end > 0
                ? Digest.base32OfHex(key.substring(ObjectCreated.FETCHED.length(), end))
                        .filter(ArticleId::isValid)
                        .map(ArticleId::new)
                : Optional.empty();
    }
}
