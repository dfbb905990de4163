package app.lede.page;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import com.microsoft.playwright.impl.driver.Driver;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Runs headless Chromium of this machine with Playwright, whose driver runs in this machine's own Node. Nothing is downloaded:
 * the driver is in a jar of 3 MB; the 202 MB of Node for five platforms that Playwright would bring are left out.
 */
final class Chromium implements AutoCloseable {

    private static final List<String> BROWSERS =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome");

    private static final Path DRIVER = Path.of("target", "playwright").toAbsolutePath();

    private final Playwright playwright;
    final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** Starts the browser; skips the test where the machine has none, or no Node. */
    static Chromium orSkip() throws IOException, URISyntaxException {
        Optional<Path> browser =
                BROWSERS.stream().flatMap(name -> onPath(name).stream()).findFirst();
        Optional<Path> node = onPath("node");
        assumeTrue(browser.isPresent(), "the page is tested where Chromium or Chrome is on the PATH");
        assumeTrue(node.isPresent(), "the page is tested where Node is on the PATH, in which Playwright's driver runs");
        unpackDriver();
        System.setProperty("playwright.cli.dir", DRIVER.toString());
        Playwright playwright = Playwright.create(new CreateOptions()
                .setEnv(Map.of(
                        "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD",
                        "1",
                        "PLAYWRIGHT_NODEJS_PATH",
                        node.orElseThrow().toString())));
        return new Chromium(
                playwright, playwright.chromium().launch(new LaunchOptions().setExecutablePath(browser.orElseThrow())));
    }

    private static Optional<Path> onPath(String name) {
        return Pattern.compile(Pattern.quote(File.pathSeparator))
                .splitAsStream(Optional.ofNullable(System.getenv("PATH")).orElse(""))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Unpacks what drives a browser, without the viewers and guides beside it. */
    private static void unpackDriver() throws IOException, URISyntaxException {
        if (Files.exists(DRIVER.resolve("package/cli.js"))) {
            return;
        }
        URI jar = URI.create("jar:"
                + Driver.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI());
        try (FileSystem files = FileSystems.newFileSystem(jar, Map.of());
                Stream<Path> all = Files.walk(files.getPath("/driver"))) {
            for (Path file : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
                String name = file.toString().substring("/driver/".length());
                if (!name.startsWith("package/lib/vite/") && !name.startsWith("package/lib/tools/skills/")) {
                    Path target = DRIVER.resolve(name);
                    Files.createDirectories(target.getParent());
                    Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    @Override
    public void close() {
        playwright.close();
    }
}
