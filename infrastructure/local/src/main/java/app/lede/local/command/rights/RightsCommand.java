package app.lede.local.command.rights;

import app.lede.fetch.AllowedAddresses;
import app.lede.fetch.WebUrl;
import app.lede.local.command.terminal.ExitCode;
import app.lede.local.command.terminal.Terminal;
import app.lede.local.command.terminal.WrongUsage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lede rights}: explains the verdict on each use of pages and documents, without a stack. */
@Command(
        name = "rights",
        description = {
            "Explain what publishers allow: the verdict on each use, and the statements it follows from.",
            "A URL is fetched with its robots.txt, tdmrep.json and RSL licence; a file is read as if it came with the"
                    + " options."
        })
public final class RightsCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final RightsExplanation explanation = new RightsExplanation(InstantSource.system());

    @Parameters(paramLabel = "URL|FILE", arity = "1..*", description = "Pages, or files of documents.")
    private List<String> inputs = List.of();

    @Option(
            names = "--url",
            paramLabel = "URL",
            defaultValue = "https://example.org/",
            description = "Address of the files, which paths are matched with. Default: ${DEFAULT-VALUE}")
    private String url = "https://example.org/";

    @Option(names = "--header", paramLabel = "NAME:VALUE", description = "A header of the files. Repeatable.")
    private List<String> headers = List.of();

    @Option(names = "--robots", paramLabel = "FILE", description = "The robots.txt of the files' site.")
    private Optional<Path> robots = Optional.empty();

    @Option(names = "--tdmrep", paramLabel = "FILE", description = "The tdmrep.json of the files' site.")
    private Optional<Path> tdmrep = Optional.empty();

    @Option(names = "--licence", paramLabel = "FILE", description = "The RSL licence of the files' site.")
    private Optional<Path> licence = Optional.empty();

    @Option(
            names = "--allow",
            paramLabel = "HOST:PORT",
            description = "A private address that may be fetched; otherwise they are refused. Repeatable.")
    private List<String> allow = List.of();

    @Option(
            names = "--gap",
            paramLabel = "SECONDS",
            defaultValue = "1",
            description = "Seconds between two requests to one host. Default: ${DEFAULT-VALUE}")
    private int gap = 1;

    @Option(names = "--json", description = "Results as JSON, one object per line.")
    private boolean json;

    public RightsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        boolean fetched = true;
        for (String input : inputs) {
            RightsReport report = report(input);
            fetched &= report.isFetched();
            if (json) {
                terminal.result(report.json().toString());
            } else {
                report.lines().forEach(terminal::result);
            }
        }
        return fetched ? ExitCode.COMPLETE.value() : ExitCode.LOST.value();
    }

    private RightsReport report(String input) throws IOException, InterruptedException {
        Optional<WebUrl> page = WebUrl.of(input);
        if (page.isPresent()) {
            return explanation.ofPage(
                    page.get().uri(), AllowedAddresses.parse(String.join(",", allow)), Duration.ofSeconds(gap));
        }
        Path file = Path.of(input);
        if (!Files.isRegularFile(file)) {
            throw new WrongUsage("there is no file " + input);
        }
        String address =
                WebUrl.of(url).map(WebUrl::toString).orElseThrow(() -> new WrongUsage("--url takes a web address"));
        return explanation.ofFile(file, new RightsExplanation.Around(address, fields(), robots, tdmrep, licence));
    }

    private List<Map.Entry<String, String>> fields() {
        List<Map.Entry<String, String>> fields = new ArrayList<>();
        for (String header : headers) {
            int colon = header.indexOf(':');
            if (colon < 1) {
                throw new WrongUsage("--header takes NAME:VALUE, not " + header);
            }
            fields.add(Map.entry(
                    header.substring(0, colon).strip(),
                    header.substring(colon + 1).strip()));
        }
        return fields;
    }
}
