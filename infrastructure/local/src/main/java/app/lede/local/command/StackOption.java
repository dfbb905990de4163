package app.lede.local.command;

import app.lede.local.command.terminal.Terminal;
import app.lede.local.command.terminal.WrongUsage;
import app.lede.local.wiring.StackOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** Options of the commands that start a stack. */
public final class StackOption {

    /** System property for the log file if no option is given. */
    private static final String LOG = "lede.log";

    /** System property of a process that keeps its log in a temporary file unless one is named. */
    public static final String QUIET = "lede.quiet";

    private static final Pattern HOST_AND_PORT = Pattern.compile("(?:\\[[0-9a-fA-F:.]+\\]|[^\\s:/\\[\\]]+):\\d{1,5}");

    @Option(
            names = "--allow",
            paramLabel = "HOST:PORT",
            description = "A private address that may be fetched; otherwise they are refused. " + "Repeatable.")
    List<String> allow = List.of();

    @Option(
            names = "--chaos",
            paramLabel = "P",
            defaultValue = "0",
            description = "Duplicate, delay, reorder and drop each event, and fail or delay each invocation, with this"
                    + " probability, from 0 to below 1.")
    double chaos;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Seed of --chaos; the same seed gives the same sequence.")
    long seed = 1;

    @Option(
            names = "--template",
            paramLabel = "FILE",
            description = "The template to run, in place of the built-in one.")
    Optional<Path> template = Optional.empty();

    @Option(
            names = "--log",
            paramLabel = "FILE",
            description = "Log file of functions and engines. Default: a new temporary file, named at the start.")
    Optional<Path> log = Optional.empty();

    /** Returns the seed. */
    public long seed() {
        return seed;
    }

    /** Opens the log file of a command that starts a stack. */
    public void keepLog(Terminal terminal) {
        try {
            Optional<Path> file = logFile();
            if (file.isPresent()) {
                terminal.keepOthersIn(file.get());
            }
        } catch (IOException e) {
            throw new WrongUsage("the log can't be written: " + e.getMessage());
        }
    }

    private Optional<Path> logFile() throws IOException {
        Optional<Path> named =
                log.or(() -> Optional.ofNullable(System.getProperty(LOG)).map(Path::of));
        return named.isEmpty() && Boolean.getBoolean(QUIET)
                ? Optional.of(Files.createTempFile("lede-", ".log"))
                : named;
    }

    /** Returns the options of a temporary stack on free ports. */
    StackOptions passing() {
        return options(OptionalInt.empty(), Optional.empty(), Map.of());
    }

    /** Returns the options of a temporary stack that may fetch from a local site with a short gap between requests. */
    StackOptions passing(String hostAndPort, double secondsBetweenRequests) {
        return options(OptionalInt.empty(), Optional.empty(), Map.of(hostAndPort, secondsBetweenRequests));
    }

    /** Returns the options of a temporary stack that may fetch from local sites, with a clock and parameters of its own. */
    public StackOptions passing(
            Map<String, Double> secondsBetweenRequests,
            Optional<Path> data,
            InstantSource clock,
            Map<String, String> parameters) {
        StackOptions options = options(OptionalInt.empty(), data, secondsBetweenRequests);
        return new StackOptions(
                options.template(),
                options.port(),
                options.data(),
                options.allow(),
                options.hostGaps(),
                options.chaos(),
                options.seed(),
                clock,
                parameters);
    }

    /** Returns the options of a stack that keeps running. */
    StackOptions lasting(int port, Optional<Path> data) {
        if (port < 1 || port > 65_000) {
            throw new WrongUsage("--port must be between 1 and 65000, not " + port);
        }
        return options(OptionalInt.of(port), data, Map.of());
    }

    /** Validates the options without starting anything. */
    private StackOptions options(OptionalInt port, Optional<Path> data, Map<String, Double> ownHosts) {
        for (String address : allow) {
            if (!HOST_AND_PORT.matcher(address).matches()) {
                throw new WrongUsage("--allow takes HOST:PORT, such as 127.0.0.1:8000, not " + address);
            }
        }
        if (!(chaos >= 0 && chaos < 1)) {
            throw new WrongUsage("--chaos is a probability from 0 to below 1, not " + chaos);
        }
        Set<String> allowed = new HashSet<>(allow);
        allowed.addAll(ownHosts.keySet());
        return new StackOptions(
                templateFile(), port, data, allowed, ownHosts, chaos, seed, InstantSource.system(), Map.of());
    }

    private Path templateFile() {
        Path file = template.or(TemplateFile::ofThisProgram)
                .orElseThrow(() -> new WrongUsage("infrastructure/template.yaml was not found beside this program; "
                        + "name it with --template FILE"));
        if (!Files.isRegularFile(file)) {
            throw new WrongUsage("no such template: " + file);
        }
        return file;
    }
}
