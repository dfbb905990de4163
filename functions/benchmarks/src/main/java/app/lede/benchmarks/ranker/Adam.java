package app.lede.benchmarks.ranker;

import java.util.Arrays;

/** Adam (Kingma and Ba 2015) with weight decay added to the gradient. */
final class Adam {

    private final Network network;
    private final double[] first;
    private final double[] second;
    private int steps;

    Adam(Network network) {
        this.network = network;
        first = new double[network.parameters.length];
        second = new double[network.parameters.length];
    }

    /** Moves the parameters against the gradient and clears it. */
    void step(double rate, double decay, int examples) {
        steps++;
        double[] gradient = network.gradient();
        double unbiasedFirst = 1 - Math.pow(0.9, steps);
        double unbiasedSecond = 1 - Math.pow(0.999, steps);
        for (int i = 0; i < gradient.length; i++) {
            double slope = gradient[i] / examples + (network.decays(i) ? decay * network.parameters[i] : 0);
            first[i] = 0.9 * first[i] + 0.1 * slope;
            second[i] = 0.999 * second[i] + 0.001 * slope * slope;
            network.parameters[i] -= rate * (first[i] / unbiasedFirst) / (Math.sqrt(second[i] / unbiasedSecond) + 1e-8);
        }
        Arrays.fill(gradient, 0);
    }
}
