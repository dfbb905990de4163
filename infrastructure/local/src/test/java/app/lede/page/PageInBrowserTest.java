package app.lede.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.testkit.LongRunning;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.JSHandle;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Uses the page as people do, in a browser of this machine. Starting a stack and a browser is what takes seconds. */
@LongRunning
@ExtendWith(OpenPage.class)
class PageInBrowserTest {

    /** The rules of axe that dark colours and a narrow window can break; all others have been asked before. */
    private static final String[] OF_COLOURS_AND_SIZES = {"color-contrast", "target-size", "scrollable-region-focusable"
    };

    /** True where processor time does not matter, as in CI. */
    private static final boolean LONG = Boolean.getBoolean("long");

    /** Views with the widest contents, which a short run tries on the phone, too. */
    private static final Set<String> WIDEST = Set.of("articles", "article", "markup", "documents");

    private final OpenPage.Opened opened;
    private final PageLibrary library;
    private final String corrected;

    PageInBrowserTest(OpenPage.Opened opened) throws Exception {
        this.opened = opened;
        this.library = opened.library();
        this.corrected = library.only("q=296");
    }

    private Map<String, String> views() throws Exception {
        Map<String, String> views = new LinkedHashMap<>();
        views.put("articles", "#/articles");
        views.put("search", "#/articles?q=reservoir&lang=en");
        views.put("nothing", "#/articles?q=unheardof");
        views.put("article", "#/article/" + corrected);
        views.put("arabic", "#/article/" + library.only("lang=ar"));
        views.put("walled", "#/article/" + library.only("q=Luxembourg"));
        views.put("markup", "#/article/" + library.only("q=markup"));
        views.put("stories", "#/stories");
        views.put("sources", "#/sources");
        views.put("documents", "#/documents");
        views.put("searches", "#/searches");
        views.put("quotes", "#/quotes");
        views.put("exports", "#/exports");
        views.put("costs", "#/costs");
        return views;
    }

    @Test
    void every_view_is_accessible_keeps_to_its_policy_and_fits_a_phone() throws Exception {
        Map<String, String> views = views();
        try (Tab desk = opened.desk();
                Tab phone = opened.phone()) {
            desk.open("");
            phone.open("");
            for (Map.Entry<String, String> view : views.entrySet()) {
                String light = view.getKey() + "-desk-light";
                desk.go(view.getValue()).assertAccessible(light);
                desk.photograph(light);
                if (LONG || WIDEST.contains(view.getKey())) {
                    String dark = view.getKey() + "-phone-dark";
                    phone.go(view.getValue()).assertAccessible(dark, OF_COLOURS_AND_SIZES);
                    phone.assertNoHorizontalScroll(dark);
                    phone.photograph(dark);
                }
            }
            desk.assertFaultless("at the desk");
            phone.assertFaultless("on the phone");
        }
    }

    @Test
    void a_search_is_in_the_address_narrows_by_a_click_and_comes_back() {
        try (Tab tab = opened.desk().open("")) {
            Page page = tab.page;
            page.getByRole(AriaRole.SEARCHBOX).fill("reservoir");
            page.keyboard().press("Enter");
            tab.settle();
            assertTrue(page.url().endsWith("#/articles?q=reservoir"), page.url());
            assertThat(cards(page)).hasCount(2);
            assertThat(page.locator(".summary mark").first()).hasText("reservoir");
            assertThat(page.locator("svg.bars")).hasAttribute("aria-label", Pattern.compile("^2 articles by hour, .*"));
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Meridian Wire 1"))
                    .click();
            tab.settle();
            assertThat(cards(page)).hasCount(1);
            assertTrue(page.url().endsWith("?q=reservoir&publisher=Meridian+Wire"), page.url());
            page.goBack();
            tab.settle();
            assertThat(cards(page)).hasCount(2);
            page.reload();
            tab.settle();
            assertThat(page.getByRole(AriaRole.SEARCHBOX)).hasValue("reservoir");
            assertThat(cards(page)).hasCount(2);
            tab.assertFaultless("search");
        }
    }

