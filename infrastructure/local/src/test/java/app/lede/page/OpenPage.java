package app.lede.page;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts one browser and one filled stack for all tests of the page, and hands them over as a parameter. */
final class OpenPage implements BeforeAllCallback, ParameterResolver {

    private static final Namespace HERE = Namespace.create(OpenPage.class);

    /** Long enough for a machine that does much else. */
    static final Duration PATIENCE = Duration.ofMinutes(1);

    /** A light window on a desk and a dark one on a phone, and the stack. */
    record Opened(Chromium chromium, BrowserContext onDesk, BrowserContext onPhone, PageLibrary library)
            implements AutoCloseable {

        static Opened of(Chromium chromium, PageLibrary library) {
            return new Opened(
                    chromium,
                    window(chromium, 1280, ColorScheme.LIGHT),
                    window(chromium, 360, ColorScheme.DARK),
                    library);
        }

        private static BrowserContext window(Chromium chromium, int width, ColorScheme scheme) {
            return chromium.browser.newContext(
                    new NewContextOptions().setViewportSize(width, 900).setColorScheme(scheme));
        }

        Tab desk() {
            return new Tab(onDesk, library.api());
        }

        Tab phone() {
            return new Tab(onPhone, library.api());
        }

        @Override
        public void close() {
            library.close();
            chromium.close();
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        ExtensionContext.Store store = context.getRoot().getStore(HERE);
        if (store.get(Opened.class) == null) {
            Chromium chromium = Chromium.orSkip();
            PlaywrightAssertions.setDefaultAssertionTimeout((double) PATIENCE.toMillis());
            PageLibrary library = new PageLibrary();
            store.put(Opened.class, Opened.of(chromium, library));
            library.fill();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Opened.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot().getStore(HERE).get(Opened.class, Opened.class);
    }
}
