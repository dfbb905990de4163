package app.lede.robots;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RobotsStatementsTest {

    private static final String HOST = "https://news.example";

    private static List<String> on(String robots, String path) {
        return RobotsStatements.of(robots).on(URI.create(HOST + path), Instant.EPOCH).stream()
                .map(one -> one.signal().label() + " " + one.value())
                .toList();
    }

    @Test
    void statements_of_the_group_for_everyone_apply() {
        String robots = """
            # Terms
            User-agent: OtherBot
            Content-Signal: ai-train=yes
            User-agent: *
            Content-signal : search=yes, ai-train=no   # for all
            Allow: /
            """;
        assertEquals(List.of("content-signal search=yes, ai-train=no"), on(robots, "/a"));
    }

    @Test
    void a_group_of_our_own_name_replaces_the_one_for_everyone() {
        String robots = """
            User-agent: *
            Content-Signal: ai-input=no
            User-agent: OtherBot
            User-agent: Lede/1.0
            Content-Signal: ai-input=yes
            Disallow: /x
            User-agent: Ledeker
            Content-Signal: ai-input=no
            """;
        assertEquals(List.of("content-signal ai-input=yes"), on(robots, "/a"));
    }

    @Test
    void the_usage_of_the_longest_path_applies() {
        String robots = """
            User-agent: *
            Content-Usage: train-ai=n
            Content-Usage: /open/ train-ai=y
            Content-Usage: /open/*.pdf train-ai=n, search=n
            Allow: /
            """;
        assertEquals(List.of("content-usage train-ai=n"), on(robots, "/news"));
        assertEquals(List.of("content-usage train-ai=y"), on(robots, "/open/1"));
        assertEquals(List.of("content-usage train-ai=n, search=n"), on(robots, "/open/1.pdf"));
    }

    @Test
    void licences_are_global_before_groups_and_after_a_blank_line_and_else_of_their_group() {
        String robots = """
            License: https://news.example/rsl.xml
            User-agent: OtherBot
            License: https://news.example/other.xml
            User-agent: *
            License: https://news.example/all.xml
            License: /relative.xml
            User-agent: ThirdBot
            Disallow: /

            License: https://collective.example/end.xml
            """;
        assertEquals(
                List.of(
                        "https://news.example/rsl.xml",
                        "https://collective.example/end.xml",
                        "https://news.example/all.xml"),
                RobotsStatements.of(robots).licences());
    }

    @Test
    void a_file_without_statements_has_none() {
        assertEquals(List.of(), on("User-agent: *\nDisallow: /x\nContent-Signal:\nnoise", "/"));
        assertEquals(List.of(), on("", "/"));
    }
}
