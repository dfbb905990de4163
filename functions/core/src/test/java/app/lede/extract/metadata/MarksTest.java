package app.lede.extract.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.lede.extract.page.PageElements;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class MarksTest {

    private static final PageElements PAGE = PageElements.of(Jsoup.parse("""
        <h2>Harbour</h2><article><h1>Quay closes</h1>
        <p itemprop=author>By <b itemprop=NAME>Ines Lindqvist</b></p>
        <time datetime=2026-03-04>4 March</time><abbr title=2026-03-05>5 March</abbr>
        <a href=/AUTHORS/ines>Ines</a><a href=/quay>Quay</a></article>
        <p class="Post-BYLINE small">Ben Okafor</p><b itemprop=name>The Courier</b>
        """));

    private static List<String> texts(Marks marks) {
        return marks.in(PAGE).map(Element::text).toList();
    }

    @Test
    void statements_are_found_in_document_order_whatever_the_case() {
        assertEquals(List.of("Ines Lindqvist", "The Courier"), texts(Marks.stated("[itemprop=name]")));
        assertEquals(
                List.of("By Ines Lindqvist", "4 March", "5 March"),
                texts(Marks.stated("[itemprop=author], time[datetime], abbr[title]")));
    }

    @Test
    void a_mark_within_others_is_found_only_there() {
        assertEquals(
                List.of("Ines Lindqvist"), texts(Marks.stated("[itemprop=name]").within("[itemprop=author]")));
    }

    @Test
    void classes_and_addresses_are_searched_in_lower_case() {
        assertEquals(List.of("Ben Okafor"), texts(Marks.classContaining("post-author", "byline")));
        assertEquals(List.of("Ines"), texts(Marks.addressContaining("/author/", "/authors/")));
        assertEquals(List.of("Ben Okafor"), texts(Marks.classed(".small")));
    }

    @Test
    void headings_are_listed_together_and_tags_that_are_not_listed_are_a_bug() {
        assertEquals(
                List.of("Harbour", "Quay closes"),
                PAGE.headings().stream().map(Element::text).toList());
        assertThrows(IllegalArgumentException.class, () -> PAGE.named("p"));
    }
}
