package app.lede.extract.score;

/** Buckets numbers, so that each bucket has its own weight. */
final class Buckets {

    private static final int[] WORDS = {2, 4, 7, 12, 20, 35, 60, 120};
    private static final int[] DISTANCES = {1, 2, 3, 5, 9, 20};
    private static final int[] BLOCK_WORDS = {5, 15, 30, 60, 120, 300};
    private static final double[] SHARES = {0, 0.02, 0.1, 0.3, 0.6};

    private Buckets() {}

    static String words(int count) {
        return step(count, WORDS);
    }

    static String distance(int passages) {
        return step(passages, DISTANCES);
    }

    static String blockWords(double count) {
        return step((int) count, BLOCK_WORDS);
    }

    /** Returns a bucket from 0 (nothing) to 5 (most). */
    static int share(double share) {
        int step = 0;
        while (step < SHARES.length && share > SHARES[step]) {
            step++;
        }
        return step;
    }

    /** Returns a bucket from 0 to 4. */
    static int fifth(double share) {
        return (int) (share * 4.99);
    }

    private static String step(int value, int[] steps) {
        for (int step : steps) {
            if (value <= step) {
                return "<=" + step;
            }
        }
        return ">" + steps[steps.length - 1];
    }
}