    @Test
    void the_marks_of_an_article_are_the_sentences_of_its_summary() throws Exception {
        for (String article : List.of(corrected, library.only("lang=ar"))) {
            try (Tab tab = opened.desk().open("#/article/" + article)) {
                JsonNode sentences = library.get("/v1/articles/" + article).at("/summary/sentences");
                for (int i = 0; i < sentences.size(); i++) {
                    String marked = tab.page
                            .locator("#sentence-" + i)
                            .evaluate("mark => mark.lastChild.textContent")
                            .toString();
                    assertEquals(sentences.path(i).path("text").asText(), marked);
                }
                String shown = tab.page
                        .locator(".text > p")
                        .evaluateAll("all => all.map(p => [...p.childNodes].map(n => n.nodeName === 'MARK' ?"
                                + " n.lastChild.textContent : n.textContent).join('')).join('\\n"
                                + "\\n"
                                + "')")
                        .toString();
                assertEquals(library.text(article), shown);
            }
        }
    }

    @Test
    void edits_between_two_revisions_are_told_by_kind() {
        try (Tab tab = opened.desk().open("#/article/" + corrected)) {
            Locator edits = tab.page.locator(".revisions .edit .badge");
            assertThat(edits.first()).isVisible();
            assertTrue(
                    edits.allInnerTexts()
                            .containsAll(
                                    List.of("Headline", "Number", "Quotation altered", "Paragraph cut", "Correction")),
                    () -> edits.allInnerTexts().toString());
            assertThat(tab.page.locator(".revisions del").first()).isVisible();
        }
    }

    @Test
    void keys_lead_through_the_list_and_back() {
        try (Tab tab = opened.desk().open("#/articles?sort=oldest")) {
            Page page = tab.page;
            page.keyboard().press("Tab");
            assertThat(page.locator(":focus")).hasText("Skip to the content");
            page.keyboard().press("/");
            assertThat(page.getByRole(AriaRole.SEARCHBOX)).isFocused();
            page.keyboard().press("Escape");
            page.keyboard().press("j");
            page.keyboard().press("j");
            Locator second = cards(page).nth(1).locator("h2 a");
            String headline = second.innerText();
            assertThat(page.locator(":focus")).hasAttribute("href", second.getAttribute("href"));
            page.keyboard().press("Enter");
            tab.settle();
            assertThat(page.locator("h1")).hasText(headline);
            assertThat(page.locator("main")).isFocused();
            page.keyboard().press("Escape");
            tab.settle();
            assertThat(cards(page).first()).isVisible();
            page.keyboard().press("?");
            assertThat(page.getByRole(AriaRole.DIALOG)).isVisible();
            page.keyboard().press("Escape");
            page.keyboard().press("g");
            page.keyboard().press("r");
            assertThat(page.locator("h1")).hasText("Sources");
            tab.assertFaultless("keyboard");
        }
    }

    @Test
    void a_dropped_file_is_followed_to_its_article() {
        try (Tab tab = opened.desk().open("#/documents")) {
            String words = """
                Old lighthouse is lit again

                The lamp of the old lighthouse is lit again, the harbour office said.

                It had been dark for two winters. Volunteers ground the lens and paid for the wire.
                """;
            JSHandle dropped = tab.page.evaluateHandle(
                    "words => { const all = new DataTransfer(); all.items.add(new File([words], 'lighthouse ü.txt',"
                            + " {type: 'text/plain'})); return all; }",
                    words);
            tab.page.locator(".drop").dispatchEvent("drop", Map.of("dataTransfer", dropped));
            Locator row = tab.page.locator(".uploads li");
            assertThat(row.locator(".badge")).hasText("Stored");
            row.getByRole(AriaRole.LINK).click();
            tab.settle();
            assertThat(tab.page.locator("h1")).containsText("lighthouse");
            tab.assertFaultless("upload");
        }
    }

    @Test
    void a_source_is_added_paused_exported_and_removed() throws Exception {
        try (Tab tab = opened.desk().open("#/sources")) {
            Page page = tab.page;
            page.getByLabel("Feed, sitemap or site").fill("http://127.0.0.1:9/feed.xml");
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Add").setExact(true))
                    .click();
            Locator card = page.locator(".sources .card");
            assertThat(card).hasCount(1);
            card.getByText("Its past").click();
            assertThat(card.getByText("Fetch older articles")).isVisible();
            card.getByText("Pause").click();
            assertThat(card.getByText("Resume")).isVisible();
            Download opml =
                    page.waitForDownload(() -> page.getByText("Export OPML").click());
            assertTrue(Files.readString(opml.path()).contains("http://127.0.0.1:9/feed.xml"));
            card.getByText("Remove").click();
            card.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Yes"))
                    .click();
            assertThat(page.locator(".empty")).containsText("No sources yet");
            tab.assertFaultless("sources");
        }
    }

