package app.lede.edit;

import app.lede.text.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Pairs paragraphs that were rewritten: in order, so that the sum of their shares of common words is greatest. Paragraphs
 * with less than {@value #LEAST_ALIKE} in common are no pair.
 */
final class ParagraphPairs {

    /** Dice coefficient of the sets of words. Chosen by hand: below, edits of single words read worse than cut and added. */
    private static final double LEAST_ALIKE = 0.4;

    /** Comparisons per stretch of changed paragraphs; longer ones are a rewrite, without pairs. */
    private static final int MOST_COMPARED = 2_500;

    private ParagraphPairs() {}

    /** Returns pairs of places, ascending on both sides. */
    static List<int[]> of(List<RevisionText.Paragraph> before, List<RevisionText.Paragraph> after) {
        if ((long) before.size() * after.size() > MOST_COMPARED) {
            return List.of();
        }
        double[][] alike = alike(before, after);
        double[][] best = new double[before.size() + 1][after.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                double skipped = Math.max(best[i + 1][j], best[i][j + 1]);
                best[i][j] = alike[i][j] < LEAST_ALIKE ? skipped : Math.max(skipped, alike[i][j] + best[i + 1][j + 1]);
            }
        }
        List<int[]> pairs = new ArrayList<>();
        for (int i = 0, j = 0; i < before.size() && j < after.size(); ) {
            if (best[i][j] == best[i + 1][j]) {
                i++;
            } else if (best[i][j] == best[i][j + 1]) {
                j++;
            } else {
                pairs.add(new int[] {i++, j++});
            }
        }
        return pairs;
    }

    private static double[][] alike(List<RevisionText.Paragraph> before, List<RevisionText.Paragraph> after) {
        List<Set<String>> words = before.stream().map(ParagraphPairs::words).toList();
        List<Set<String>> newWords = after.stream().map(ParagraphPairs::words).toList();
        double[][] alike = new double[before.size()][after.size()];
        for (int i = 0; i < before.size(); i++) {
            for (int j = 0; j < after.size(); j++) {
                Set<String> common = new HashSet<>(words.get(i));
                common.retainAll(newWords.get(j));
                int both = words.get(i).size() + newWords.get(j).size();
                alike[i][j] = both == 0 ? 0 : 2.0 * common.size() / both;
            }
        }
        return alike;
    }

    private static Set<String> words(RevisionText.Paragraph paragraph) {
        Set<String> words = new HashSet<>();
        paragraph.tokens().stream().filter(Token::isWord).forEach(word -> words.add(Words.key(word.text())));
        return words;
    }
}
