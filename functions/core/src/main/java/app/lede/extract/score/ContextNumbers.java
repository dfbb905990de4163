package app.lede.extract.score;

import app.lede.extract.page.Frame;
import app.lede.extract.page.Passage;
import app.lede.extract.page.Shape;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Context features of a passage: scores of its neighbours in reading order, its relatives in the tree, and passages of
 * its kind on the page. Inputs of {@link BoostedTrees}, beside {@link PassageNumbers}.
 */
final class ContextNumbers {

    static final int SIZE = 29;

    private static final int LEVELS = 4;
    private static final double LIMIT = 6;
    private static final double FADE = 0.15;
    private static final int MAX_WORDS = 100;
    private static final int STRONG_WORDS = 8;
    private static final int LONG_WORDS = 12;

    private final List<Passage> passages;
    private final double[] score;
    private final double[] weight;
    private final double[] mass;
    private final double totalMass;
    private final double[][] columns = new double[SIZE][];
    private int used;

    ContextNumbers(List<Passage> passages, double[] scores) {
        int n = passages.size();
        this.passages = passages;
        this.score = new double[n];
        this.weight = new double[n];
        this.mass = new double[n];
        double total = 1e-6;
        for (int i = 0; i < n; i++) {
            score[i] = Math.clamp(scores[i], -LIMIT, LIMIT);
            weight[i] = Math.min(MAX_WORDS, passages.get(i).words()) + 1;
            mass[i] = weight[i] / (1 + StrictMath.exp(-score[i]));
            total += mass[i];
        }
        this.totalMass = total;
        add(score);
        relatives();
        neighbours();
        position();
        page();
    }

    /** Writes the {@value #SIZE} features of one passage. */
    void fill(int i, double[] numbers) {
        for (int c = 0; c < SIZE; c++) {
            numbers[c] = columns[c][i];
        }
    }

    private void add(double[] column) {
        columns[used++] = column;
    }

    private void relatives() {
        int n = passages.size();
        @Nullable Frame[] frames = passages.stream().map(Passage::frame).toArray(Frame[]::new);
        int[] keys = new int[n];
        int count = 2 + Arrays.stream(frames).mapToInt(Frame::id).max().orElse(0);
        for (int level = 0; level < LEVELS; level++) {
            for (int i = 0; i < n; i++) {
                keys[i] = frames[i] == null ? count - 1 : frames[i].id();
                frames[i] = frames[i] == null ? null : frames[i].parent();
            }
            group(keys, count, true);
        }
        Map<Shape, Integer> shapes = new HashMap<>();
        for (int i = 0; i < n; i++) {
            Shape shape = Shape.of(passages.get(i).frame());
            keys[i] = shapes.computeIfAbsent(shape, any -> shapes.size());
        }
        group(keys, shapes.size(), false);
    }

    /**
     * Adds the mean score of a passage's group and, optionally, the group's share of the likely article.
     *
     * @param keys the group of each passage, from 0
     * @param count number of groups
     */
    private void group(int[] keys, int count, boolean share) {
        int n = score.length;
        double[] scores = new double[count];
        double[] weights = new double[count];
        double[] masses = new double[count];
        for (int i = 0; i < n; i++) {
            scores[keys[i]] += score[i] * weight[i];
            weights[keys[i]] += weight[i];
            masses[keys[i]] += mass[i];
        }
        double[] means = new double[n];
        double[] shares = new double[n];
        for (int i = 0; i < n; i++) {
            means[i] = scores[keys[i]] / weights[keys[i]];
            shares[i] = masses[keys[i]] / totalMass;
        }
        add(means);
        if (share) {
            add(shares);
        }
    }

    private void neighbours() {
        int n = score.length;
        for (int distance : new int[] {-3, -2, -1, 1, 2, 3}) {
            double[] column = new double[n];
            for (int i = 0; i < n; i++) {
                column[i] = scoreAt(i + distance);
            }
            add(column);
        }
        double[] window = new double[n];
        for (int i = 0; i < n; i++) {
            double sum = 0;
            double weights = 0;
            for (int j = i - 4; j <= i + 4; j++) {
                double w = j < 0 || j >= n ? 1 : weight[j];
                sum += scoreAt(j) * w;
                weights += w;
            }
            window[i] = sum / weights;
        }
        add(window);
    }

    private double scoreAt(int i) {
        return i < 0 || i >= score.length ? -LIMIT : score[i];
    }

    /**
     * Adds the share of the likely article before and after, and the best score on each side, decaying with distance.
     */
    private void position() {
        int n = score.length;
        double[] before = new double[n];
        double[] after = new double[n];
        double[] bestBefore = new double[n];
        double[] bestAfter = new double[n];
        double sum = 0;
        double best = -LIMIT;
        for (int i = 0; i < n; i++) {
            before[i] = sum / totalMass;
            after[i] = 1 - before[i] - mass[i] / totalMass;
            sum += mass[i];
            bestBefore[i] = best;
            best = faded(best, i);
        }
        best = -LIMIT;
        for (int i = n - 1; i >= 0; i--) {
            bestAfter[i] = best;
            best = faded(best, i);
        }
        add(before);
        add(after);
        add(lower(before, after));
        add(bestBefore);
        add(bestAfter);
        add(lower(bestBefore, bestAfter));
    }

    private double faded(double best, int i) {
        double fading = best - FADE;
        return weight[i] > STRONG_WORDS ? Math.max(fading, score[i]) : fading;
    }

    private static double[] lower(double[] a, double[] b) {
        double[] lower = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            lower[i] = Math.min(a[i], b[i]);
        }
        return lower;
    }

    private void page() {
        int n = score.length;
        double[] candidates = new double[n];
        for (int i = 0; i < n; i++) {
            candidates[i] = weight[i] > LONG_WORDS ? -score[i] : LIMIT;
        }
        Arrays.sort(candidates);
        int count = Math.min(n, Math.max(3, n / 20));
        double top = -Arrays.stream(candidates, 0, count).average().orElse(LIMIT);
        double[][] page = new double[6][n];
        for (int i = 0; i < n; i++) {
            page[0][i] = score[i] - top;
            page[1][i] = top;
            page[2][i] = StrictMath.log(weight[i]);
            page[3][i] = passages.get(i).linkedShare();
            page[4][i] = StrictMath.log(n);
            page[5][i] = StrictMath.log(totalMass + 1);
        }
        for (double[] column : page) {
            add(column);
        }
    }
}
