package app.lede.benchmarks.ranker;

import app.lede.summary.rank.Weights;
import java.util.Locale;

/** Writes weights as the resource that {@link Weights#load} reads. */
final class WeightsFile {

    private WeightsFile() {}

    static String of(Weights weights) {
        StringBuilder file =
                new StringBuilder("# Weights of the summary ranker, written by benchmarks train-summaries.\n");
        line(file, "topic", weights.topic());
        line(file, "threshold", weights.threshold());
        line(file, "sets", weights.sets());
        line(file, "direct", weights.direct());
        line(file, "out", weights.out());
        for (int unit = 0; unit < weights.hidden().length; unit++) {
            line(file, "hidden." + unit, weights.hidden()[unit]);
        }
        return file.toString();
    }

    private static void line(StringBuilder file, String name, double... values) {
        file.append(name);
        for (double value : values) {
            file.append(String.format(Locale.ROOT, "\t%.4g", value));
        }
        file.append('\n');
    }
}
