package app.lede.extract.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Authors whom fields and marked-up elements name in the ways of many systems. */
class DeclaredAuthorsTest {

    private static final List<String> INES = List.of("Ines Lindqvist");

    @Test
    void fields_of_other_systems_name_the_author() {
        for (String field : List.of("og:author", "cXenseParse:author", "article:author_name", "byline")) {
            assertEquals(INES, authors("<meta name='" + field + "' content='Ines Lindqvist'>"), field);
        }
        assertEquals(List.of("Ines Lindqvist", "Oskar Blom"), authors("""
            <meta name=citation_author content="Lindqvist, Ines"><meta name=citation_author content="Blom, Oskar">\
            """));
        assertEquals(INES, authors("""
            <script type="application/ld+json">{"@type": "Article", "creator": ["Ines Lindqvist"]}</script>\
            """));
    }

    @Test
    void a_name_in_rdfa_a_card_or_an_element_called_author_is_the_authors() {
        for (String line : List.of(
                "<span property='schema:author'><span property='schema:name'>Ines Lindqvist</span></span>",
                "<span property='author'>Ines Lindqvist</span>",
                "<p><span class='byline author vcard'>by <a class='url fn' href='/a'>Ines Lindqvist</a></span>"
                        + " <abbr>Wednesday</abbr></p>",
                "<div><span class='author'>Ines Lindqvist</span><span class='date'>4 March 2026</span></div>")) {
            assertEquals(INES, authors("<article><h1>Quay to be rebuilt</h1>" + line + "</article>"), line);
        }
        for (String line : List.of(
                "<div typeof='schema:Book'><span property='schema:author'>Oskar Blom</span></div>",
                "<blockquote><span class=author>Oskar Blom</span></blockquote>",
                "<div itemscope itemtype='https://schema.org/ImageObject'><meta itemprop=creator content='Oskar"
                        + " Blom'></div>")) {
            assertEquals(List.of(), authors("<article><h1>Quay to be rebuilt</h1>" + line + "</article>"), line);
        }
        assertEquals(
                List.of(),
                authors("<article><h1>Quay to be rebuilt</h1><div><span class='author'>Harbour"
                        + " news</span></div></article>"));
    }

    private static List<String> authors(String html) {
        return MetadataOf.page(html).authors();
    }
}
