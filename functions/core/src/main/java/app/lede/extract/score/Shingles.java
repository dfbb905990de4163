package app.lede.extract.score;

import app.lede.text.Words;
import java.util.HashSet;
import java.util.Set;

/** The four-word shingles of a text, to measure containment; linear in both texts. */
final class Shingles {

    private static final int LENGTH = 4;
    private static final int MAX_WORDS = 100_000;

    private final Set<Integer> hashes = new HashSet<>();

    private Shingles() {}

    static Shingles of(String text) {
        Shingles shingles = new Shingles();
        shingles.hash(Words.key(text), shingles.hashes::add);
        return shingles;
    }

    /**
     * Returns the share of a text's shingles contained in these, 0 to 1, given the text's {@link Words#key}; a text of
     * fewer than four words is one shingle.
     */
    double shareOf(String key) {
        int[] counts = new int[2];
        hash(key, hash -> {
            counts[0]++;
            counts[1] += hashes.contains(hash) ? 1 : 0;
        });
        return counts[0] == 0 ? 0 : (double) counts[1] / counts[0];
    }

    boolean isEmpty() {
        return hashes.isEmpty();
    }

    int size() {
        return hashes.size();
    }

    private interface Sink {
        void accept(int hash);
    }

    private void hash(String key, Sink sink) {
        String[] words = key.split(" ", MAX_WORDS);
        if (words[0].isEmpty()) {
            return;
        }
        for (int i = 0; i <= Math.max(0, words.length - LENGTH); i++) {
            int hash = 1;
            for (int j = i; j < Math.min(words.length, i + LENGTH); j++) {
                hash = 31 * hash + words[j].hashCode();
            }
            sink.accept(hash);
        }
    }
}
