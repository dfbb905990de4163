package app.lede.benchmarks;

import app.lede.extract.ArticleExtractor;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code benchmarks compare}: measures our engine and Readability4J side by side, warm. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        description = {
            "Runs Lede's extractor and Readability4J in turn on the same pages in one thread and prints, per page,",
            "the median of the counted rounds with their least and greatest; of the slow pages, the time that 95 of"
                    + " 100",
            "stay within."
        })
final class CompareCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "PAGES",
            description = "A folder of .html and .html.gz, or JSON lines with \"file\" and \"url\".")
    private Path source = Path.of("");

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            description = "Rounds not counted, first (default ${DEFAULT-VALUE}).")
    private int warmUp = 2;

    @Option(names = "--rounds", paramLabel = "N", description = "Rounds counted (default ${DEFAULT-VALUE}).")
    private int rounds = 5;

    @Override
    public Integer call() throws IOException {
        List<Page> pages = Page.in(source);
        if (pages.isEmpty() || rounds < 1) {
            spec.commandLine().getErr().println("nothing to measure: no pages in " + source + ", or no rounds");
            return 2;
        }
        SideBySide run = new SideBySide(pages, new Engine.Lede(new ArticleExtractor()), new Engine.Readability());
        for (int round = 0; round < warmUp + rounds; round++) {
            run.round(round, round >= warmUp);
        }
        print(run, pages.size());
        return 0;
    }

    private void print(SideBySide run, int pages) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                "%d pages, %d rounds after %d to warm up, one thread, Java %s%n",
                pages, rounds, warmUp, Runtime.version());
        row(out, "", "pages/s", "CPU ms/page", "CPU ms, 95 of 100", "MB allocated/page", "characters", "failed");
        for (SideBySide.Lane lane : run.lanes()) {
            row(
                    out,
                    lane.name(),
                    String.format("%.1f", 1e9 / run.perPage(lane, Cost::wall).median()),
                    run.perPage(lane, cost -> cost.cpu() / 1e6),
                    run.slowPage(lane),
                    run.perPage(lane, cost -> cost.allocated() / 1e6),
                    lane.characters(),
                    lane.failed());
        }
        row(out, "ratio", "", run.ratio(Cost::cpu), run.slowRatio(), run.ratio(Cost::allocated), "", "");
        out.flush();
    }

    private static void row(PrintWriter out, Object... cells) {
        out.printf("%-14s %8s  %-20s  %-20s  %-20s  %12s  %6s%n", cells);
    }
}
