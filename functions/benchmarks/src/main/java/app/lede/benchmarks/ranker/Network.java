package app.lede.benchmarks.ranker;

import app.lede.summary.rank.Features;
import app.lede.summary.rank.Sets;
import app.lede.summary.rank.Weights;
import java.util.Random;

/**
 * The network that is trained: its parameters in one array, with their gradient. Not thread safe.
 *
 * <p>Layout: the weights of each hidden unit, their biases, the weights out of them, direct weights, weights of the set's features.
 */
final class Network {

    static final int IN = Features.COUNT;

    final int hidden;
    final double[] parameters;
    private final double[] gradient;
    private final int bias;
    private final int out;
    private final int direct;
    private final int sets;

    Network(int hidden, Random random) {
        this.hidden = hidden;
        bias = hidden * IN;
        out = bias + hidden;
        direct = out + hidden;
        sets = direct + IN;
        parameters = new double[sets + Sets.FEATURES];
        gradient = new double[parameters.length];
        for (int i = 0; i < bias; i++) {
            parameters[i] = random.nextGaussian() / Math.sqrt(IN);
        }
        for (int i = out; i < direct; i++) {
            parameters[i] = 0.3 * random.nextGaussian() / Math.sqrt(hidden);
        }
    }

    /** Returns the gradient that {@link #learn} adds to. */
    double[] gradient() {
        return gradient;
    }

    boolean decays(int parameter) {
        return parameter < bias || (parameter >= out && parameter < sets);
    }

    /** Adds the gradient of one example. */
    void learn(double[][] rows, Example example, double[] rewards, double[] target, Settings settings) {
        double[][] activations = new double[rows.length][hidden];
        double[] sums = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            sums[i] = forward(rows[i], activations[i]);
        }
        int size = example.sets().size();
        double[] shares = new double[size];
        for (int s = 0; s < size; s++) {
            shares[s] = score(example.sets().get(s), sums);
        }
        Softmax.inPlace(shares, 1);
        double mean = 0;
        for (int s = 0; s < size; s++) {
            mean += shares[s] * rewards[s];
        }
        double[] slopes = new double[rows.length];
        for (int s = 0; s < size; s++) {
            Example.Choice choice = example.sets().get(s);
            double slope = -shares[s] * (rewards[s] - mean) / settings.temperature() + 0.3 * (shares[s] - target[s]);
            for (int member : choice.members()) {
                slopes[member] += slope;
            }
            for (int i = 0; i < Sets.FEATURES; i++) {
                gradient[sets + i] += slope * choice.features()[i];
            }
        }
        for (int i = 0; i < rows.length; i++) {
            backward(rows[i], activations[i], slopes[i]);
        }
    }

    private double score(Example.Choice choice, double[] values) {
        double score = 0;
        for (int member : choice.members()) {
            score += values[member];
        }
        for (int i = 0; i < Sets.FEATURES; i++) {
            score += parameters[sets + i] * choice.features()[i];
        }
        return score;
    }

    private double forward(double[] row, double[] activations) {
        double value = 0;
        for (int i = 0; i < IN; i++) {
            value += parameters[direct + i] * row[i];
        }
        for (int unit = 0; unit < hidden; unit++) {
            double sum = parameters[bias + unit];
            for (int i = 0; i < IN; i++) {
                sum += parameters[unit * IN + i] * row[i];
            }
            activations[unit] = Weights.softsign(sum);
            value += parameters[out + unit] * activations[unit];
        }
        return value;
    }

    private void backward(double[] row, double[] activations, double slope) {
        for (int i = 0; i < IN; i++) {
            gradient[direct + i] += slope * row[i];
        }
        for (int unit = 0; unit < hidden; unit++) {
            double flat = 1 - Math.abs(activations[unit]);
            double inner = slope * parameters[out + unit] * flat * flat;
            gradient[out + unit] += slope * activations[unit];
            gradient[bias + unit] += inner;
            for (int i = 0; i < IN; i++) {
                gradient[unit * IN + i] += inner * row[i];
            }
        }
    }

    double in(double[] values, int unit, int feature) {
        return values[unit * IN + feature];
    }

    double bias(double[] values, int unit) {
        return values[bias + unit];
    }

    double out(double[] values, int unit) {
        return values[out + unit];
    }

    double direct(double[] values, int feature) {
        return values[direct + feature];
    }

    double set(double[] values, int feature) {
        return values[sets + feature];
    }
}
