package app.lede.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.document.Outcome;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A page that is wrong in some field is an article all the same, or has an outcome that says why not. */
class PoisonedPageTest extends FetchScenario {

    /** Every wrong value in a long run, each fourth otherwise. */
    private static final int EVERY = Boolean.getBoolean("long") ? 1 : 4;

    private static final String PAGE = "https://news.example.org/bridge";

    static Stream<String> heads() {
        String[] wrong = {
            "\u0000",
            "\uD800",
            "x".repeat(300_000),
            "%",
            "%zz",
            "https://[",
            "https://a:b:c/",
            "//",
            "?",
            "#",
            "http:",
            "9999999-99-99T99:99:99Z",
            "0000-00-00",
            "+999999999-12-31T23:59:59Z",
            "-1",
            "2026-02-30",
            "&#0;",
            "{",
            "}",
            "[[[[",
            "\\",
            "\"",
            "\u202E\u2066",
            "\uFFFF",
            "null",
            "https://news.example.org/" + "a".repeat(9_000)
        };
        return IntStream.iterate(0, i -> i < wrong.length, i -> i + EVERY)
                .mapToObj(i -> wrong[i])
                .flatMap(value -> {
                    String quoted = value.replace("\"", "&quot;");
                    String json = value.replace("\\", "\\\\").replace("\"", "\\\"");
                    return Stream.of(
                            "<link rel=canonical href=\"" + quoted + "\">",
                            "<meta property='og:url' content=\"" + quoted + "\">",
                            Stream.of(
                                            "article:published_time",
                                            "article:modified_time",
                                            "og:title",
                                            "og:image",
                                            "author",
                                            "article:author",
                                            "article:section",
                                            "article:tag",
                                            "description",
                                            "og:site_name",
                                            "og:locale",
                                            "keywords",
                                            "robots",
                                            "tdm-reservation")
                                    .map(name -> "<meta property='" + name + "' name='" + name + "' content=\"" + quoted
                                            + "\">")
                                    .reduce("", String::concat),
                            "<html lang=\"" + quoted + "\"><base href=\"" + quoted + "\">",
                            "<meta http-equiv=refresh content=\"0;url=" + quoted + "\">",
                            "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"" + json
                                    + "\",\"url\":\"" + json + "\",\"mainEntityOfPage\":{\"@id\":\"" + json
                                    + "\"},\"datePublished\":\"" + json + "\",\"dateModified\":\"" + json
                                    + "\",\"author\":[{\"name\":\"" + json + "\"},[],null,7],\"image\":[\"" + json
                                    + "\",{\"url\":7}],\"publisher\":{\"name\":{\"x\":\"" + json
                                    + "\"}},\"keywords\":[7,\""
                                    + json
                                    + "\"],\"inLanguage\":\"" + json + "\",\"articleSection\":[\"" + json
                                    + "\"]}</script>");
                });
    }

    @ParameterizedTest
    @MethodSource("heads")
    void a_wrong_field_does_not_break_the_page(String head) {
        documents.upload("inbox/x.html", page(head, story(1)).getBytes(StandardCharsets.UTF_8), "text/html");
        web.page(PAGE, page(head, story(1)));
        poll("https://news.example.org/feed", item(PAGE, "Bridge", ""));
        pass(Duration.ofDays(4));
        assertEquals(2, parses() + log.newest(null, 10).size());
        assertTrue(log.newest(null, 10).stream().noneMatch(record -> record.outcome() == Outcome.FAILED));
    }
}
