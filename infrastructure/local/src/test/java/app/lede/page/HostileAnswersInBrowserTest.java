package app.lede.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.testkit.LongRunning;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Shows what publishers could write at worst, and what an API could answer at worst; the page itself is the real one. */
@LongRunning
@ExtendWith(OpenPage.class)
class HostileAnswersInBrowserTest {

    private static final String HOSTILE = """
        {"id":"a'b","arrival":"2026-01-02T03:04:05.000Z","headline":"<img src=x onerror=hacked=1>\u202e gnp.exe",
         "url":"javascript:hacked=1","publisher":"<script>hacked=1</script>","inLanguage":"\\"><b>","access":"<i>new</i>",
         "author":["<svg onload=hacked=1>"],"keywords":["<b>k</b>"],"countries":["<u>","ZZ"],"tags":["a,b"],"usageInfo":"data:text/html,<script>hacked=1</script>",
         "mentions":[{"type":"bloc","name":"<s>","count":1,"spans":[{"start":-5,"end":99999},{"start":9,"end":3}]}],
         "rights":{"ai-train":"denied","evidence":[{"signal":"<em>","where":"x","value":"<script>hacked=1</script>"}]},
         "summary":{"method":"extractive","sentences":[{"text":"<script>hacked=1</script>","start":5,"end":4000000},{"text":"b","start":2,"end":8}]}}
        """;

    private static final String TEXT =
            "<script>hacked=1</script> \ud83d\ude00 words.\n\n\n\n<img src=x onerror=hacked=1>";

    private final OpenPage.Opened opened;

    HostileAnswersInBrowserTest(OpenPage.Opened opened) {
        this.opened = opened;
    }

    @Test
    void markup_in_words_stays_words_and_only_http_becomes_a_link() {
        try (Tab tab = opened.desk()) {
            answer(tab, route -> {
                String path = URI.create(route.request().url()).getPath();
                if (path.endsWith("/text")) {
                    fulfil(route, 200, "text/plain", TEXT);
                } else if (path.endsWith("/counts")) {
                    fulfil(
                            route,
                            200,
                            "application/json",
                            "{\"by\":\"x\",\"articles\":1,\"complete\":true,\"counts\":[{\"value\":\"<b>x\",\"count\":1}]}");
                } else if (path.contains("/articles/a")) {
                    fulfil(route, 200, "application/json", path.endsWith("/revisions") ? "{\"items\":[]}" : HOSTILE);
                } else {
                    fulfil(route, 200, "application/json", "{\"items\":[" + HOSTILE + "]}");
                }
            });
            for (String view : List.of("#/articles", "#/article/a'b")) {
                tab.open(view);
                Page page = tab.page;
                assertThat(page.locator("h1, h2")
                                .filter(new Locator.FilterOptions().setHasText("onerror"))
                                .first())
                        .isVisible();
                assertEquals(false, page.evaluate("() => 'hacked' in window"));
                assertEquals(
                        0,
                        page.locator("main img, main script, main b > img, main u, main em")
                                .count(),
                        view);
                assertEquals(
                        List.of(),
                        page.evaluate("() => [...document.querySelectorAll('a')].map(a => a.href).filter(h =>"
                                + " !/^https?:/.test(h))"));
                tab.assertFaultless(view);
            }
        }
    }

    @Test
    void each_refusal_says_what_helps() {
        assertHelp(403, "{\"message\":\"Forbidden\"}", "proxy");
        assertHelp(401, "{\"message\":\"Unauthorized\"}", "token");
        assertHelp(429, "{\"message\":\"Too Many Requests\"}", "Wait");
        assertHelp(
                503,
                "{\"title\":\"x\",\"status\":503,\"detail\":\"this stack has no index\"}",
                "this stack has no index");
        assertHelp(
                400,
                "{\"title\":\"Bad request\",\"status\":400,\"errors\":[{\"parameter\":\"q\",\"detail\":\"a quotation"
                        + " mark is missing\"}]}",
                "a quotation mark is missing");
        assertHelp(502, "<html>gateway</html>", "Try again");
        assertHelp(0, "", "must be running");
    }

    private void assertHelp(int status, String body, String words) {
        try (Tab tab = opened.desk()) {
            answer(tab, route -> {
                if (status == 0) {
                    route.abort();
                } else {
                    fulfil(route, status, "application/json", body);
                }
            });
            tab.open("#/articles");
            String shown = tab.page.getByRole(AriaRole.ALERT).first().innerText();
            assertTrue(shown.contains(words), shown);
            assertFalse(tab.faults.stream().anyMatch(fault -> fault.contains("CSP")), tab.faults::toString);
        }
    }

    private static void answer(Tab tab, Consumer<Route> api) {
        tab.page.route("**/v1/**", api);
    }

    private static void fulfil(Route route, int status, String type, String body) {
        route.fulfill(
                new FulfillOptions().setStatus(status).setContentType(type).setBody(body));
    }
}
