package app.lede.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A tab of the browser that keeps what went wrong in it: errors of scripts, and violations of the page's policy. */
final class Tab implements AutoCloseable {

    private static final String VIOLATIONS =
            "addEventListener('securitypolicyviolation', e => console.error('CSP: ' + e.violatedDirective + ' ' +"
                    + " e.blockedURI))";

    /** Faults of the two levels that keep somebody from using the page. */
    private static final String SERIOUS = """
        async only => {
          const found = await axe.run(document, only.length ? {runOnly: only} : {});
          return found.violations.filter(each => ['serious', 'critical'].includes(each.impact))
            .map(each => each.id + ': ' + each.nodes.slice(0, 3).map(node => node.html).join(' | '));
        }
        """;

    private static final String AXE = axe();

    private final URI api;
    final Page page;
    final List<String> faults = new ArrayList<>();

    /** Opens a tab in a window whose cache it shares with the tabs before it. */
    Tab(BrowserContext window, URI api) {
        this.api = api;
        this.page = window.newPage();
        page.addInitScript(VIOLATIONS);
        page.setDefaultTimeout((double) OpenPage.PATIENCE.toMillis());
        page.onPageError(faults::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                faults.add(message.text());
            }
        });
    }

    /** Opens a view and waits until nothing in it is on its way. */
    Tab open(String fragment) {
        page.navigate(api.resolve("/").toString() + fragment);
        settle();
        return this;
    }

    /** Moves to another view of the open page. */
    Tab go(String fragment) {
        page.evaluate(
                "to => location.hash === to || new Promise(done => { addEventListener('hashchange', done, {once:"
                        + " true}); location.hash = to; })",
                fragment);
        settle();
        return this;
    }

    void settle() {
        page.evaluate("() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))");
        page.waitForFunction("() => document.querySelector('main') && !document.querySelector('.busy, .stale')");
        page.waitForLoadState(LoadState.NETWORKIDLE);
    }

    /** Asserts that axe finds nothing serious; by these rules, or by all. */
    void assertAccessible(String where, String... rules) {
        page.evaluate(AXE);
        assertEquals(List.of(), page.evaluate(SERIOUS, List.of(rules)), where);
    }

    /** Asserts that nothing is wider than the window. */
    void assertNoHorizontalScroll(String where) {
        assertEquals(
                0,
                page.evaluate("() => Math.max(0, document.documentElement.scrollWidth - innerWidth)"),
                where + " scrolls sideways");
    }

    void assertFaultless(String where) {
        assertEquals(List.of(), faults, where);
    }

    void photograph(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "page", name + ".png"))
                .setFullPage(true));
    }

    private static String axe() {
        try (InputStream source = Objects.requireNonNull(Tab.class.getResourceAsStream("axe.min.js"))) {
            return new String(source.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        page.close();
    }
}
