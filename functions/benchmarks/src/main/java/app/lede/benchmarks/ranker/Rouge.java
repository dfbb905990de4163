package app.lede.benchmarks.ranker;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Measures ROUGE-1 and ROUGE-2 (F1, in per cent) against one reference.
 *
 * <p>Words are compared by their first six characters in place of the Porter stemmer of {@code rouge-score}; figures differ from its
 * figures by some tenths.
 */
final class Rouge {

    private static final int STEM = 6;

    private final List<Map<String, Integer>> numbers = List.of(new HashMap<>(), new HashMap<>());
    private final int[][] counts = new int[2][];
    private final int[] sizes = new int[2];

    /**
     * Words and pairs of words of a text, by their numbers in the reference; -1 for those that it lacks.
     *
     * @param grams the words, then the pairs
     */
    record Text(int[][] grams) {}

    Rouge(String reference) {
        List<String> tokens = tokens(reference);
        for (int n = 0; n < 2; n++) {
            List<String> grams = grams(tokens, n + 1);
            sizes[n] = grams.size();
            counts[n] = new int[grams.size()];
            for (String gram : grams) {
                Integer known = numbers.get(n).putIfAbsent(gram, numbers.get(n).size());
                counts[n][known == null ? numbers.get(n).size() - 1 : known]++;
            }
        }
    }

    Text text(String text) {
        List<String> tokens = tokens(text);
        int[][] grams = new int[2][];
        for (int n = 0; n < 2; n++) {
            Map<String, Integer> known = numbers.get(n);
            grams[n] = grams(tokens, n + 1).stream()
                    .mapToInt(gram -> known.getOrDefault(gram, -1))
                    .toArray();
        }
        return new Text(grams);
    }

    /** Returns ROUGE-1 and ROUGE-2 of a text. */
    double[] of(String text) {
        return of(List.of(text(text)));
    }

    /** Returns ROUGE-1 and ROUGE-2 of sentences; pairs of words across sentences do not count. */
    double[] of(List<Text> sentences) {
        double[] scores = new double[2];
        for (int n = 0; n < 2; n++) {
            int[] left = counts[n].clone();
            int size = 0;
            int hits = 0;
            for (Text sentence : sentences) {
                for (int gram : sentence.grams[n]) {
                    size++;
                    hits += gram >= 0 && left[gram]-- > 0 ? 1 : 0;
                }
            }
            scores[n] = size + sizes[n] == 0 ? 0 : 200.0 * hits / (size + sizes[n]);
        }
        return scores;
    }

    static List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        String lower = text.toLowerCase(Locale.ROOT);
        int from = 0;
        for (int i = 0; i <= lower.length(); i++) {
            if (i == lower.length() || !Character.isLetterOrDigit(lower.charAt(i))) {
                if (i > from) {
                    tokens.add(lower.substring(from, Math.min(i, from + STEM)));
                }
                from = i + 1;
            }
        }
        return tokens;
    }

    private static List<String> grams(List<String> tokens, int n) {
        if (n == 1) {
            return tokens;
        }
        List<String> grams = new ArrayList<>();
        for (int i = 1; i < tokens.size(); i++) {
            grams.add(tokens.get(i - 1) + ' ' + tokens.get(i));
        }
        return grams;
    }
}
