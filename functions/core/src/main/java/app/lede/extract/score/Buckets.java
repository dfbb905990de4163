package app.lede.extract.score;

import java.util.Arrays;
import java.util.stream.Stream;

/** Buckets numbers, so that each bucket has its own weight. A bucket is the end of a feature's name. */
final class Buckets {

    private static final Steps WORDS = Steps.of(2, 4, 7, 12, 20, 35, 60, 120);
    private static final Steps DISTANCES = Steps.of(1, 2, 3, 5, 9, 20);
    private static final Steps BLOCK_WORDS = Steps.of(5, 15, 30, 60, 120, 300);
    private static final double[] SHARES = {0, 0.02, 0.1, 0.3, 0.6};
    private static final String[] DIGITS = {"0", "1", "2", "3", "4", "5"};

    private Buckets() {}

    /** Upper bounds and the names of the buckets up to each, and of the one beyond. */
    @SuppressWarnings("ArrayRecordComponent") // Constants of this class, compared by nobody.
    private record Steps(int[] bounds, String[] names) {

        static Steps of(int... bounds) {
            Stream<String> within = Arrays.stream(bounds).mapToObj(bound -> "<=" + bound);
            Stream<String> beyond = Stream.of(">" + bounds[bounds.length - 1]);
            return new Steps(bounds, Stream.concat(within, beyond).toArray(String[]::new));
        }

        String of(int value) {
            int step = 0;
            while (step < bounds.length && value > bounds[step]) {
                step++;
            }
            return names[step];
        }
    }

    static String words(int count) {
        return WORDS.of(count);
    }

    static String distance(int passages) {
        return DISTANCES.of(passages);
    }

    static String blockWords(double count) {
        return BLOCK_WORDS.of((int) count);
    }

    /** Returns a bucket from 0 (nothing) to 5 (most). */
    static String share(double share) {
        int step = 0;
        while (step < SHARES.length && share > SHARES[step]) {
            step++;
        }
        return DIGITS[step];
    }

    /** Returns a bucket from 0 to 4. */
    static String fifth(double share) {
        return DIGITS[(int) (share * 4.99)];
    }
}
