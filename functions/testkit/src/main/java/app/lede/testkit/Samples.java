package app.lede.testkit;

import app.lede.article.Article;
import app.lede.article.ArticleId;
import app.lede.article.Block;
import app.lede.article.Metadata;
import app.lede.article.ParsedArticle;
import app.lede.article.Precedence;
import app.lede.article.PublishedDate;
import app.lede.article.Revision;
import app.lede.document.DocumentId;
import app.lede.document.DocumentRecord;
import app.lede.document.ObjectCreated;
import app.lede.document.Outcome;
import app.lede.enrich.Mention;
import app.lede.enrich.Span;
import app.lede.hash.Digest;
import app.lede.pipeline.Callbacks;
import app.lede.summary.Sentence;
import app.lede.summary.Summary;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Articles and documents of ordinary size, told apart by what a test needs. */
public final class Samples {

    /** When most things happen in tests. */
    public static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

    /** Where hubs push to; the secrets are the same each time, which only a test can afford. */
    public static final Callbacks CALLBACKS =
            new Callbacks("https://api.example.org/v1/websub/", () -> Digest.base32("nobody can guess this"));

    private static final String SENTENCE =
            "Die Brücke über den Niger ist seit Freitag wieder für den Verkehr geöffnet.";

    private static final String TEXT = (SENTENCE + " ").repeat(8).strip();

    private Samples() {}

    /** An article of about 1.4 KB: what it says differs with the words, its document with the moment. */
    public static Article article(String url, String words, Instant at) {
        return article(url, words, new Precedence(Precedence.Origin.WEB, at), at);
    }

    public static Article article(String url, String words, Precedence precedence, Instant arrival) {
        ParsedArticle parsed = parsed(url, words, precedence);
        return new Article(
                parsed.id(),
                parsed.revision(),
                parsed.documentId(),
                precedence,
                parsed.key(),
                arrival,
                url,
                parsed.sourceId(),
                null,
                parsed.metadata(),
                "de",
                List.of(
                        new Mention("country", "Niger", "NE", List.of(new Span(20, 25), new Span(97, 102))),
                        new Mention("country", "Mali", "ML", List.of(new Span(40, 44)))),
                new Summary(
                        List.of(
                                new Sentence(SENTENCE, 0, SENTENCE.length()),
                                new Sentence(SENTENCE, SENTENCE.length() + 1, 2 * SENTENCE.length() + 1)),
                        "extractive-1"));
    }

    /** The same article from another source, or from none. */
    public static Article from(@Nullable String sourceId, Article article) {
        return new Article(
                article.id(),
                article.revision(),
                article.documentId(),
                article.precedence(),
                article.textKey(),
                article.arrival(),
                article.url(),
                sourceId,
                article.usageInfo(),
                article.metadata(),
                article.language(),
                article.mentions(),
                article.summary());
    }

    public static ParsedArticle parsed(String url, String words, Precedence precedence) {
        return new ParsedArticle(
                ArticleId.ofUrl(url),
                new Revision(Digest.base32(words)),
                documentId(precedence.at(), url + words),
                precedence,
                "web/" + Digest.hex(url) + "/" + Digest.hex(words),
                url,
                "abcdefghijklmnopqrstuvwxyz".repeat(2),
                null,
                metadata(words),
                "de",
                List.of(new Block(Block.Kind.HEADING, words), new Block(Block.Kind.PARAGRAPH, TEXT)),
                words + "\n\n" + TEXT);
    }

    private static Metadata metadata(String words) {
        return new Metadata(
                words,
                null,
                "Drei Wochen nach der Überschwemmung rollt der Verkehr wieder.",
                List.of("Ada Beispiel", "Bo Exempel"),
                "Nachrichten für Übermorgen",
                new PublishedDate(
                        "2026-01-02T03:30:00+01:00",
                        "2. Januar 2026, 3.30 Uhr",
                        PublishedDate.Precision.MINUTE,
                        "json-ld"),
                null,
                "Verkehr",
                List.of("Brücke", "Überschwemmung"),
                "https://news.example.org/bridge.jpg",
                true,
                List.of(),
                88,
                0.93);
    }

    /** The id of a document that arrived at a moment; the identity tells apart those of one moment. */
    public static DocumentId documentId(Instant at, String identity) {
        return new ObjectCreated(identity, 1, "e", null, "00", at).documentId();
    }

    public static DocumentRecord outcome(Instant received, String key, Outcome outcome) {
        return new DocumentRecord(
                documentId(received, key),
                key,
                "v1",
                received,
                outcome,
                null,
                ArticleId.ofUrl(key).value(),
                1);
    }
}
