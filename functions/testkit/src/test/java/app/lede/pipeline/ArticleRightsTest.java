package app.lede.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.article.Access;
import app.lede.article.Provenance;
import app.lede.fetch.FetchOutcome;
import app.lede.fetch.HttpHeaders;
import app.lede.fetch.HttpMeta;
import app.lede.rights.Evidence;
import app.lede.rights.Rights;
import app.lede.rights.Signal;
import app.lede.rights.Use;
import app.lede.rights.Verdict;
import app.lede.testkit.InMemoryRobots;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Statements on usage rights, from every place where a publisher makes them to the article. */
class ArticleRightsTest extends FetchScenario {

    private static final String HOST = "https://news.example.org";
    private static final String FEED = HOST + "/feed";
    private static final String PAGE = HOST + "/bridge";
    private static final String SECOND = HOST + "/harbour";
    private static final String LICENCE = HOST + "/terms.xml";

    ArticleRightsTest() {
        rights = RightsFiles.in(new InMemoryRobots());
    }

    private Rights rights(String url) {
        return article(url).orElseThrow().rights();
    }

    private List<String> places(String url) {
        return rights(url).evidence().stream().map(Evidence::where).toList();
    }

    private static String rsl(String terms) {
        return "<rsl xmlns='https://rslstandard.org/rsl'><content url='/'><license>" + terms
                + "</license></content></rsl>";
    }

    @Test
    void robots_txt_rules_on_the_pages_of_its_host() {
        web.page(HOST + "/robots.txt", "User-agent: *\nContent-Signal: ai-input=no, search=yes\nAllow: /\n")
                .page(PAGE, page("", story(1)));
        poll(FEED, item(PAGE, "Bridge open", ""));
        assertEquals(
                Map.of(Use.AI_INPUT, Verdict.DENIED, Use.SEARCH, Verdict.ALLOWED),
                rights(PAGE).verdicts());
        assertEquals(List.of("robots.txt"), places(PAGE));
    }

    @Test
    void headers_and_the_page_rule_on_the_page() {
        byte[] body = page("<meta name=robots content=nosnippet>", story(1)).getBytes(StandardCharsets.UTF_8);
        HttpHeaders headers = new HttpHeaders(List.of(
                Map.entry("Content-Usage", "train-ai=n"),
                Map.entry("X-Robots-Tag", "otherbot: noindex"),
                Map.entry("TDM-Reservation", "1")));
        URI url = URI.create(PAGE);
        web.answer(PAGE, new FetchOutcome.Fetched(url, url, List.of(), body, HttpMeta.of(200, headers, now)));
        poll(FEED, item(PAGE, "Bridge open", ""));
        assertEquals(
                Map.of(Use.AI_INPUT, Verdict.DENIED, Use.AI_TRAIN, Verdict.DENIED, Use.SUMMARY, Verdict.DENIED),
                rights(PAGE).verdicts());
        assertEquals(List.of("header", "header", "page"), places(PAGE));
    }

    @Test
    void the_files_of_a_host_are_asked_for_once_a_day() {
        web.page(HOST + "/robots.txt", "License: " + LICENCE + "\n")
                .page(LICENCE, rsl("<prohibits type='usage'>ai-train</prohibits>"))
                .page(HOST + "/.well-known/tdmrep.json", "[{\"location\":\"/bridge\",\"tdm-reservation\":1}]")
                .page(PAGE, page("", story(1)))
                .page(SECOND, page("", story(2)));
        poll(FEED, item(PAGE, "Bridge open", ""), item(SECOND, "Harbour open", ""));
        assertEquals(Verdict.DENIED, rights(PAGE).on(Use.AI_INPUT));
        assertEquals(Verdict.ALLOWED, rights(SECOND).on(Use.AI_INPUT));
        assertEquals(Verdict.DENIED, rights(SECOND).on(Use.AI_TRAIN));
        assertEquals(List.of(HOST + "/.well-known/tdmrep.json", LICENCE), places(PAGE));
        assertEquals(1, asked(LICENCE));
        assertEquals(1, asked(HOST + "/.well-known/tdmrep.json"));
        now = now.plus(Duration.ofHours(25));
        web.page(PAGE + "2", page("", story(3)));
        poll(FEED, item(PAGE + "2", "Bridge again", ""));
        assertEquals(2, asked(LICENCE));
        assertEquals(2, asked(HOST + "/.well-known/tdmrep.json"));
    }

