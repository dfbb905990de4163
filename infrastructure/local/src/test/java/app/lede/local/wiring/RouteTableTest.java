package app.lede.local.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.lede.local.template.Route;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RouteTableTest {
    private static final RouteTable ROUTES = new RouteTable(List.of(
            new Route("ANY", "/{proxy+}", "rest"),
            new Route("GET", "/v1/sources/{id}", "one"),
            new Route("GET", "/v1/sources/opml", "opml"),
            new Route("GET", "/v1/sources/{id}/{part}", "part"),
            new Route("ANY", "/v1/any", "any"),
            new Route("GET", "/v1/any", "get")));

    private static String function(String method, String path) {
        return ROUTES.match(method, path).map(match -> match.route().function()).orElse("none");
    }

    @Test
    void a_literal_wins_over_a_variable_and_a_method_over_any() {
        assertEquals("opml", function("GET", "/v1/sources/opml"));
        assertEquals("one", function("GET", "/v1/sources/other"));
        assertEquals("get", function("GET", "/v1/any"));
        assertEquals("any", function("PUT", "/v1/any"));
    }

    @Test
    void path_variables_are_decoded_and_a_plus_stays() {
        assertEquals(
                Optional.of(Map.of("id", "a b/+ü", "part", "100%")),
                ROUTES.match("GET", "/v1/sources/a%20b%2F+%C3%BC/100%").map(RouteTable.Match::pathParameters));
    }

    @Test
    void a_greedy_variable_takes_the_rest() {
        assertEquals(
                Optional.of(Map.of("proxy", "x/y/z")),
                ROUTES.match("DELETE", "/x/y/z").map(RouteTable.Match::pathParameters));
    }

    @Test
    void the_default_route_takes_what_no_other_does() {
        RouteTable routes = new RouteTable(
                List.of(new Route("ANY", Route.DEFAULT, "default"), new Route("GET", "/v1/{id}", "one")));
        assertEquals("one", routes.match("GET", "/v1/a").orElseThrow().route().function());
        assertEquals(
                Route.DEFAULT,
                routes.match("HEAD", "/v1/a").orElseThrow().route().key());
    }

    @Test
    void an_empty_segment_is_no_value() {
        RouteTable one = new RouteTable(List.of(new Route("GET", "/v1/{id}", "one")));
        assertEquals(Optional.empty(), one.match("GET", "/v1/"));
        assertEquals(Optional.empty(), one.match("GET", "/v1/a/b"));
        assertEquals(Optional.empty(), one.match("POST", "/v1/a"));
    }
}
