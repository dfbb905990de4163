package app.lede.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CanonicalUrlTest {

    static Stream<String> urls() {
        return Vectors.lines("canonical-urls.tsv").stream();
    }

    static Stream<String> declarations() {
        return Vectors.lines("declared-canonicals.tsv").stream();
    }

    @ParameterizedTest
    @MethodSource("urls")
    void a_url_has_the_canonical_form_of_the_table(String line) {
        String[] columns = line.split("\t", -1);
        assertEquals(
                columns[1], CanonicalUrl.of(columns[0]).map(CanonicalUrl::value).orElse("-"));
    }

    @ParameterizedTest
    @MethodSource("urls")
    void a_canonical_url_is_its_own_canonical_form(String line) {
        Optional<CanonicalUrl> url = CanonicalUrl.of(line.split("\t", -1)[0]);
        assertEquals(url, url.flatMap(u -> CanonicalUrl.of(u.value())));
    }

    @ParameterizedTest
    @MethodSource("declarations")
    void a_declared_canonical_is_believed_as_the_table_says(String line) {
        String[] columns = line.split("\t", -1);
        CanonicalUrl page = CanonicalUrl.of(columns[0]).orElseThrow();
        assertEquals(
                columns[2],
                CanonicalUrl.declared(columns[1], page).map(CanonicalUrl::value).orElse("-"));
    }

    @Test
    void surrounding_space_and_line_breaks_inside_are_not_part_of_a_url() {
        assertEquals("https://example.com/ab", canonical(" \r\n\thttps://example.com/a\n\tb \n"));
    }

    @Test
    void a_url_longer_than_servers_take_has_no_canonical_form() {
        assertTrue(CanonicalUrl.of("https://example.com/" + "a".repeat(WebUrl.MAX_LENGTH))
                .isEmpty());
    }

    @Test
    void a_lone_surrogate_does_not_break_anything() {
        assertEquals("https://example.com/?x=%3F", canonical("https://example.com/?x=\ud800"));
    }

    @Test
    void the_key_is_the_sha_256_of_the_value() {
        assertEquals(
                "0f115db062b7c0dd030b16878c99dea5c354b49dc37b38eb8846179c7783e9d7",
                CanonicalUrl.of("https://EXAMPLE.com").orElseThrow().sha256());
    }

    @Test
    void the_host_is_the_name_without_port_or_brackets() {
        assertEquals(
                "example.com",
                CanonicalUrl.of("https://Example.com.:8443/a").orElseThrow().host());
        assertEquals(
                "2606:4700:4700:0:0:0:0:1111",
                CanonicalUrl.of("http://[2606:4700:4700::1111]/").orElseThrow().host());
    }

    private static String canonical(String url) {
        return CanonicalUrl.of(url).map(CanonicalUrl::value).orElse("-");
    }
}
