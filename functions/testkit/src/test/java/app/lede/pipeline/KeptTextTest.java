package app.lede.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.lede.article.Access;
import app.lede.article.Article;
import app.lede.article.ArticleId;
import app.lede.article.Block;
import app.lede.article.Metadata;
import app.lede.article.ParsedArticle;
import app.lede.article.Precedence;
import app.lede.article.Precedence.Origin;
import app.lede.article.Provenance;
import app.lede.article.Revision;
import app.lede.article.TextFrom;
import app.lede.document.DocumentRecord;
import app.lede.document.Outcome;
import app.lede.enrich.FactFinder;
import app.lede.enrich.LanguageDetector;
import app.lede.hash.Digest;
import app.lede.summary.ExtractiveSummariser;
import app.lede.testkit.InMemoryArticleTexts;
import app.lede.testkit.InMemoryArticles;
import app.lede.testkit.InMemoryDocumentLog;
import app.lede.testkit.InMemoryDocuments;
import app.lede.testkit.Samples;
import app.lede.text.Words;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A page that shows no article any more does not replace the text that it showed, in whatever order both arrive. */
class KeptTextTest {

    private static final String URL = "https://news.example.org/quay";
    private static final String TITLE = "Harbour quay rebuilt after the winter storms";
    private static final String STORY =
            story("The quay at pier %d was rebuilt by divers and masons within %d days. ", 30);
    private static final String CHALLENGE =
            "Checking your browser before you proceed. This process is automatic and takes up to five seconds.";

    private static final ParsedArticle FEED = document(TextFrom.FEED, 6, TITLE, STORY);
    private static final ParsedArticle BEGINNING =
            document(TextFrom.PAGE, 0, TITLE, STORY.substring(0, 600) + " Subscribe to read on.");

    private final InMemoryArticleTexts texts = new InMemoryArticleTexts();
    private final InMemoryArticles articles = new InMemoryArticles();
    private final InMemoryDocumentLog log = new InMemoryDocumentLog();
    private final InstantSource clock = InstantSource.fixed(Samples.NOON);
    private final SummariseArticle summarise = new SummariseArticle(
            texts,
            articles,
            log,
            new LanguageDetector(),
            new FactFinder(),
            new ExtractiveSummariser(),
            clock,
            Watchdog.UNBOUNDED,
            new Deletion(articles, texts, new InMemoryDocuments(), log, clock));

