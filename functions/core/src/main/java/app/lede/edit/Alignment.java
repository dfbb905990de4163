package app.lede.edit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Aligns two lists: equal ends first, then elements that are unique on both sides (patience diff), then a longest common
 * subsequence of what is left, as far as its budget goes. Not minimal in every case, and close to linear in all. Not thread
 * safe.
 */
final class Alignment {

    private static final int MAX_DEPTH = 40;

    private static final int UNMATCHED = -1;

    /** Cells of tables of common subsequences that may still be filled. */
    private long budget;

    /**
     * Creates an aligner for one pair of texts.
     *
     * @param budget total number of cells of tables of common subsequences; without any left, lists count as different
     */
    Alignment(long budget) {
        this.budget = budget;
    }

    /** Returns what differs, in order; elements outside the hunks are equal one by one. */
    <T> List<Hunk> hunks(List<T> before, List<T> after) {
        Map<T, Integer> ids = new HashMap<>();
        Pair pair = new Pair(ids(before, ids), ids(after, ids));
        pair.align(new Hunk(0, before.size(), 0, after.size()), 0);
        return pair.hunks();
    }

    private static <T> int[] ids(List<T> elements, Map<T, Integer> ids) {
        return elements.stream()
                .mapToInt(element -> ids.computeIfAbsent(element, any -> ids.size()))
                .toArray();
    }

    /** The lists as numbers, and the partner of each element of the first. */
    private final class Pair {

        private final int[] before;
        private final int[] after;
        private final int[] partner;

        Pair(int[] before, int[] after) {
            this.before = before;
            this.after = after;
            this.partner = new int[before.length];
            Arrays.fill(partner, UNMATCHED);
        }

        void align(Hunk whole, int depth) {
            Hunk rest = withoutEqualEnds(whole);
            if (rest.from() == rest.to() || rest.newFrom() == rest.newTo()) {
                return;
            }
            List<int[]> anchors = depth < MAX_DEPTH ? anchors(rest) : List.of();
            if (anchors.isEmpty()) {
                commonSubsequence(rest);
                return;
            }
            int from = rest.from();
            int newFrom = rest.newFrom();
            for (int[] anchor : anchors) {
                partner[anchor[0]] = anchor[1];
                align(new Hunk(from, anchor[0], newFrom, anchor[1]), depth + 1);
                from = anchor[0] + 1;
                newFrom = anchor[1] + 1;
            }
            align(new Hunk(from, rest.to(), newFrom, rest.newTo()), depth + 1);
        }

        private Hunk withoutEqualEnds(Hunk whole) {
            int from = whole.from();
            int newFrom = whole.newFrom();
            while (from < whole.to() && newFrom < whole.newTo() && before[from] == after[newFrom]) {
                partner[from++] = newFrom++;
            }
            int to = whole.to();
            int newTo = whole.newTo();
            while (to > from && newTo > newFrom && before[to - 1] == after[newTo - 1]) {
                partner[--to] = --newTo;
            }
            return new Hunk(from, to, newFrom, newTo);
        }

        /** Returns pairs of elements that are unique on both sides, the longest chain of them that is in order. */
        private List<int[]> anchors(Hunk rest) {
            Map<Integer, Integer> unique = unique(before, rest.from(), rest.to());
            Map<Integer, Integer> newUnique = unique(after, rest.newFrom(), rest.newTo());
            List<int[]> pairs = new ArrayList<>();
            for (int i = rest.from(); i < rest.to(); i++) {
                int there = newUnique.getOrDefault(before[i], UNMATCHED);
                if (there >= 0 && unique.getOrDefault(before[i], UNMATCHED) == i) {
                    pairs.add(new int[] {i, there});
                }
            }
            return increasing(pairs);
        }

        /** Fills a table of longest common subsequences; leaves the range unmatched if the budget is spent. */
        private void commonSubsequence(Hunk rest) {
            int rows = rest.to() - rest.from();
            int columns = rest.newTo() - rest.newFrom();
            if ((long) rows * columns > budget) {
                return;
            }
            budget -= (long) rows * columns;
            int[][] longest = new int[rows + 1][columns + 1];
            for (int i = rows - 1; i >= 0; i--) {
                for (int j = columns - 1; j >= 0; j--) {
                    longest[i][j] = before[rest.from() + i] == after[rest.newFrom() + j]
                            ? longest[i + 1][j + 1] + 1
                            : Math.max(longest[i + 1][j], longest[i][j + 1]);
                }
            }
            int i = 0;
            int j = 0;
            while (i < rows && j < columns) {
                if (before[rest.from() + i] == after[rest.newFrom() + j]) {
                    partner[rest.from() + i++] = rest.newFrom() + j++;
                } else if (longest[i + 1][j] >= longest[i][j + 1]) {
                    i++;
                } else {
                    j++;
                }
            }
        }

        List<Hunk> hunks() {
            List<Hunk> hunks = new ArrayList<>();
            int from = 0;
            int newFrom = 0;
            for (int i = 0; i <= before.length; i++) {
                int there = i < before.length ? partner[i] : after.length;
                if (there == UNMATCHED) {
                    continue;
                }
                if (i > from || there > newFrom) {
                    hunks.add(new Hunk(from, i, newFrom, there));
                }
                from = i + 1;
                newFrom = there + 1;
            }
            return hunks;
        }
    }

    /** Maps each element that occurs once in a range to its place. */
    private static Map<Integer, Integer> unique(int[] elements, int from, int to) {
        Map<Integer, Integer> places = new HashMap<>();
        for (int i = from; i < to; i++) {
            places.merge(elements[i], i, (one, other) -> UNMATCHED);
        }
        return places;
    }

    /** Returns the longest chain of pairs whose second numbers increase, by patience sorting. */
    private static List<int[]> increasing(List<int[]> pairs) {
        int[] previous = new int[pairs.size()];
        int[] tops = new int[pairs.size()];
        int piles = 0;
        for (int i = 0; i < pairs.size(); i++) {
            int low = 0;
            int high = piles;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (pairs.get(tops[middle])[1] < pairs.get(i)[1]) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            previous[i] = low == 0 ? UNMATCHED : tops[low - 1];
            tops[low] = i;
            piles = Math.max(piles, low + 1);
        }
        List<int[]> chain = new ArrayList<>();
        for (int i = piles == 0 ? UNMATCHED : tops[piles - 1]; i >= 0; i = previous[i]) {
            chain.addFirst(pairs.get(i));
        }
        return chain;
    }
}
