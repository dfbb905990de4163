package app.lede.benchmarks.ranker;

import app.lede.summary.rank.Sets;
import app.lede.summary.rank.Weights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Trains the network by the expected quality of the set it would select (minimum risk training, Shen et al. 2016), with Adam and a
 * moving average of the parameters. The same data and settings give the same weights.
 */
final class RankerTraining {

    private static final int BATCH = 16;
    private static final double KEPT = 0.995;

    private final Settings settings;
    private final Scale scale;
    private final List<Prepared> examples = new ArrayList<>();

    /** An example with standardised features, rewards and the target distribution. */
    private record Prepared(Example example, double[][] rows, double[] rewards, double[] target) {}

    RankerTraining(List<Example> examples, Settings settings) {
        this.settings = settings;
        scale = Scale.of(examples.stream()
                .flatMap(example -> Arrays.stream(example.features()))
                .toList());
        for (Example example : examples) {
            double[] rewards = example.sets().stream()
                    .mapToDouble(choice -> choice.reward(settings))
                    .toArray();
            double[] target = rewards.clone();
            Softmax.inPlace(target, settings.temperature());
            double[][] rows =
                    Arrays.stream(example.features()).map(scale::applied).toArray(double[][]::new);
            this.examples.add(new Prepared(example, rows, rewards, target));
        }
    }

    /** Trains all networks and adds them up; the weights of the topic model are taken as they are. */
    Weights train(Weights topic) {
        List<double[]> hidden = new ArrayList<>();
        List<Double> out = new ArrayList<>();
        double[] direct = new double[Network.IN + 1];
        double[] sets = new double[Sets.FEATURES];
        for (int seed = 0; seed < settings.networks(); seed++) {
            Random random = new Random(seed);
            Network network = new Network(settings.hidden(), random);
            double[] trained = trained(network, random);
            for (int unit = 0; unit < network.hidden; unit++) {
                int of = unit;
                hidden.add(scale.folded(network.bias(trained, unit), i -> network.in(trained, of, i), true));
                out.add(network.out(trained, unit));
            }
            double[] folded = scale.folded(0, i -> network.direct(trained, i), false);
            Arrays.setAll(direct, i -> direct[i] + folded[i]);
            Arrays.setAll(sets, i -> sets[i] + network.set(trained, i));
        }
        return new Weights(
                topic.topic(),
                topic.threshold(),
                hidden.toArray(double[][]::new),
                out.stream().mapToDouble(Double::doubleValue).toArray(),
                direct,
                sets);
    }

    private double[] trained(Network network, Random random) {
        Adam adam = new Adam(network);
        double[] average = network.parameters.clone();
        List<Prepared> order = new ArrayList<>(examples);
        for (int epoch = 0; epoch < settings.epochs(); epoch++) {
            double rate = settings.rate() * (1 - 0.9 * epoch / settings.epochs());
            Collections.shuffle(order, random);
            for (int i = 0; i < order.size(); i++) {
                Prepared next = order.get(i);
                network.learn(dropped(next.rows, random), next.example, next.rewards, next.target, settings);
                if (i % BATCH == BATCH - 1) {
                    adam.step(rate, settings.decay(), BATCH);
                    Arrays.setAll(average, p -> KEPT * average[p] + (1 - KEPT) * network.parameters[p]);
                }
            }
        }
        return average;
    }

    /** Leaves out some features, the same of all sentences. */
    private double[][] dropped(double[][] rows, Random random) {
        double[] factors = new double[Network.IN];
        Arrays.setAll(factors, i -> random.nextDouble() < settings.dropped() ? 0 : 1 / (1 - settings.dropped()));
        double[][] result = new double[rows.length][Network.IN];
        for (int i = 0; i < rows.length; i++) {
            for (int f = 0; f < Network.IN; f++) {
                result[i][f] = rows[i][f] * factors[f];
            }
        }
        return result;
    }
}
