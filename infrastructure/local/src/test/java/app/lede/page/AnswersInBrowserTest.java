package app.lede.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.testkit.LongRunning;
import com.microsoft.playwright.Locator;
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

    private static final String SOURCES = """
        {"items":[{"id":"s","url":"https://news.example/feed","name":"Silent <b>news</b>","state":"active","intervalMinutes":60,
          "addedAt":"2026-01-02T03:04:05.000Z","nextPollAt":"2026-03-02T03:04:05.000Z","alert":"silent","health":{"state":"ok"},
          "rhythm":{"since":"2026-02-02T03:04:05.000Z","silentFrom":"2026-02-03T03:04:05.000Z"},
          "silence":{"since":"2026-02-02T03:04:05.000Z","at":"2026-02-03T04:00:00.000Z","reason":"unchanged","detail":"polled every 60 min without a fault"}}]}
        """;
    private static final String RUNS = """
        {"items":[{"id":"r","from":"2026-01-01T00:00:00.000Z","to":"2026-02-01T00:00:00.000Z","promote":true,"perMinute":300,
          "created":"2026-02-02T00:00:00.000Z","complete":true,"examined":1200,"changed":12,"promoted":11,"fields":{"headline":9,"outcome:empty":3},
          "examples":[{"article":"a","field":"headline","before":"Ferry <i>sails</i>","after":"Ferry sails"},{"article":"b","field":"author","after":"Ada"}]}]}
        """;
    private static final String REVISIONS = """
        {"items":[{"revision":"one","firstSeen":"2026-01-01T00:00:00.000Z","current":false},{"revision":"two","firstSeen":"2026-01-02T00:00:00.000Z","current":true}],
         "before":{"revision":"one","textFrom":"page","rights":{"search":"allowed","summary":"unknown","ai-input":"unknown","ai-train":"allowed"},
          "evidence":[{"signal":"content-usage","where":"robots.txt","value":"train-ai=y","at":"2026-01-01T00:00:00.000Z"}]},
         "after":{"revision":"two","textFrom":"page","rights":{"search":"allowed","summary":"unknown","ai-input":"unknown","ai-train":"denied"},
          "evidence":[{"signal":"content-usage","where":"robots.txt","value":"train-ai=n","at":"2026-01-02T00:00:00.000Z"}]},"edits":[],"omitted":0}
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

    @Test
    void a_silent_source_says_since_when_and_why() {
        try (Tab tab = opened.desk()) {
            answer(tab, "**/v1/sources?**", SOURCES);
            Page page = tab.open("#/sources").page;
            assertThat(page.locator(".sources .badge").nth(1)).hasText("silent");
            assertThat(page.locator(".warn-text"))
                    .containsText("it answers that nothing has changed, polled every 60 min without a fault");
            tab.assertAccessible("silence");
            tab.photograph("silence-desk-light");
            tab.assertFaultless("silence");
        }
    }

    @Test
    void a_run_of_reprocessing_says_what_changes_with_examples() {
        try (Tab tab = opened.desk()) {
            answer(tab, "**/v1/reprocessings", RUNS);
            Page page = tab.open("#/exports").page;
            Locator run = page.locator("section .card");
            assertThat(run).containsText("1,200 examined, 12 change, 11 sent to be stored");
            run.locator("summary").click();
            assertThat(run.locator("del")).hasText("Ferry <i>sails</i>");
            assertThat(run.locator("li").nth(1)).containsText("absent → Ada");
            tab.assertAccessible("reprocessing");
            tab.assertFaultless("reprocessing");
        }
    }

    @Test
    void a_change_of_rights_is_explained_by_what_the_publisher_says_since() throws Exception {
        try (Tab tab = opened.desk()) {
            answer(tab, "**/revisions", REVISIONS);
            Page page = tab.open("#/article/" + opened.library().only("q=296")).page;
            Locator change = page.locator(".revisions .panel");
            assertThat(change).containsText("Training (exporting it to train a model): allowed → denied");
            assertThat(change.locator("code")).hasText(new String[] {"train-ai=n", "train-ai=y"});
            tab.assertAccessible("rights-change");
            tab.assertFaultless("rights-change");
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