    private static String story(String sentence, int times) {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= times; i++) {
            text.append(String.format(Locale.ROOT, sentence, i, i * 7));
        }
        return text.toString().strip();
    }

    private static ParsedArticle document(TextFrom from, int hour, String headline, String text) {
        return document(from, hour, headline, text, Access.OPEN);
    }

    private static ParsedArticle document(TextFrom from, int hour, String headline, String text, Access access) {
        Origin origin =
                switch (from) {
                    case PAGE -> Origin.PAGE;
                    case FEED -> Origin.FEED;
                    case UPLOAD -> Origin.UPLOAD;
                };
        Precedence precedence = Precedence.of(origin, null, Samples.NOON.plus(Duration.ofHours(hour)));
        return new ParsedArticle(
                ArticleId.ofUrl(URL),
                new Revision(Digest.base32(headline + text)),
                Provenance.builder(Samples.documentId(precedence.at(), from + text + access), 1, precedence, from)
                        .access(access, null)
                        .build(),
                "web/quay/" + hour,
                URL,
                Metadata.builder()
                        .headline(headline)
                        .wordCount(Words.count(text))
                        .build(),
                "en",
                List.of(new Block(Block.Kind.PARAGRAPH, text)),
                List.of());
    }

    private Outcome deliver(ParsedArticle document) {
        texts.put(document);
        return summarise.summarise(document.key()).map(DocumentRecord::outcome).orElseThrow();
    }

    private String textOfArticle() {
        Article article = articles.get(ArticleId.ofUrl(URL)).orElseThrow();
        return texts.get(article.textKey()).orElseThrow().text();
    }

    /** Delivers the other last. */
    private void assertKept(ParsedArticle kept, ParsedArticle other) {
        deliver(kept);
        assertEquals(Outcome.SUPERSEDED, deliver(other));
        assertEquals(kept.text(), textOfArticle());
    }

    /** Delivers the other first. */
    private void assertWins(ParsedArticle kept, ParsedArticle other) {
        deliver(other);
        assertEquals(Outcome.STORED, deliver(kept));
        assertEquals(kept.text(), textOfArticle());
        assertEquals(Outcome.SUPERSEDED, deliver(other));
        assertEquals(Outcome.STORED, deliver(kept));
        assertEquals(kept.text(), textOfArticle());
    }

    static List<String> stubs() {
        return List.of(
                CHALLENGE,
                "Page not found. The address may be misspelled, or the page was moved. Try our search.",
                "We value your privacy. We and our partners store and read information on your device, such as cookies,"
                        + " to measure audiences and to show advertisements. You may accept or manage your choices.");
    }

    @ParameterizedTest
    @MethodSource("stubs")
    void a_page_that_turns_into_a_stub_keeps_its_article(String stub) {
        assertKept(document(TextFrom.PAGE, 0, TITLE, STORY), document(TextFrom.PAGE, 6, "Just a moment", stub));
    }

    @ParameterizedTest
    @MethodSource("stubs")
    void an_article_that_arrives_after_the_later_stub_takes_its_place(String stub) {
        assertWins(document(TextFrom.PAGE, 0, TITLE, STORY), document(TextFrom.PAGE, 6, "Just a moment", stub));
    }

    @Test
    void the_text_of_the_feed_replaces_the_beginning_that_its_page_shows() {
        assertWins(FEED, BEGINNING);
    }

    @Test
    void the_beginning_that_a_page_shows_does_not_replace_the_text_of_the_feed() {
        assertKept(FEED, BEGINNING);
    }

    @Test
    void the_text_of_the_feed_replaces_a_challenge() {
        assertWins(FEED, document(TextFrom.PAGE, 0, "Just a moment", CHALLENGE));
    }

    private Access access() {
        return articles.get(ArticleId.ofUrl(URL)).orElseThrow().provenance().access();
    }

    @Test
    void a_page_that_is_gone_shows_in_the_article_and_so_does_its_return() {
        ParsedArticle page = document(TextFrom.PAGE, 0, TITLE, STORY);
        ParsedArticle gone = document(TextFrom.PAGE, 6, TITLE, STORY, Access.GONE);
        deliver(page);
        assertEquals(Outcome.STORED, deliver(gone));
        assertEquals(Access.GONE, access());
        assertEquals(Outcome.UNCHANGED, deliver(page), "delivered again");
        assertEquals(Access.GONE, access());
        deliver(document(TextFrom.PAGE, 12, TITLE, STORY));
        assertEquals(Access.OPEN, access());
        assertEquals(STORY, textOfArticle());
    }

    @Test
    void a_shortened_article_is_a_revision() {
        deliver(document(TextFrom.PAGE, 0, TITLE, STORY));
        assertEquals(Outcome.STORED, deliver(document(TextFrom.PAGE, 6, TITLE, STORY.substring(0, 420))));
    }

    @Test
    void a_notice_of_retraction_is_a_revision() {
        deliver(document(TextFrom.PAGE, 0, TITLE, STORY));
        assertEquals(
                Outcome.STORED,
                deliver(document(
                        TextFrom.PAGE,
                        6,
                        "Retracted: " + TITLE,
                        "This report has been withdrawn by its editors, since its main source could not be"
                                + " confirmed.")));
    }

    @Test
    void another_article_of_its_size_is_a_revision() {
        deliver(document(TextFrom.PAGE, 0, TITLE, STORY));
        String other = story("Voters in district %d chose among %d lists on a rainy Sunday in spring. ", 25);
        assertEquals(Outcome.STORED, deliver(document(TextFrom.PAGE, 6, "Election day", other)));
    }

    @Test
    void an_upload_that_claims_the_address_keeps_no_page_out() {
        deliver(document(TextFrom.UPLOAD, 0, TITLE, STORY));
        assertEquals(Outcome.STORED, deliver(document(TextFrom.PAGE, 6, "Tides", "The tide is high at noon today.")));
    }
}
