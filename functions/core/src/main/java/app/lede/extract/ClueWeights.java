package app.lede.extract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How much each clue weighs, from {@code clues.tsv}: a clue, a tab, its weight (log-odds; above 0 speaks for the article). */
final class ClueWeights {

    private static final String RESOURCE = "clues.tsv";

    private final Map<String, Double> weights;

    private ClueWeights(Map<String, Double> weights) {
        this.weights = Map.copyOf(weights);
    }

    static ClueWeights load() {
        try (InputStream in = ClueWeights.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + RESOURCE);
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            Map<String, Double> weights = new HashMap<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    String[] columns = line.split("\t", 2);
                    weights.put(columns[0], Double.parseDouble(columns[1]));
                }
            }
            return new ClueWeights(weights);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The log-odds that a passage with these clues is part of the article; clues without a weight say nothing. */
    double score(List<String> clues) {
        double score = weights.getOrDefault("", 0.0);
        for (String clue : clues) {
            score += weights.getOrDefault(clue, 0.0);
        }
        return score;
    }
}
