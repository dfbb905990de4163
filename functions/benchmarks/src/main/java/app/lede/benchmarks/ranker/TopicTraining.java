package app.lede.benchmarks.ranker;

import app.lede.summary.Candidate;
import app.lede.summary.Story;
import app.lede.summary.rank.Passage;
import app.lede.summary.rank.StopWords;
import app.lede.summary.rank.Tokens;
import app.lede.summary.rank.Topicality;
import app.lede.text.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Trains the logistic regression that finds strays: sentences of our own lists and first sentences of other articles, put on top of
 * each article, against the article's own first sentences.
 */
final class TopicTraining {

    private static final int STRAYS = 3;
    private static final int FIRST = 6;
    private static final int OWN = 8;
    private static final int STEPS = 600;
    private static final double RATE = 3;

    private final List<List<Passage>> stories = new ArrayList<>();
    private final Random random = new Random(3);
    private final List<double[]> rows = new ArrayList<>();
    private final List<Boolean> strays = new ArrayList<>();

    TopicTraining(List<Pair> pairs, Story story) {
        for (Pair pair : pairs) {
            List<Passage> passages = story.read(pair.text(), pair.language(), null).stream()
                    .map(Candidate::passage)
                    .toList();
            if (passages.size() >= Topicality.SHORTEST - 1) {
                stories.add(passages);
            }
        }
    }

    /** Returns the weights of the features, then the bias. */
    double[] train() {
        List<Passage> sentences = passages("stray-sentences.txt");
        List<Passage> lines = passages("stray-lines.txt");
        for (List<Passage> story : stories) {
            add(List.of(), story);
            add(drawn(sentences), story);
            add(drawn(lines), story);
            add(others(), story);
        }
        Scale scale = Scale.of(rows);
        return fitted(rows.stream().map(scale::applied).toArray(double[][]::new), scale);
    }

    private static List<Passage> passages(String list) {
        Tokens tokens = new Tokens(StopWords.of("en"));
        return Table.lines(TopicTraining.class, list).stream()
                .map(line -> new Passage(line, tokens.of(line), line.split(" ", -1).length, false))
                .toList();
    }

    private List<Passage> drawn(List<Passage> list) {
        List<Passage> drawn = new ArrayList<>();
        for (int i = 0; i < STRAYS; i++) {
            drawn.add(list.get(random.nextInt(list.size())));
        }
        return drawn;
    }

    private List<Passage> others() {
        List<Passage> drawn = new ArrayList<>();
        for (int i = 0; i < STRAYS; i++) {
            List<Passage> other = stories.get(random.nextInt(stories.size()));
            drawn.add(other.get(random.nextInt(Math.min(FIRST, other.size()))));
        }
        return drawn;
    }

    private void add(List<Passage> top, List<Passage> story) {
        List<Passage> all = new ArrayList<>(top);
        all.addAll(story);
        double[][] features = Topicality.features(all);
        for (int i = 0; i < Math.min(features.length, top.size() + OWN); i++) {
            rows.add(features[i]);
            strays.add(i < top.size());
        }
    }

    private double[] fitted(double[][] scaled, Scale scale) {
        double[] weights = new double[Topicality.FEATURES + 1];
        for (int step = 0; step < STEPS; step++) {
            double[] slopes = new double[weights.length];
            for (int r = 0; r < scaled.length; r++) {
                double sum = weights[Topicality.FEATURES];
                for (int i = 0; i < Topicality.FEATURES; i++) {
                    sum += weights[i] * scaled[r][i];
                }
                double error = 1 / (1 + Math.exp(-sum)) - (strays.get(r) ? 1 : 0);
                for (int i = 0; i < Topicality.FEATURES; i++) {
                    slopes[i] += error * scaled[r][i] / scaled.length;
                }
                slopes[Topicality.FEATURES] += error / scaled.length;
            }
            Arrays.setAll(weights, i -> weights[i] - RATE * slopes[i]);
        }
        return scale.folded(weights[Topicality.FEATURES], i -> weights[i], false);
    }
}
