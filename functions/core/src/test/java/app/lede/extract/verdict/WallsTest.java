package app.lede.extract.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import app.lede.article.Access;
import app.lede.document.DocumentReader;
import app.lede.document.RawDocument;
import app.lede.extract.ArticleExtractor;
import app.lede.extract.Extracted;
import app.lede.extract.Extraction;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WallsTest {

    private static final String[] SENTENCES = {
        "The ferry company said on Monday that it would run two more boats a day until the end of the summer.",
        "Passengers had waited for up to three hours at the small pier below the old lighthouse.",
        "The mayor of the island, who has asked for more boats since spring, called it a good beginning.",
        "A ticket costs as much as last year, and bicycles are taken along free of charge after nine.",
        "The harbour office expects some forty thousand visitors in July alone, a tenth more than before.",
        "Fishermen complain that the additional boats leave them hardly any room to unload in the morning.",
        "The company promised to move its second berth to the north side of the basin by next week.",
        "Whether the boats will stay in autumn is to be decided once the summer's figures are known."
    };

    private final ArticleExtractor extractor = new ArticleExtractor();
    private final DocumentReader reader = new DocumentReader();

    private static String paragraphs(int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append("<p>")
                    .append(SENTENCES[i % SENTENCES.length])
                    .append(' ')
                    .append(SENTENCES[(i * 3 + 1) % SENTENCES.length])
                    .append("</p>");
        }
        return text.toString();
    }

    private static String days(int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= count; i++) {
            text.append("<p>On day ")
                    .append(i)
                    .append(" of the trial ")
                    .append(i * 37)
                    .append(" passengers were counted, among them many who had never seen the island before.</p>");
        }
        return text.toString();
    }

    private static String linked(String fields) {
        return "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"More boats to the"
                + " island\",\"datePublished\":\"2026-06-01\"" + fields + "}</script>";
    }

    private Extraction extract(String head, String body) {
        String page = "<html><head><title>More boats to the island</title>" + head
                + "</head><body><nav><a href=/>Home</a></nav><article><h1>More boats to the island</h1>" + body
                + "</article><footer><p>© 2026</p></footer></body></html>";
        RawDocument document = new RawDocument(
                page.getBytes(StandardCharsets.UTF_8), "text/html; charset=utf-8", "page.html", "https://n.example/a");
        return extractor.extract(reader.read(document), document.url());
    }

    private Access access(String head, String body) {
        return assertInstanceOf(Extracted.class, extract(head, body)).access().access();
    }

    @Test
    void an_article_without_a_wall_is_open() {
        assertEquals(Access.OPEN, access("", paragraphs(6)));
        assertEquals(Access.OPEN, access(linked(",\"isAccessibleForFree\":true"), paragraphs(2)));
        assertEquals(Access.OPEN, access(linked(",\"wordCount\":210"), paragraphs(6)));
    }

    @Test
    void a_short_article_is_open() {
        assertEquals(Access.OPEN, access("", paragraphs(1)));
    }

    @Test
    void an_article_that_is_not_free_and_shown_is_metered() {
        assertEquals(Access.METERED, access(linked(",\"isAccessibleForFree\":false"), paragraphs(6)));
        assertEquals(Access.METERED, access("<meta property='article:content_tier' content='metered'>", paragraphs(6)));
    }

    @Test
    void the_part_that_is_named_as_hidden_decides() {
        String head = linked(",\"isAccessibleForFree\":\"False\",\"hasPart\":{\"@type\":\"WebPageElement\","
                + "\"isAccessibleForFree\":\"False\",\"cssSelector\":\".paid\"}");
        assertEquals(Access.WALLED, access(head, paragraphs(5) + "<div class=paid></div>"));
        assertEquals(Access.METERED, access(head, paragraphs(1) + "<div class=paid>" + paragraphs(5) + "</div>"));
        assertEquals(Access.WALLED, access(head.replace(".paid", ":::"), paragraphs(5)));
        assertEquals(
                Access.METERED, access(head, paragraphs(8) + days(8)), "a long text without the part that is named");
    }

    @Test
    void a_teaser_that_is_not_free_is_walled() {
        assertEquals(Access.WALLED, access(linked(",\"isAccessibleForFree\":false"), paragraphs(2)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div><p>Subscribe to continue reading. Already a subscriber? Log in.</p></div>",
                "<div><p>Jetzt abonnieren und weiterlesen mit Abo. Im ersten Monat gratis, jederzeit"
                        + " kündbar.</p></div>",
                "<div><p>Article réservé aux abonnés. Abonnez-vous pour lire la suite, sans engagement.</p></div>"
            })
    void an_offer_below_a_teaser_is_a_wall(String offer) {
        assertEquals(Access.WALLED, access(linked(""), paragraphs(2) + offer));
    }

    @Test
    void an_offer_below_a_whole_article_is_none() {
        assertEquals(
                Access.OPEN,
                access(linked(""), paragraphs(7) + "<div><p>Subscribe now. Already a subscriber? Log in.</p></div>"));
    }

    @Test
    void a_text_that_breaks_off_is_truncated() {
        assertEquals(
                Access.TRUNCATED,
                access(
                        linked(""),
                        paragraphs(2) + "<p>The harbour master, who has served for thirty years, said that…</p>"));
        assertEquals(Access.TRUNCATED, access(linked(",\"wordCount\":900"), paragraphs(2)));
    }

    @Test
    void an_offer_in_place_of_the_article_withholds_it() {
        Extraction.Nothing nothing = assertInstanceOf(
                Extraction.Nothing.class,
                extract(
                        "",
                        "<p>Subscribe to read this article. Already a subscriber? Log in to continue reading.</p>"));
        assertEquals(Access.WALLED, nothing.access());
    }
}
