package app.lede.rights;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RslDocumentTest {

    private static final String PAGE = "https://news.example/politics/harbour?page=2";

    private static String document(String contents) {
        return "<?xml version='1.0'?><rsl xmlns='https://rslstandard.org/rsl'>" + contents + "</rsl>";
    }

    private static String content(String url, String terms) {
        return "<content url='" + url + "'><license>" + terms + "</license></content>";
    }

    private static String terms(String xml) {
        return RslDocument.licence(xml, PAGE).orElse("none");
    }

    @Test
    void terms_are_read_with_their_types() {
        assertEquals("prohibits ai-train; permits ai-input search; payment crawl", terms(document(content("/", """
            <permits type="usage">search, ai-input</permits>
            <prohibits type="usage">AI-Train</prohibits>
            <payment type="crawl"><amount currency="USD">0.01</amount></payment>
            <legal type="warranty">ownership</legal>\
            """))));
    }

    @Test
    void a_prohibition_of_an_unknown_usage_allows_nothing_and_denies_nothing() {
        List<RslLicence> licences =
                RslLicence.read(terms(document(content("/", "<prohibits type='usage'>ai-everything</prohibits>"))));
        for (Use use : Use.values()) {
            assertEquals(Verdict.UNKNOWN, RslLicence.verdict(licences, use), use.label());
        }
    }

    @Test
    void prefixes_change_nothing() {
        assertEquals("prohibits ai-all", terms("""
            <r:rsl xmlns:r="https://rslstandard.org/rsl"><r:content url="/"><r:license>
            <r:prohibits type="usage">ai-all</r:prohibits></r:license></r:content></r:rsl>\
            """));
    }

    @Test
    void elements_of_other_vocabularies_are_none() {
        assertEquals(
                "none", terms("<feed><content url='/'><license><permits>all</permits></license></content></feed>"));
    }

    @Test
    void a_payment_without_type_is_free_and_a_server_needs_a_token() {
        assertEquals(
                "permits all; payment free",
                terms(document(content("/", "<permits type='usage'>all</permits><payment/>"))));
        assertEquals(
                "token; permits all",
                terms(document("<content url='/' server='https://olp.example/'><license>"
                        + "<permits type='usage'>all</permits></license></content>")));
        assertEquals("token", terms(document("<content url='/' server='https://olp.example/'/>")));
    }

    @Test
    void licences_are_alternatives_and_users_and_places_limit_them() {
        assertEquals(
                "permits search; limited geo | permits ai-train; payment purchase",
                terms(document("<content url='/'><license><permits type='usage'>search</permits><permits"
                        + " type='geo'>EU</permits></license><license><permits"
                        + " type='usage'>ai-train</permits><payment"
                        + " type='purchase'/></license></content>")));
    }

    @ParameterizedTest
    @CsvSource({
        "/, 1",
        "/politics/, 1",
        "/politics/harbour?page=2$, 1",
        "/politics/harbour$, 0",
        "/pol*our, 1",
        "*page=2, 1",
        "/sport/, 0",
        "https://news.example/, 1",
        "https://NEWS.example/politics/*, 1",
        "https://news.example, 1",
        "https://other.example/, 0",
        "'', 1"
    })
    void a_pattern_is_a_path_of_robots_txt_or_an_address(String url, int matches) {
        assertEquals(
                matches == 1,
                !terms(document(content(url, "<prohibits>all</prohibits>"))).equals("none"));
    }

    @Test
    void the_most_specific_pattern_wins_whatever_its_place() {
        String wide = content("/", "<prohibits>all</prohibits>");
        String narrow = content("/politics/", "<permits>all</permits>");
        assertEquals("permits all", terms(document(wide + narrow)));
        assertEquals("permits all", terms(document(narrow + wide)));
        assertEquals("prohibits all", terms(document(narrow.replace("politics", "sport") + wide)));
    }

    @Test
    void what_is_no_document_says_nothing() {
        assertEquals("none", terms(""));
        assertEquals("none", terms("<html><body>Not found"));
        assertEquals("none", terms("<rsl".repeat(3_000)));
    }
}
