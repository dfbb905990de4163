package app.lede.benchmarks.coldstart;

import app.lede.benchmarks.Spread;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code benchmarks starts}: measures process start to first answer of functions, beside another build's. */
@Command(
        name = "starts",
        mixinStandardHelpOptions = true,
        description = {
            "Starts functions from their zips under the Lambda runtime interface client and prints the seconds to the"
                    + " first",
            "answer: median (minimum–maximum). AWS is a stub on this machine; SnapStart is not rehearsed."
        })
public final class StartsCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "FUNCTION",
            arity = "0..*",
            description = "parse-document, summarise-article, query-articles; default all.")
    private List<String> labels = List.of();

    @Option(names = "--build", paramLabel = "DIR", description = "Built repository (default ${DEFAULT-VALUE}).")
    private Path build = Path.of(".");

    @Option(names = "--beside", paramLabel = "DIR", description = "Another built repository, measured in turn with it.")
    private Optional<Path> beside = Optional.empty();

    @Option(names = "--events", paramLabel = "DIR", description = "Events to start with (default ${DEFAULT-VALUE}).")
    private Path events = Path.of("events");

    @Option(
            names = "--client",
            paramLabel = "DIR",
            description = "Jars of the runtime interface client (default ${DEFAULT-VALUE}).")
    private Path client = Path.of("functions/benchmarks/target/client");

    @Option(names = "--runs", paramLabel = "N", description = "Starts of each function (default ${DEFAULT-VALUE}).")
    private int runs = 5;

    @Option(
            names = "--java-option",
            paramLabel = "OPTION",
            description = "Options of the JVM; default those of Lambda's managed runtimes: C1 only, serial collector.")
    private List<String> options = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx1500m");

    @Option(
            names = "--snap-start",
            description =
                    "Starts as for a snapshot of SnapStart: \"request s\" is then near what a restored one costs.")
    private boolean snapStart;

    @Override
    public Integer call() throws IOException, InterruptedException {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        List<Function> functions = functions();
        Path unpacked = Files.createTempDirectory("starts");
        List<Build> builds = new ArrayList<>();
        try {
            builds.add(new Build(build, unpacked.resolve("build")));
            if (beside.isPresent()) {
                builds.add(new Build(beside.get(), unpacked.resolve("beside")));
            }
            measure(builds, functions);
        } finally {
            builds.forEach(Build::close);
            delete(unpacked);
        }
        return 0;
    }

    private List<Function> functions() {
        if (labels.isEmpty()) {
            return List.of(Function.values());
        }
        return labels.stream()
                .map(label -> Function.called(label)
                        .orElseThrow(() -> new ParameterException(spec.commandLine(), "no such function: " + label)))
                .toList();
    }

    private void measure(List<Build> builds, List<Function> functions) throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Start.Setting setting = new Start.Setting(client, options, snapStart);
        for (Build each : builds) {
            // What it parses is what summarise-article is given.
            var unused = each.start(setting, Function.PARSE_DOCUMENT, events);
        }
        out.printf(
                "%-18s %8s  %-18s %-18s %-18s %s%n", "function", "zip MB", "wall s", "CPU s", "request CPU s", "build");
        for (Function function : functions) {
            Map<Integer, List<Start>> starts = inTurn(setting, builds, function);
            for (int b = 0; b < builds.size(); b++) {
                row(function, builds.get(b), starts.getOrDefault(b, List.of()));
            }
        }
        out.flush();
    }

    /** Measures the builds alternately, so that a busy machine slows all of them. */
    private Map<Integer, List<Start>> inTurn(Start.Setting setting, List<Build> builds, Function function)
            throws IOException, InterruptedException {
        Map<Integer, List<Start>> starts = new HashMap<>();
        for (int run = 0; run < runs; run++) {
            for (int b = 0; b < builds.size(); b++) {
                starts.computeIfAbsent(b, first -> new ArrayList<>())
                        .add(builds.get(b).start(setting, function, events));
            }
        }
        return starts;
    }

    private void row(Function function, Build measured, List<Start> starts) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                "%-18s %8.1f  %-18s %-18s %-18s %s%n",
                function.label(),
                measured.size(function) / 1e6,
                spread(starts, Start::wall),
                spread(starts, Start::cpu),
                spread(starts, Start::request),
                measured.folder());
        out.flush();
    }

    private static Spread spread(List<Start> starts, ToDoubleFunction<Start> seconds) {
        return Spread.of(starts.stream().mapToDouble(seconds));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
