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

    private final List<Map<String, Integer>> reference = new ArrayList<>();
    private final int[] sizes = new int[2];

    Rouge(String text) {
        for (int n = 1; n <= 2; n++) {
            List<String> grams = grams(tokens(text), n);
            sizes[n - 1] = grams.size();
            Map<String, Integer> counts = new HashMap<>();
            grams.forEach(gram -> counts.merge(gram, 1, Integer::sum));
            reference.add(counts);
        }
    }

    /** Returns ROUGE-1 and ROUGE-2 of a text. */
    double[] of(String text) {
        return new double[] {score(List.of(tokens(text)), 1), score(List.of(tokens(text)), 2)};
    }

    /** Returns ROUGE-n of sentences; pairs of words across sentences do not count. */
    double score(List<List<String>> sentences, int n) {
        Map<String, Integer> left = new HashMap<>();
        int size = 0;
        int hits = 0;
        for (List<String> sentence : sentences) {
            for (String gram : grams(sentence, n)) {
                size++;
                int known = left.computeIfAbsent(gram, g -> reference.get(n - 1).getOrDefault(g, 0));
                if (known > 0) {
                    hits++;
                    left.put(gram, known - 1);
                }
            }
        }
        return size + sizes[n - 1] == 0 ? 0 : 200.0 * hits / (size + sizes[n - 1]);
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
