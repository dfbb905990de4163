package app.lede.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinksTest {

    private static final String BASE = "https://a.example/dir/page?q=1";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        https://b.example/x       | https://b.example/x
        HTTPS://b.example/X       | https://b.example/X
        /x                        | https://a.example/x
        x                         | https://a.example/dir/x
        ../x                      | https://a.example/x
        ?p=2                      | https://a.example/dir/page?p=2
        //b.example/x             | https://b.example/x
        a b                       | https://a.example/dir/a%20b
        """)
    void addresses_are_made_absolute(String address, String absolute) {
        assertEquals(Optional.of(absolute), Links.web(address, BASE));
    }

    @Test
    void line_breaks_inside_an_address_are_nothing() {
        assertEquals(
                Optional.of("https://b.example/long/path"), Links.web("\n https://b.example/\n\tlong/path \n", BASE));
    }

    @ParameterizedTest
    @CsvSource({"javascript:x()", "mailto:a@b.example", "urn:isbn:1", "ftp://b.example/", "file:///etc/passwd", "''"})
    void only_what_can_be_fetched_is_an_address(String address) {
        assertEquals(Optional.empty(), Links.web(address, BASE));
    }

    @Test
    void an_endless_address_is_none() {
        assertEquals(Optional.empty(), Links.web("https://a.example/" + "x".repeat(10_000), BASE));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        <link>https://a.example/1</link>                                                  | https://a.example/1
        <link href='https://a.example/2'/>                                                | https://a.example/2
        <link> </link><guid>https://a.example/3</guid>                                    | https://a.example/3
        <guid isPermaLink='true'>https://a.example/4</guid>                               | https://a.example/4
        <atom:link rel='self' href='/no'/><atom:link href='https://a.example/5'/>         | https://a.example/5
        <link>https://proxy.example/</link><feedburner:origLink>https://a.example/6</feedburner:origLink> | https://a.example/6
        """)
    void an_rss_item_s_page_is_found_wherever_it_stands(String item, String url) {
        assertEquals(
                url,
                Fixtures.feedOf("<rss><channel><item>" + item + "</item></channel></rss>")
                        .items()
                        .getFirst()
                        .url());
    }

    @ParameterizedTest
    @CsvSource({
        "<guid isPermaLink='false'>https://a.example/</guid>",
        "<guid>abc-1</guid>",
        "<link>mailto:a@b.example</link>"
    })
    void what_is_no_page_is_not_taken_for_one(String item) {
        assertNull(Fixtures.feedOf("<rss><channel><item>" + item + "</item></channel></rss>")
                .items()
                .getFirst()
                .url());
    }
}
