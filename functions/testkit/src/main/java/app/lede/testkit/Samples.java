package app.lede.testkit;

import app.lede.article.Access;
import app.lede.article.Article;
import app.lede.article.ArticleId;
import app.lede.article.Block;
import app.lede.article.Metadata;
import app.lede.article.ParsedArticle;
import app.lede.article.Precedence;
import app.lede.article.Provenance;
import app.lede.article.PublishedDate;
import app.lede.article.Revision;
import app.lede.article.TextFrom;
import app.lede.document.DocumentId;
import app.lede.document.DocumentRecord;
import app.lede.document.ObjectCreated;
import app.lede.document.Outcome;
import app.lede.enrich.Facts;
import app.lede.enrich.Mention;
import app.lede.enrich.Span;
import app.lede.hash.Digest;
import app.lede.pipeline.Callbacks;
import app.lede.summary.Sentence;
import app.lede.summary.Summary;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Creates articles and documents of ordinary size for tests. */
public final class Samples {

    /** Default time of test events. */
    public static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

    /** Callbacks for hubs, with fixed secrets. */
    public static final Callbacks CALLBACKS =
            new Callbacks("https://api.example.org/v1/websub/", () -> Digest.base32("nobody can guess this"));

    private static final String SENTENCE =
            "Die Brücke über den Niger ist seit Freitag wieder für den Verkehr geöffnet.";

    private static final String TEXT = (SENTENCE + " ").repeat(8).strip();

    private Samples() {}

    /** Creates an article of about 1.4 KB: its text depends on the words, its document on the time. */
    public static Article article(String url, String words, Instant at) {
        return article(url, words, Precedence.of(Precedence.Origin.PAGE, null, at), at);
    }

    public static Article article(String url, String words, Precedence precedence, Instant arrival) {
        return article(parsed(url, words, precedence), arrival);
    }

    /** Creates the article of a parsed document, with facts and summary. */
    public static Article article(ParsedArticle parsed, Instant arrival) {
        return new Article(
                parsed.id(),
                parsed.revision(),
                parsed.provenance(),
                arrival,
                arrival,
                parsed.url(),
                parsed.metadata(),
                "de",
                List.of("NE", "ML"),
                List.of(
                        new Mention("country", "Niger", "NE", List.of(new Span(20, 25), new Span(97, 102))),
                        new Mention("country", "Mali", "ML", List.of(new Span(40, 44)))),
                new Facts(List.of("Fähre"), "Reuters", "BAMAKO"),
                new Summary(
                        List.of(
                                new Sentence(SENTENCE, 0, SENTENCE.length()),
                                new Sentence(SENTENCE, SENTENCE.length() + 1, 2 * SENTENCE.length() + 1)),
                        "extractive-1"),
                parsed.notes());
    }

    /** Creates an article whose every field repeats a text far beyond its bounds. */
    public static Article immense(String url, String text, int times, Instant at) {
        Article sample = article(url, text.repeat(times), at);
        List<Span> spans = IntStream.range(0, 40_000)
                .mapToObj(i -> new Span(9_000_000 + i, 9_000_007 + i))
                .toList();
        List<String> codes = Arrays.stream(Locale.getISOCountries()).sorted().toList();
        return new Article(
                sample.id(),
                sample.revision(),
                sample.provenance().toBuilder()
                        .usageInfo(text.repeat(times))
                        .tags(numbered(text))
                        .build(),
                at,
                at,
                url,
                immense(text.repeat(times), numbered(text)),
                "x".repeat(35),
                codes,
                codes.stream()
                        .map(code -> new Mention("country", code + text.repeat(10), code, spans).withSalience(100))
                        .toList(),
                new Facts(numbered(text), text.repeat(times), text.repeat(times)),
                new Summary(
                        IntStream.range(0, 200)
                                .mapToObj(i -> new Sentence(text.repeat(20), 1_000_000 + i * 40, 1_000_020 + i * 40))
                                .toList(),
                        "extractive-1"),
                List.of());
    }

    private static List<String> numbered(String text) {
        return IntStream.range(0, 300).mapToObj(i -> i + text.repeat(15)).toList();
    }

