package app.lede.benchmarks.ranker;

import app.lede.summary.ExtractiveSummariser;
import app.lede.summary.Sentence;
import app.lede.summary.rank.Weights;
import app.lede.text.Table;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Measures how many summaries take in a line that stands on top of an article and does not belong to it, with lines that training
 * has not seen.
 */
final class StrayTable {

    private static final int STRAYS = 3;

    private final List<Pair> pairs;
    private final ExtractiveSummariser summariser;

    StrayTable(List<Pair> pairs, Weights weights) {
        this.pairs = pairs;
        summariser = new ExtractiveSummariser(weights);
    }

    void print(PrintWriter out) {
        out.println("summaries that take in one of three strays on top of the article");
        for (String list :
                List.of("stray-lines.txt", "stray-sentences.txt", "unseen-lines.txt", "unseen-sentences.txt")) {
            for (String separator : List.of("\n\n", "\n", " ")) {
                if (separator.equals(" ") && list.endsWith("lines.txt")) {
                    continue; // Nothing tells where a line without a full stop ends.
                }
                String shown = separator.replace("\n", "\\n");
                out.printf(Locale.ROOT, "%-22s \"%s\" %6.2f %%%n", list, shown, share(list, separator));
            }
        }
        out.flush();
    }

    private double share(String list, String separator) {
        List<String> lines = Table.lines(StrayTable.class, list);
        Random random = new Random(11);
        int taken = 0;
        for (Pair pair : pairs) {
            List<String> top = new ArrayList<>();
            for (int i = 0; i < STRAYS; i++) {
                top.add(lines.get(random.nextInt(lines.size())));
            }
            String text = String.join(separator, top) + separator + pair.text();
            List<Sentence> summary =
                    summariser.summarise(text, pair.language(), null).sentences();
            boolean stray = summary.stream().anyMatch(sentence -> top.stream()
                    .anyMatch(line -> sentence.text().contains(line)));
            taken += stray ? 1 : 0;
        }
        return 100.0 * taken / pairs.size();
    }
}
