package app.lede.extract.score;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class BoostedTreesTest {

    private static double[] passage(double first, double second) {
        double[] numbers = new double[ContextNumbers.SIZE + PassageNumbers.SIZE];
        numbers[0] = first;
        numbers[1] = second;
        return numbers;
    }

    @Test
    void a_number_at_the_bound_is_within_it_and_one_above_is_beyond() {
        BoostedTrees trees = BoostedTrees.of(List.of("0<=0.5\t-1\t1"));
        double[][] passages = {passage(0.5, 0), passage(Math.nextUp(0.5), 0), passage(-7, 0)};
        assertArrayEquals(new double[] {-1, 1, -1}, trees.scores(passages));
    }

    @Test
    void zero_of_either_sign_is_within_zero() {
        BoostedTrees trees = BoostedTrees.of(List.of("0<=-0.0\t-1\t1", "0<=0.0\t-1\t1"));
        assertArrayEquals(new double[] {-2, -2}, trees.scores(new double[][] {passage(0.0, 0), passage(-0.0, 0)}));
    }

    @Test
    void a_shallow_leaf_ends_the_walk_beside_a_deep_one() {
        BoostedTrees trees = BoostedTrees.of(List.of("0<=1\t-3\t1<=2\t5\t0<=4\t7\t9"));
        double[][] passages = {passage(0, 9), passage(2, 2), passage(4, 3), passage(5, 3)};
        assertArrayEquals(new double[] {-3, 5, 7, 9}, trees.scores(passages));
    }

    @Test
    void scores_of_all_trees_add_up() {
        BoostedTrees trees = BoostedTrees.of(List.of("0.25", "0<=1\t1\t2", "1<=1\t10\t20"));
        assertArrayEquals(new double[] {11.25, 22.25}, trees.scores(new double[][] {passage(0, 0), passage(2, 2)}));
    }

    @Test
    void features_that_all_passages_of_a_page_share_count_as_those_that_differ() {
        BoostedTrees trees = BoostedTrees.of(List.of("0<=1\t-3\t1<=2\t5\t7", "1<=1\t10\t20", "0<=3\t100\t200"));
        double[][] passages = {passage(2, 1), passage(2, 2.5), passage(2, 2)};
        assertArrayEquals(new double[] {115, 127, 125}, trees.scores(passages));
        assertArrayEquals(new double[] {127}, trees.scores(new double[][] {passages[1]}));
        assertArrayEquals(new double[0], trees.scores(new double[0][]));
    }

    @Test
    void a_line_with_more_than_a_tree_is_a_broken_build() {
        assertThrows(IllegalStateException.class, () -> BoostedTrees.of(List.of("0<=1\t1\t2\t3")));
    }
}
