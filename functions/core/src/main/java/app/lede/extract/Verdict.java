package app.lede.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A passage's second score, from {@link Surroundings} and {@link Traits}: the sum of many small decision trees, because what a
 * neighbour's score means depends on the passage's own. They are in {@code verdict.tsv}, written by the training program. Trees,
 * as a number beyond all that was trained on moves a net without bound, and a tree not at all.
 *
 * <p>The trees' nodes lie one behind the other as in the file, a split before all that is within and that before all beyond: a
 * page asks a hundred thousand times, and objects would be spread over the heap.
 *
 * <p>Thread safe.
 */
final class Verdict {

    private static final int LEAF = -1;

    private final int[] numbers;
    private final double[] bounds;
    private final int[] beyonds;
    private final int[] roots;

    private Verdict(List<Node> nodes, List<Integer> roots) {
        this.numbers = nodes.stream().mapToInt(Node::number).toArray();
        this.bounds = nodes.stream().mapToDouble(Node::bound).toArray();
        this.beyonds = nodes.stream().mapToInt(Node::beyond).toArray();
        this.roots = roots.stream().mapToInt(Integer::intValue).toArray();
    }

    /**
     * A split, which asks whether a number is at most the bound, or a leaf, whose bound is its score.
     *
     * @param beyond where the node lies that is asked next if it is not; if it is, the next node is
     */
    private record Node(int number, double bound, int beyond) {}

    static Verdict load() {
        List<Node> nodes = new ArrayList<>();
        List<Integer> roots = new ArrayList<>();
        for (String line : Resource.lines("verdict.tsv")) {
            List<String> columns = Resource.columns(line);
            roots.add(nodes.size());
            if (add(columns, 0, nodes) != columns.size()) {
                throw new IllegalStateException("verdict.tsv: more than a tree in " + line);
            }
        }
        return new Verdict(nodes, roots);
    }

    /** Adds a node and all below it: {@code number<=bound}, then the node within, then the one beyond; a leaf is its score. */
    private static int add(List<String> columns, int at, List<Node> nodes) {
        String column = columns.get(at);
        int sign = column.indexOf("<=");
        if (sign < 0) {
            nodes.add(new Node(LEAF, Double.parseDouble(column), LEAF));
            return at + 1;
        }
        int number = Integer.parseInt(column.substring(0, sign));
        Objects.checkIndex(number, Surroundings.SIZE + Traits.SIZE);
        int place = nodes.size();
        nodes.add(new Node(LEAF, 0, LEAF));
        int beyond = add(columns, at + 1, nodes);
        nodes.set(place, new Node(number, Double.parseDouble(column.substring(sign + 2)), nodes.size()));
        return add(columns, beyond, nodes);
    }

    /** The log-odds that the passage with these numbers is part of the article. */
    double score(double[] passage) {
        double score = 0;
        for (int root : roots) {
            int node = root;
            while (numbers[node] != LEAF) {
                node = passage[numbers[node]] <= bounds[node] ? node + 1 : beyonds[node];
            }
            score += bounds[node];
        }
        return score;
    }
}
