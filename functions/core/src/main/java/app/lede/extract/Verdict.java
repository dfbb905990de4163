package app.lede.extract;

import java.util.Iterator;
import java.util.List;
import java.util.Objects;

/**
 * A passage's second score, from {@link Surroundings} and {@link Traits}: the sum of many small decision trees, because what a neighbour's score
 * means depends on the passage's own. They are in {@code verdict.tsv}, written by the training program. Trees, as a number
 * beyond all that was trained on moves a net without bound, and a tree not at all.
 *
 * <p>Thread safe.
 */
final class Verdict {

    private final List<Node> trees;

    private Verdict(List<Node> trees) {
        this.trees = trees;
    }

    private interface Node {

        double score(double[] numbers);
    }

    private record Leaf(double score) implements Node {

        @Override
        public double score(double[] numbers) {
            return score;
        }
    }

    /** Asks whether a number is at most the bound. */
    private record Split(int number, double bound, Node within, Node beyond) implements Node {

        @Override
        public double score(double[] numbers) {
            return (numbers[number] <= bound ? within : beyond).score(numbers);
        }
    }

    static Verdict load() {
        return new Verdict(Resource.lines("verdict.tsv").stream()
                .map(line -> node(Resource.columns(line).iterator()))
                .toList());
    }

    /** A node and all below it: a leaf is its score; a split is {@code number<=bound}, then the node within, then the one beyond. */
    private static Node node(Iterator<String> columns) {
        String column = columns.next();
        int at = column.indexOf("<=");
        return at < 0
                ? new Leaf(Double.parseDouble(column))
                : new Split(
                        Objects.checkIndex(Integer.parseInt(column.substring(0, at)), Surroundings.SIZE + Traits.SIZE),
                        Double.parseDouble(column.substring(at + 2)),
                        node(columns),
                        node(columns));
    }

    /** The log-odds that the passage with these numbers is part of the article. */
    double score(double[] numbers) {
        double score = 0;
        for (Node tree : trees) {
            score += tree.score(numbers);
        }
        return score;
    }
}
