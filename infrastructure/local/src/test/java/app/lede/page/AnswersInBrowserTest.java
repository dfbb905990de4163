package app.lede.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.testkit.LongRunning;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route.FulfillOptions;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Shows answers that a small library does not give by itself: a story of many voices, a chain of copies, a model's costs. */
@LongRunning
@ExtendWith(OpenPage.class)
class AnswersInBrowserTest {

    private static final String STORY = """
        {"id":"s","headline":"Night trains return","firstSeen":"2026-01-02T03:04:05.000Z","latest":"2026-01-03T03:04:05.000Z",
         "reports":3,"voices":2,"publishers":["courier.example","meridianwire.example"],"languages":["en","ar"],
         "keyPoints":[{"text":"Trains run from March.","articleId":"a","start":4,"end":26}],
         "timeline":[
          {"articleId":"a","at":"2026-01-02T03:04:05.000Z","voice":1,"publisher":"courier.example","headline":"Night trains return"},
          {"articleId":"b","at":"2026-01-02T05:04:05.000Z","voice":1,"publisher":"copyist.example","copyOf":"a","similarity":0.91,"headline":"Night trains return again"},
          {"articleId":"c","at":"2026-01-03T03:04:05.000Z","voice":2,"credit":"Reuters","url":"https://www.other.example/x","reasons":["Lisbon","312"]}]}
        """;

    private static final String COSTS = """
        {"month":"2026-11","currency":"USD","state":"exhausted","model":"a.model","budget":20,"spent":19.9,"forecast":20,"articles":1200,
         "centsPerArticle":1.6583,"sources":[{"sourceId":"abc","spent":12.5,"articles":700},{"spent":7.4,"articles":500,"centsPerArticle":1.48}]}
        """;

    private final OpenPage.Opened opened;

    AnswersInBrowserTest(OpenPage.Opened opened) {
        this.opened = opened;
    }

    @Test
    void a_story_tells_independent_voices_from_copies_and_why_a_report_belongs_to_it() {
        try (Tab tab = opened.desk()) {
            answer(tab, "**/v1/stories/s", STORY);
            Page page = tab.open("#/story/s").page;
            assertThat(page.locator(".head .meta")).containsText("2 voices");
            List<String> reports = page.locator(".timeline > li").allInnerTexts();
            assertTrue(reports.get(1).contains("Copied from courier.example, 91 % in common"), reports::toString);
            assertTrue(reports.get(2).contains("other.example"), reports::toString);
            assertTrue(reports.get(2).contains("credits Reuters"), reports::toString);
            assertTrue(reports.get(2).contains("In common with earlier ones: Lisbon, 312"), reports::toString);
            assertThat(page.locator(".points a")).hasAttribute("href", "#/article/a?at=4-26");
            tab.assertAccessible("story");
            tab.photograph("story-desk-light");
            tab.assertFaultless("story");
        }
    }

    @Test
    void costs_say_what_is_spent_on_what_and_what_helps_at_the_end_of_the_budget() {
        try (Tab tab = opened.desk()) {
            answer(tab, "**/v1/costs", COSTS);
            Page page = tab.open("#/costs").page;
            assertThat(page.locator(".sum")).hasText("$19.90 of $20.00");
            assertThat(page.locator(".panel")).containsText("Raise the parameter");
            assertThat(page.locator(".rows tbody tr")).hasCount(2);
            assertThat(page.locator(".rows tbody tr").nth(1))
                    .containsText(Pattern.compile("Uploads.*\\$7\\.40.*1\\.5 ¢ each", Pattern.DOTALL));
            tab.assertAccessible("costs");
            tab.assertFaultless("costs");
        }
    }

    private static void answer(Tab tab, String address, String json) {
        tab.page.route(
                address,
                route -> route.fulfill(new FulfillOptions()
                        .setStatus(200)
                        .setContentType("application/json")
                        .setBody(json)));
    }
}