    @Test
    void a_host_without_files_is_asked_once_and_its_pages_are_had() {
        web.page(PAGE, page("", story(1))).page(SECOND, page("", story(2)));
        poll(FEED, item(PAGE, "Bridge open", ""), item(SECOND, "Harbour open", ""));
        assertEquals(Rights.UNKNOWN, rights(SECOND));
        assertEquals(1, asked(HOST + "/.well-known/tdmrep.json"));
    }

    @Test
    void a_licence_that_a_page_names_is_read_before_the_next_page() {
        String link = "<link rel=license type='application/rsl+xml' href='/terms.xml'>";
        web.page(LICENCE, rsl("<permits type='usage'>search</permits>"))
                .page(PAGE, page(link, story(1)))
                .page(SECOND, page(link, story(2)));
        poll(FEED, item(PAGE, "Bridge open", ""), item(SECOND, "Harbour open", ""));
        assertEquals(Verdict.UNKNOWN, rights(PAGE).on(Use.AI_TRAIN));
        assertEquals(List.of(LICENCE), places(PAGE));
        assertEquals(Verdict.DENIED, rights(SECOND).on(Use.AI_TRAIN));
        assertEquals(1, asked(LICENCE));
    }

    @Test
    void a_licence_in_the_page_or_in_the_feed_s_item_needs_no_request() {
        String script = "<script type='application/rsl+xml'>" + rsl("<prohibits>ai-input</prohibits>") + "</script>";
        web.page(PAGE, page(script, story(1))).page(SECOND, page("", story(2)));
        String licence = "<rsl:content xmlns:rsl='https://rslstandard.org/rsl' url='/'><rsl:license><rsl:permits"
                + " type='usage'>all</rsl:permits><rsl:payment type='purchase'/></rsl:license></rsl:content>";
        poll(
                FEED,
                item(PAGE, "Bridge open", ""),
                item(SECOND, "Harbour open", "").replace("</item>", licence + "</item>"));
        assertEquals(Verdict.DENIED, rights(PAGE).on(Use.AI_INPUT));
        assertEquals(List.of("page"), places(PAGE));
        assertEquals(Verdict.PRICED, rights(SECOND).on(Use.SEARCH));
        assertEquals(List.of("feed"), places(SECOND));
    }

    @Test
    void a_page_at_a_price_is_not_paid_for_and_the_feed_s_words_say_so() {
        web.answer(PAGE, new FetchOutcome.Refused(URI.create(PAGE), 402, "status 402, crawler-price USD 0.01"))
                .page(HOST + "/robots.txt", "User-agent: *\nContent-Signal: ai-train=no\n");
        poll(FEED, item(PAGE, "Bridge open", "<p>" + SENTENCE.repeat(3) + "</p>"));
        Provenance provenance = article(PAGE).orElseThrow().provenance();
        assertEquals(Access.PRICED, provenance.access());
        assertEquals("status 402, crawler-price USD 0.01", provenance.accessReason());
        assertEquals(Verdict.DENIED, provenance.rights().on(Use.AI_TRAIN));
        assertTrue(
                rights(PAGE).evidence().stream()
                        .anyMatch(one -> one.signal() == Signal.PAYMENT
                                && one.value().equals("status 402, crawler-price USD 0.01")),
                () -> rights(PAGE).evidence().toString());
    }

    @Test
    void a_licence_in_the_page_that_is_not_understood_is_evidence_and_rules_on_nothing() {
        web.page(PAGE, page("<script type='application/rsl+xml'>&lt;rsl no licence at all</script>", story(1)));
        poll(FEED, item(PAGE, "Bridge open", ""));
        assertEquals(Map.of(), rights(PAGE).verdicts());
        assertEquals(List.of("page"), places(PAGE));
    }

    @Test
    void a_bot_check_in_place_of_the_page_is_told_with_the_feed_s_words() {
        web.page(
                PAGE,
                "<title>Just a moment</title><h1>Checking your browser</h1>"
                        + "<p>Please verify you are human. Enable JavaScript and cookies to continue.</p>");
        poll(FEED, item(PAGE, "Bridge open", "<p>" + SENTENCE.repeat(8) + "</p>"));
        Provenance provenance = article(PAGE).orElseThrow().provenance();
        assertEquals(Access.CHALLENGED, provenance.access());
        assertTrue(String.valueOf(provenance.accessReason()).contains("bot check"));
    }

    private long asked(String url) {
        return web.urls().stream().filter(url::equals).count();
    }
}
