package app.lede.benchmarks.ranker;

import app.lede.summary.Candidate;
import app.lede.summary.ExtractiveSummariser;
import app.lede.summary.Story;
import app.lede.summary.rank.Ranked;
import app.lede.summary.rank.Sets;
import app.lede.summary.rank.Topicality;
import app.lede.summary.rank.Weights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A story with every set of sentences that fits the budget, and the quality of each.
 *
 * @param texts the ranked sentences
 * @param features a row for each ranked sentence
 * @param sets the sets
 */
record Example(Pair pair, List<String> texts, double[][] features, List<Choice> sets, double[] leadThree) {

    private static final int BUDGET = 60;

    /**
     * A set of sentences.
     *
     * @param members positions among the ranked sentences
     * @param features features of the set
     * @param words its words, separated by spaces
     * @param rouge ROUGE-1 and ROUGE-2
     * @param lead the same of a lead cut at as many words
     */
    record Choice(int[] members, double[] features, int words, double[] rouge, double[] lead) {

        /** Returns the quality that training raises. */
        double reward(Settings settings) {
            return rouge[0]
                    + settings.second() * rouge[1]
                    - settings.relative() * (lead[0] + settings.second() * lead[1]);
        }
    }

    static Example of(Pair pair, Story story, Weights weights) {
        List<Candidate> candidates = story.read(pair.text(), pair.language(), null);
        Ranked ranked = Ranked.of(
                candidates.stream().map(Candidate::passage).toList(),
                List.of(),
                pair.language(),
                weights,
                Topicality.Extent.EVERYWHERE,
                Sets.CANDIDATES);
        List<String> texts = Arrays.stream(ranked.order())
                .mapToObj(i -> candidates.get(i).passage().text())
                .toList();
        Rouge rouge = new Rouge(pair.reference());
        List<Choice> sets = new Builder(pair, texts, rouge).sets(ranked);
        return new Example(pair, texts, ranked.features(), sets, rouge.of(pair.leadThree()));
    }

    /** Returns the text of a set. */
    String text(Choice choice) {
        return Arrays.stream(choice.members).mapToObj(texts::get).collect(Collectors.joining(" "));
    }

    /** Returns the set that the ranker selects with these weights. */
    Choice selected(Weights weights) {
        double[] values = Arrays.stream(features).mapToDouble(weights::value).toArray();
        return Collections.max(sets, Comparator.comparingDouble(choice -> score(choice, values, weights)));
    }

    private static double score(Choice choice, double[] values, Weights weights) {
        double score = 0;
        for (int member : choice.members) {
            score += values[member];
        }
        for (int i = 0; i < choice.features.length; i++) {
            score += weights.sets()[i] * choice.features[i];
        }
        return score;
    }

    /** Measures the sets of one story. */
    private static final class Builder {

        private final List<Rouge.Text> tokens = new ArrayList<>();
        private final int[] lengths;
        private final double[][] leads = new double[2 * BUDGET][];
        private final String[] words;
        private final Rouge rouge;

        Builder(Pair pair, List<String> texts, Rouge rouge) {
            this.rouge = rouge;
            texts.forEach(text -> tokens.add(rouge.text(text)));
            lengths = texts.stream()
                    .mapToInt(text -> text.strip().split("\\s+", -1).length)
                    .toArray();
            words = pair.lead().strip().split("\\s+", 3 * BUDGET);
        }

        List<Choice> sets(Ranked ranked) {
            List<Choice> all = new ArrayList<>();
            Sets.visit(
                    ranked.words(),
                    ranked.similarities(),
                    BUDGET,
                    (members, size, sum, redundancy) -> all.add(
                            choice(Arrays.copyOf(members, size), Sets.features(size, sum, redundancy, BUDGET))));
            if (all.isEmpty()) {
                all.add(choice(new int[] {0}, Sets.features(1, BUDGET, 0, BUDGET)));
            }
            List<Choice> filled = all.stream()
                    .filter(choice -> choice.features()[0] * BUDGET >= ExtractiveSummariser.LEAST - 0.5)
                    .toList();
            return filled.isEmpty() ? all : filled;
        }

        private Choice choice(int[] members, double[] features) {
            int sum = Arrays.stream(members).map(i -> lengths[i]).sum();
            List<Rouge.Text> told = Arrays.stream(members).mapToObj(tokens::get).toList();
            return new Choice(members, features, sum, rouge.of(told), lead(Math.min(sum, leads.length - 1)));
        }

        private double[] lead(int size) {
            if (leads[size] == null) {
                leads[size] = rouge.of(String.join(" ", Arrays.asList(words).subList(0, Math.min(size, words.length))));
            }
            return leads[size];
        }
    }
}
