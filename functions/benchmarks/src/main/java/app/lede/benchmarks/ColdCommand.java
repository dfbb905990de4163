package app.lede.benchmarks;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.ToLongFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code benchmarks cold}: measures the first page of a fresh JVM. */
@Command(
        name = "cold",
        mixinStandardHelpOptions = true,
        description = {
            "Starts a JVM for each run and prints how many milliseconds the extractor takes there for its first page,",
            "jsoup's classes being loaded. The JVMs get the options this one has, such as -XX:TieredStopAtLevel=1."
        })
final class ColdCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "PAGE", description = "An .html or .html.gz file; of a folder or list, the first page.")
    private Path page = Path.of("");

    @Option(names = "--runs", paramLabel = "N", description = "Fresh JVMs (default ${DEFAULT-VALUE}).")
    private int runs = 7;

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<long[]> measured = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            measured.add(firstPage());
        }
        PrintWriter out = spec.commandLine().getOut();
        out.printf("%d fresh JVMs, Java %s%n", runs, Runtime.version());
        out.printf("%-20s  %-24s  %s%n", "", "ms on the clock", "ms of its thread's processor time");
        row("making the extractor", measured, ns -> ns[0], ns -> ns[1]);
        row("its first page", measured, ns -> ns[2], ns -> ns[3]);
        row("both", measured, ns -> ns[0] + ns[2], ns -> ns[1] + ns[3]);
        out.flush();
        return 0;
    }

    private void row(String name, List<long[]> measured, ToLongFunction<long[]> wall, ToLongFunction<long[]> cpu) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf("%-20s  %-24s  %s%n", name, spread(measured, wall), spread(measured, cpu));
    }

    private static Spread spread(List<long[]> measured, ToLongFunction<long[]> nanoseconds) {
        return Spread.of(measured.stream().mapToDouble(run -> nanoseconds.applyAsLong(run) / 1e6));
    }

    private long[] firstPage() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(
                List.of("-cp", System.getProperty("java.class.path"), FirstPage.class.getName(), page.toString()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (InputStream in = process.getInputStream()) {
            String line = new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
            if (process.waitFor() != 0) {
                throw new IOException("the JVM for " + page + " ended with " + process.exitValue());
            }
            return Arrays.stream(line.split(" ", 5)).mapToLong(Long::parseLong).toArray();
        }
    }
}
