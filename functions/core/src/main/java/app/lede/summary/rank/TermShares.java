package app.lede.summary.rank;

import java.util.Arrays;

/** Features of a sentence by how often the story uses its terms. */
final class TermShares {

    /** Number of most frequent terms. */
    private static final int TOP = 10;

    private final StoryTerms terms;
    private final int topCount;
    private final boolean[] seen;

    TermShares(StoryTerms terms) {
        this.terms = terms;
        seen = new boolean[terms.size()];
        int[] counts = new int[terms.size()];
        for (int term = 0; term < counts.length; term++) {
            counts[term] = terms.count(term);
        }
        Arrays.sort(counts);
        topCount = Math.max(2, counts.length < TOP ? 2 : counts[counts.length - TOP]);
    }

    /** Adds six features; sentences must come in order. */
    void of(int sentence, int words, Row row) {
        int[] occurrences = terms.occurrences(sentence);
        int[] distinct = terms.vector(sentence).terms();
        double all = Math.max(1, terms.total());
        double sum = 0;
        for (int term : occurrences) {
            sum += terms.count(term);
        }
        double once = 0;
        int top = 0;
        int single = 0;
        int unseen = 0;
        for (int term : distinct) {
            once += terms.count(term);
            top += terms.count(term) >= topCount ? 1 : 0;
            single += terms.sentencesWith(term) == 1 ? 1 : 0;
            unseen += seen[term] ? 0 : 1;
            seen[term] = true;
        }
        double size = Math.max(1, distinct.length);
        row.add(sum / all / Math.max(1, occurrences.length) * 50)
                .add(once / all * 5)
                .add(top / 4.0)
                .add(single / size)
                .add(unseen / size)
                .add((double) occurrences.length / Math.max(1, words));
    }
}
