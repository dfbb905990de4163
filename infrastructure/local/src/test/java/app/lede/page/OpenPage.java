package app.lede.page;

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

    /** The browser and the stack. */
    record Opened(Chromium chromium, PageLibrary library) implements AutoCloseable {

        Tab tab(int width, ColorScheme scheme) {
            return new Tab(chromium, library.api(), width, scheme);
        }

        Tab desk() {
            return tab(Tab.DESK, ColorScheme.LIGHT);
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
            PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE.toMillis());
            PageLibrary library = new PageLibrary();
            store.put(Opened.class, new Opened(chromium, library));
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
