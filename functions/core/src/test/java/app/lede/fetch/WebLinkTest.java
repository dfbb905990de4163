package app.lede.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WebLinkTest {

    private static List<WebLink> links(String... values) {
        return WebLink.of(new HttpHeaders(
                List.of(values).stream().map(value -> Map.entry("Link", value)).toList()));
    }

    @Test
    void links_are_read_over_commas_quotes_and_several_headers() {
        assertEquals(
                List.of(
                        new WebLink("https://hub.example.org/a,b", Set.of("hub"), ""),
                        new WebLink("/feed", Set.of("self", "alternate"), ""),
                        new WebLink("https://two.example.org/", Set.of("hub"), "")),
                links(
                        "<https://hub.example.org/a,b>; title=\"a, <b>; rel=x\"; rel=hub, </feed>;REL = \"Self"
                                + " alternate\"",
                        "<https://two.example.org/>; rel=\"hub\""));
    }

    @Test
    void a_link_without_a_relation_is_none() {
        assertEquals(List.of(), links("<https://hub.example.org/>", "rel=hub", "<>", "", "<a>; rel="));
    }

    @Test
    void a_target_is_resolved_against_where_it_stood_and_must_be_on_the_web() {
        URI base = URI.create("https://example.org/blog/feed.xml");
        assertEquals(Optional.of("https://example.org/hub"), new WebLink("/hub", Set.of("hub"), "").from(base));
        assertEquals(Optional.empty(), new WebLink("javascript:alert(1)", Set.of("hub"), "").from(base));
    }
}
