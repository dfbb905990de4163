package app.lede.benchmarks.ranker;

import app.lede.benchmarks.Cost;
import app.lede.enrich.FactFinder;
import app.lede.enrich.LanguageDetector;
import app.lede.summary.ExtractiveSummariser;
import app.lede.summary.rank.Weights;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code benchmarks summaries}: measures how many strays the summariser takes in, and what the enrichment of an article costs. */
@Command(
        name = "summaries",
        mixinStandardHelpOptions = true,
        description = {
            "Measures the summariser with the weights that it ships: strays taken in; and the processor time and"
                    + " allocation of",
            "an article's summary, facts and language. Data as of train-summaries."
        })
public final class SummariesCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "DATA.jsonl", description = "Articles with reference summaries.")
    private Path data = Path.of("");

    @Option(names = "--rounds", description = "Rounds over all articles after as many to warm up (${DEFAULT-VALUE}).")
    private int rounds = 5;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        List<Pair> pairs = Pair.read(data);
        new StrayTable(pairs, Weights.load()).print(out);
        ExtractiveSummariser summariser = new ExtractiveSummariser();
        FactFinder facts = new FactFinder();
        LanguageDetector languages = new LanguageDetector().ready();
        cost("summary", pairs, pair -> summariser.summarise(pair.text(), pair.language(), null), out);
        cost("facts", pairs, pair -> facts.find(pair.text(), pair.language(), null, List.of(), null), out);
        cost("language", pairs, pair -> languages.detect(pair.text(), pair.language()), out);
        out.flush();
        return 0;
    }

    private void cost(String what, List<Pair> pairs, Consumer<Pair> step, PrintWriter out) {
        Cost[] costs = new Cost[pairs.size()];
        for (int round = 0; round < 2 * rounds; round++) {
            for (int i = 0; i < costs.length; i++) {
                Pair pair = pairs.get(i);
                Cost before = Cost.now();
                step.accept(pair);
                Cost cost = Cost.now().minus(before);
                costs[i] = round <= rounds ? cost : costs[i].plus(cost);
            }
        }
        double[] milliseconds = Arrays.stream(costs)
                .mapToDouble(cost -> cost.cpu() / 1e6 / rounds)
                .sorted()
                .toArray();
        double kilobytes = Arrays.stream(costs)
                .mapToDouble(cost -> cost.allocated() / 1e3 / rounds)
                .average()
                .orElse(0);
        out.printf(
                Locale.ROOT,
                "%s of an article: CPU median %.3f ms, p95 %.3f ms; allocation mean %.0f kB%n",
                what,
                milliseconds[costs.length / 2],
                milliseconds[costs.length * 95 / 100],
                kilobytes);
    }
}
