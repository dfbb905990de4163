package app.lede.robots;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.fuzz.ProcessorTime;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RobotRulesTest {

    private static final String SITE = "https://news.example.org";

    private static RobotRules rules(String text) {
        return RobotRules.of(RobotsText.of(text));
    }

    private static boolean allows(RobotRules rules, String path) {
        return rules.allow(URI.create(SITE + path));
    }

    @ParameterizedTest
    @CsvSource({
        "/,              true",
        "/admin/,        false",
        "/admin,         true",
        "/admin/open/a,  true",
        "/a.pdf,         false",
        "/a.pdf?b=1,     true",
        "/x/y/print,     false",
        "/caf%C3%A9,     false",
        "/caf%c3%a9/b,   false",
        "/a%2Fb,         false",
        "/a/b,           true",
        "/robots.txt,    true"
    })
    void the_longest_rule_decides(String path, boolean allowed) {
        RobotRules rules = rules("""
            User-agent: *
            Disallow: /admin/
            Allow: /admin/open/
            Disallow: /*.pdf$
            Disallow: /*/print
            Disallow: /café
            Disallow: /a%2Fb
            Disallow: /robots.txt
            """);
        assertEquals(allowed, allows(rules, path));
    }

    @Test
    void rules_for_our_name_stand_in_place_of_those_for_everybody() {
        RobotRules rules = rules("""
            User-agent: *
            Disallow: /
            User-agent: otherbot
            User-agent: Lede
            Disallow: /own/
            User-agent: ledebot
            Disallow: /elsewhere/
            """);
        assertTrue(allows(rules, "/"));
        assertFalse(allows(rules, "/own/a"));
        assertTrue(allows(rules, "/elsewhere/a"));
    }

    @ParameterizedTest
    @CsvSource({"2, PT2S", "0.5, PT0.5S", "30, PT30S", "3600, PT30S", "-5, PT0S", "soon, PT0S", "99999999999999, PT0S"})
    void the_pause_asked_for_is_at_most_half_a_minute(String delay, Duration expected) {
        assertEquals(
                expected,
                rules("User-agent: *\nCrawl-delay: " + delay + "\nDisallow: /x\n")
                        .crawlDelay());
    }

    @Test
    void a_page_in_place_of_the_file_forbids_nothing() {
        assertTrue(allows(rules("<!doctype html><html><body>Disallow: /</body></html>"), "/a"));
        assertTrue(allows(rules(""), "/a"));
        assertTrue(allows(rules("\ufeff# nothing\r\rUser-agent: *\rDisallow:"), "/a"));
    }

    @Test
    void sitemaps_are_for_everybody() {
        RobotRules rules = rules("""
            Sitemap: https://news.example.org/news.xml
            User-agent: otherbot
            Disallow: /
            Sitemap: file:///etc/passwd
            Sitemap: https://cdn.example.com/map.xml.gz
            """);
        assertEquals(
                List.of("https://news.example.org/news.xml", "https://cdn.example.com/map.xml.gz"), rules.sitemaps());
    }

    @Test
    void a_rule_cut_in_the_middle_is_left_out() {
        String comments = ("#" + "x".repeat(1023) + "\n").repeat(499);
        String last = "#" + "x".repeat(1006) + "\nDisallow: /secret";
        RobotRules rules = rules("User-agent: *\n" + comments + last);
        assertTrue(allows(rules, "/se"));
        assertTrue(allows(rules, "/secret"));
    }

    @Test
    void noise_that_does_not_pack_is_not_kept() {
        byte[] noise = new byte[RobotsText.MAX_BYTES];
        new Random(1).nextBytes(noise);
        assertTrue(RobotsText.of(noise).isEmpty());
    }

    @Test
    void thousands_of_wildcards_take_seconds_at_most() {
        StringBuilder text = new StringBuilder("User-agent: *\n");
        for (int i = 0; text.length() < 600_000; i++) {
            text.append("Disallow: /*a*a*a*a*a*a*a*a*b").append(i).append("$\n");
        }
        ProcessorTime.assertAtMost(
                Duration.ofSeconds(10), () -> assertFalse(allows(rules(text.toString()), "/" + "a".repeat(8000))));
    }
}
