package app.lede.benchmarks.ranker;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Prints the quality of summaries by source, beside a lead cut at as many words, with a bootstrap interval of 95 %. */
final class ScoreTable {

    private static final int RESAMPLES = 1000;

    private final Map<String, List<double[]>> rows = new TreeMap<>();

    /** Adds the set selected for an example. */
    void add(Example example, Example.Choice choice) {
        double[] row = {
            choice.rouge()[0],
            choice.rouge()[1],
            choice.rouge()[0] - choice.lead()[0],
            choice.rouge()[1] - choice.lead()[1],
            choice.rouge()[0] - example.leadThree()[0],
            choice.rouge()[1] - example.leadThree()[1],
            choice.words()
        };
        rows.computeIfAbsent(example.pair().source(), any -> new ArrayList<>()).add(row);
        rows.computeIfAbsent("all " + example.pair().language(), any -> new ArrayList<>())
                .add(row);
    }

    void print(PrintWriter out) {
        out.printf(
                "%-18s %5s %6s %6s %6s %25s %25s %14s%n",
                "source", "n", "R-1", "R-2", "words", "R-1 over the lead cut", "R-2 over the lead cut", "over lead-3");
        rows.forEach((source, values) -> out.printf(
                Locale.ROOT,
                "%-18s %5d %6.2f %6.2f %6.1f %25s %25s %+7.2f %+6.2f%n",
                source,
                values.size(),
                mean(values, 0),
                mean(values, 1),
                mean(values, 6),
                interval(values, 2),
                interval(values, 3),
                mean(values, 4),
                mean(values, 5)));
        out.flush();
    }

    private static double mean(List<double[]> rows, int column) {
        return rows.stream().mapToDouble(row -> row[column]).average().orElse(0);
    }

    private static String interval(List<double[]> rows, int column) {
        Random random = new Random(7);
        double[] means = new double[RESAMPLES];
        for (int sample = 0; sample < RESAMPLES; sample++) {
            for (int i = 0; i < rows.size(); i++) {
                means[sample] += rows.get(random.nextInt(rows.size()))[column] / rows.size();
            }
        }
        Arrays.sort(means);
        return String.format(
                Locale.ROOT,
                "%+.2f [%+.2f, %+.2f]",
                mean(rows, column),
                means[RESAMPLES / 40],
                means[RESAMPLES - 1 - RESAMPLES / 40]);
    }
}
