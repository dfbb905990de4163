package app.lede.extract.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.document.RawDocument;
import app.lede.extract.ArticleExtractor;
import app.lede.extract.Extracted;
import app.lede.extract.Extraction;
import app.lede.text.Table;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Judges small pages in fifteen languages ({@code pages.tsv}), each in the frame of a site. */
class PageVerdictTest {

    private static final double BAR = 0.97;

    private final ArticleExtractor extractor = new ArticleExtractor();

    /** Frame of a site around a page: the text before and after it. */
    private enum Layout {
        BARE("", ""),
        CHROME(
                "<header><nav><ul><li><a href=/a>News</a></li><li><a href=/b>Sport</a></li></ul></nav></header><main>",
                "</main><footer><p>© 2026 Courier</p><a href=/imprint>Imprint</a></footer>"),
        BUSY("<header><nav><a href=/a>News</a><a href=/login>Log in</a></nav></header><article>", """
            </article><aside class="sidebar"><ul><li><a href=/1>The ferry is late again this week</a></li>
            <li><a href=/2>Eel is dearer than it was</a></li></ul></aside><div class="cookie-banner"><p>We use cookies. Accept all
            or change your settings.</p></div><footer><p>© 2026</p></footer>\
            """);

        private final String before;
        private final String after;

        Layout(String before, String after) {
            this.before = before;
            this.after = after;
        }
    }

    private static Stream<List<String>> rows() {
        return Table.lines(PageVerdictTest.class, "pages.tsv").stream().map(Table::columns);
    }

    @Test
    void pages_without_an_article_are_empty_with_their_reason() {
        List<String> wrong = new ArrayList<>();
        List<List<String>> pages =
                rows().filter(row -> !row.get(1).equals("ARTICLE")).toList();
        for (List<String> row : pages) {
            for (Layout layout : List.of(Layout.BARE, Layout.CHROME)) {
                if (extract(row, layout) instanceof Extracted article) {
                    wrong.add(String.join(" ", row.get(0), row.get(1), layout.name(), article.text()));
                }
            }
        }
        Set<String> languages = pages.stream().map(List::getFirst).collect(Collectors.toSet());
        assertTrue(pages.size() >= 150 && languages.size() >= 12, pages.size() + " pages in " + languages);
        assertTrue(wrong.size() <= (1 - BAR) * 2 * pages.size(), () -> String.join("\n", wrong));
    }

    @Test
    void short_articles_are_articles_whatever_they_are_about() {
        List<String> wrong = new ArrayList<>();
        List<List<String>> articles =
                rows().filter(row -> row.get(1).equals("ARTICLE")).toList();
        for (List<String> row : articles) {
            for (Layout layout : Layout.values()) {
                if (extract(row, layout) instanceof Extraction.Nothing nothing) {
                    wrong.add(String.join(" ", row.get(0), layout.name(), row.get(2), nothing.detail()));
                }
            }
        }
        int pages = articles.size() * Layout.values().length;
        assertTrue(pages >= 150);
        assertTrue(wrong.size() <= (1 - BAR) * pages, () -> String.join("\n", wrong));
    }

    @Test
    void the_reason_names_the_kind() {
        List<String> row =
                rows().filter(each -> each.get(1).equals("CONSENT")).findFirst().orElseThrow();
        Extraction.Nothing nothing = assertInstanceOf(Extraction.Nothing.class, extract(row, Layout.CHROME));
        assertEquals("no article: " + NoArticle.CONSENT.reason(), nothing.detail());
    }

    @Test
    void a_page_titled_with_a_status_is_none_in_a_language_without_phrases() {
        List<String> row =
                List.of("qu", "GONE", "404 · Kestrel", "# Ay!|Kay p'anqaqa manam kanchu, huk p'anqapi maskay.");
        Extraction.Nothing nothing = assertInstanceOf(Extraction.Nothing.class, extract(row, Layout.CHROME));
        assertEquals("no article: " + NoArticle.GONE.reason(), nothing.detail());
        List<String> car = List.of(
                "qu", "ARTICLE", "Peugeot 404 sold", "Huk Peugeot 404 nisqam Lindholm llaqtapi rantisqa karqan.");
        assertInstanceOf(Extracted.class, extract(car, Layout.CHROME));
    }

    @Test
    void a_number_beside_other_words_is_no_status() {
        String text = "It was sold out within an hour, the people at the harbour said.";
        for (String title : List.of(
                "Fahrenheit 451 – Kestrel",
                "Indy 500: Marchetti wins",
                "Highway 404 | Kestrel",
                "Flight 410 – Kestrel")) {
            assertInstanceOf(Extracted.class, extract(List.of("en", "ARTICLE", title, text), Layout.CHROME), title);
        }
        for (String title : List.of("451", "500")) {
            List<String> row = List.of("en", "ARTICLE", title, String.join(" ", text, text, text));
            assertInstanceOf(Extracted.class, extract(row, Layout.CHROME), title);
        }
        for (String title : List.of("Kestrel | 410", "404 error", "Erreur 500 – Kestrel", "Fehler 451")) {
            assertInstanceOf(
                    Extraction.Nothing.class,
                    extract(List.of("en", "GONE", title, "#Ay|" + text), Layout.CHROME),
                    title);
        }
    }

    private Extraction extract(List<String> row, Layout layout) {
        String article = row.get(1).equals("ARTICLE") ? "<h1>" + row.get(2) + "</h1>" : "";
        String lines = Stream.of(row.get(3).split("\\|", -1))
                .map(String::strip)
                .map(PageVerdictTest::markup)
                .collect(Collectors.joining("\n"));
        String html = "<!DOCTYPE html><html lang=" + row.getFirst() + "><head><meta charset=utf-8><title>" + row.get(2)
                + "</title></head><body>" + layout.before + article + lines + layout.after;
        return extractor.extract(new RawDocument(
                html.getBytes(StandardCharsets.UTF_8), "text/html", "page.html", "https://courier.example/quay"));
    }

    private static String markup(String line) {
        String text =
                line.startsWith("#") || line.startsWith("@") ? line.substring(1).strip() : line;
        return switch (line.charAt(0)) {
            case '#' -> "<h1>" + text + "</h1>";
            case '@' -> "<div><h3><a href='/story-" + text.length() + "'>" + text + "</a></h3></div>";
            default -> "<p>" + text + "</p>";
        };
    }
}
