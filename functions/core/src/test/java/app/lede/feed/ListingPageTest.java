package app.lede.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListingPageTest {

    private static final String URL = "https://bay.example/page/2/";

    private static List<String> urls(String html) {
        return ListingPage.items(html.getBytes(StandardCharsets.UTF_8), "text/html", URL).stream()
                .map(FeedItem::url)
                .toList();
    }

    @Test
    void links_of_headings_and_permanent_ones_are_articles_in_their_order() {
        assertEquals(List.of("https://bay.example/a", "https://bay.example/b", "https://bay.example/c"), urls("""
            <main><article><header><h2 class=entry-title><a href="/a">A</a></h2></header><a href="/tag/x">x</a></article>
            <div><a rel="nofollow bookmark" href="/b">2 March</a></div><a href="/c"><h3>C</h3></a>
            <h2><a href="/a#more">A</a></h2></main>
            """));
    }

    @Test
    void navigation_other_sites_the_front_page_and_the_page_itself_are_none() {
        assertEquals(List.of(), urls("""
            <header><h1><a href="/">Bay</a></h1><h2><a href="/about">About</a></h2></header>
            <nav><h3><a href="/news">News</a></h3></nav><aside><article><h3><a href="/popular">P</a></h3></article></aside>
            <h2><a href="https://elsewhere.example/x">X</a></h2><h2><a href="/page/2/">2</a></h2>
            <h2><a href="mailto:desk@bay.example">Desk</a></h2><h2><a name="top">Top</a></h2>
            <footer><h4><a href="/imprint">Imprint</a></h4></footer>
            """));
    }

    @Test
    void a_hostile_page_is_bounded() {
        assertTrue(urls("<h2><a href=/x>".repeat(100_000)).size() <= ListingPage.MOST);
        StringBuilder many = new StringBuilder("<div>".repeat(50));
        for (int i = 0; i < 30_000; i++) {
            many.append("<h2><a href=/").append(i).append(">x</a></h2>");
        }
        assertEquals(ListingPage.MOST, urls(many.toString()).size());
        assertEquals(List.of(), ListingPage.items(new byte[0], null, "not a url"));
        assertEquals(List.of(), urls("\0<a"));
    }
}