    @Test
    void an_unknown_article_is_asked_for_once() {
        try (Tab tab = opened.desk().open("#/article/unknown")) {
            assertThat(tab.page.locator("main")).containsText("there is no article unknown");
            assertEquals(1, tab.faults.size(), tab.faults::toString);
        }
    }

    @Test
    void a_subscription_tells_its_address_once_and_what_it_would_have_told() {
        try (Tab tab = opened.desk().open("#/articles?country=ES")) {
            Page page = tab.page;
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Subscribe"))
                    .click();
            page.getByLabel("Name").fill("Spain");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save"))
                    .click();
            assertThat(page.locator(".secret code").first()).containsText("/v1/feeds/");
            tab.go("#/searches");
            page.getByText("Dry run").click();
            assertThat(page.locator(".panel")).containsText("it would have told of");
            assertThat(page.locator(".panel li").first()).containsText("because country=ES");
            page.getByText("Delete").click();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Yes"))
                    .click();
            assertThat(page.locator(".empty")).containsText("None yet");
            tab.assertFaultless("subscription");
        }
    }

    @Test
    void silent_sources_are_subscribed_to_like_a_search() {
        try (Tab tab = opened.desk().open("#/searches")) {
            Page page = tab.page;
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("New"))
                    .click();
            page.getByLabel("Name").fill("Quiet");
            page.getByLabel("Tell of sources that fall silent").check();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save"))
                    .click();
            assertThat(page.locator(".secret code").first()).containsText("/v1/feeds/");
            Locator card = page.locator(".cards .card").first();
            assertThat(card).containsText("silent sources");
            assertThat(card.getByText("Dry run")).hasCount(0);
            card.getByText("Delete").click();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Yes"))
                    .click();
            assertThat(page.locator(".empty")).containsText("None yet");
            tab.assertFaultless("silent sources");
        }
    }

    @Test
    void an_export_is_asked_for_followed_and_its_files_are_shown_until_it_is_deleted() {
        try (Tab tab = opened.desk().open("#/exports?country=ES")) {
            Page page = tab.page;
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Export").setExact(true))
                    .click();
            Locator card = page.locator(".cards .card").first();
            assertThat(card.locator(".badge").first())
                    .hasText("complete", new LocatorAssertions.HasTextOptions().setTimeout(60_000));
            card.getByText("Show the files").click();
            assertThat(card.getByText("Manifest")).isVisible();
            tab.assertAccessible("export-files");
            card.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Delete"))
                    .click();
            card.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Yes"))
                    .click();
            assertThat(card.locator(".badge").first()).hasText("cancelled");
            tab.assertFaultless("export");
        }
    }

    @Test
    void passages_that_were_copied_are_marked_on_request() throws Exception {
        try (Tab tab = opened.desk().open("#/article/" + library.only("q=reservoir&publisher=Meridian%20Wire"))) {
            Page page = tab.page;
            assertThat(page.locator("#copies + ol li")).hasCount(2);
            assertThat(page.locator(".copied")).hasCount(0);
            page.getByLabel("Mark what was copied").check();
            assertThat(page.locator(".copied").first()).containsText("The upper reservoir stood at 41.2 metres");
            tab.assertFaultless("copies");
        }
    }

    @Test
    void a_quote_is_checked_and_leads_to_its_place() {
        try (Tab tab = opened.desk().open("#/quotes")) {
            Page page = tab.page;
            page.getByLabel("Quotes")
                    .fill("Two trains of twelve carriages each will leave every evening\n\n"
                            + "Nobody ever said these words of anything");
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Check").setExact(true))
                    .click();
            assertThat(page.locator(".card .badge").first()).hasText("Changed");
            assertThat(page.locator(".card .badge").nth(1)).hasText("Not there");
            assertThat(page.locator(".card del").first()).hasText("twelve");
            assertThat(page.locator(".card ins").first()).hasText("eleven");
            page.locator(".card .foot a").first().click();
            tab.settle();
            assertThat(page.locator("mark.quote").first()).containsText("eleven carriages");
            tab.assertFaultless("quotes");
        }
    }

    private static Locator cards(Page page) {
        return page.locator(".results .card");
    }
}