    private static Metadata immense(String words, List<String> many) {
        PublishedDate date = new PublishedDate(
                "2026-01-02T03:30:00.123456+01:00", words, PublishedDate.Precision.MINUTE, "front-matter");
        return new Metadata(
                words, words, words, many, words, date, date, words, many, words, false, many, 9_999_999, 0.123456789);
    }

    /** Creates an article whose every field is long, of random letters, which nothing compresses. */
    public static Article noise(String address, String letters, long seed, Instant at) {
        Random random = new Random(seed);
        String url = address + words("abcdefghijklmnopqrstuvwxyz0123456789", 1_175, new Random(1));
        Article sample = immense(url, "x", 1_000, at);
        PublishedDate date = new PublishedDate(
                "2026-01-02T03:30:00.123456+01:00",
                words(letters, 60, random),
                PublishedDate.Precision.MINUTE,
                "front-matter");
        List<String> many =
                Stream.generate(() -> words(letters, 30, random)).limit(50).toList();
        Metadata metadata = new Metadata(
                words(letters, 500, random),
                words(letters, 500, random),
                words(letters, 500, random),
                many,
                words(letters, 500, random),
                date,
                date,
                words(letters, 500, random),
                many,
                "https://news.example.org/" + words("abcdefghijklmnopqrstuvwxyz", 200, random),
                false,
                many,
                9_999_999,
                0.123456789);
        List<Sentence> sentences = IntStream.range(0, 20)
                .mapToObj(i -> new Sentence(words(letters, 100, random), 1_000_000 + i * 100, 1_000_100 + i * 100))
                .toList();
        return new Article(
                sample.id(),
                new Revision(Digest.base32(words(letters, 50, random))),
                sample.provenance().toBuilder().tags(many).build(),
                sample.arrival(),
                sample.changed(),
                url,
                metadata,
                sample.language(),
                sample.countries(),
                sample.mentions(),
                new Facts(many, words(letters, 18, random), words(letters, 28, random)),
                new Summary(sentences, "extractive-1"),
                List.of());
    }

    private static String words(String letters, int length, Random random) {
        int[] codePoints = letters.codePoints().toArray();
        int[] words = random.ints(length, 0, codePoints.length)
                .map(i -> codePoints[i])
                .toArray();
        return new String(words, 0, length);
    }

    /** Returns the article with another source, or none. */
    public static Article from(@Nullable String sourceId, Article article) {
        return article.withProvenance(
                article.provenance().toBuilder().sourceId(sourceId).build());
    }

    /** Returns the article with another access. */
    public static Article withAccess(Access access, Article article) {
        return article.withProvenance(
                article.provenance().toBuilder().access(access, null).build());
    }

    /** Returns the same document with other words, as parsed by another parser version. */
    public static Article reparsed(Article article, int parser, String words) {
        Provenance old = article.provenance();
        Provenance provenance = old.toBuilder().parser(parser).build();
        ParsedArticle parsed = parsed(Objects.requireNonNull(article.url()), words, old.precedence());
        return article(parsed, article.changed()).withProvenance(provenance);
    }

    public static ParsedArticle parsed(String url, String words, Precedence precedence) {
        return new ParsedArticle(
                ArticleId.ofUrl(url),
                new Revision(Digest.base32(words)),
                provenance(documentId(precedence.at(), url + words), precedence),
                "web/" + Digest.hex(url) + "/" + Digest.hex(words),
                url,
                metadata(words),
                "de",
                List.of(new Block(Block.Kind.HEADING, words), new Block(Block.Kind.PARAGRAPH, TEXT)),
                List.of());
    }

    /** Creates the provenance of a page from a source, parsed by the first parser version. */
    public static Provenance provenance(DocumentId document, Precedence precedence) {
        return Provenance.builder(document, 1, precedence, TextFrom.PAGE)
                .documentVersion("v1")
                .sourceId("abcdefghijklmnopqrstuvwxyz".repeat(2))
                .build();
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

    /**
     * Returns the id of a document that arrived at a given time; the identity distinguishes documents of the same time.
     */
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
