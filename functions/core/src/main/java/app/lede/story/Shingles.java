package app.lede.story;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Hashes runs of {@value #WORDS} successive words, or of {@value #CHARACTERS} where characters of a script without spaces prevail. */
final class Shingles {

    /** Tokens of a text that are compared; the rest of a longer one says little about where it comes from. */
    static final int MOST_TOKENS = 20_000;

    static final int WORDS = 4;
    static final int CHARACTERS = 8;

    private Shingles() {}

    /** Returns the length of a text's shingles in tokens. */
    static int length(List<Token> tokens) {
        long characters = tokens.stream()
                .filter(token -> token.kind() == Token.Kind.CHARACTER)
                .count();
        return 2 * characters > tokens.size() ? CHARACTERS : WORDS;
    }

    /** Returns the hash of the shingle that begins at each token, in order. */
    static long[] hashes(List<Token> tokens, int length) {
        long[] words = new long[tokens.size()];
        for (int i = 0; i < words.length; i++) {
            words[i] = Signature.mixed(tokens.get(i).key().hashCode());
        }
        long[] hashes = new long[Math.max(0, words.length - length + 1)];
        for (int i = 0; i < hashes.length; i++) {
            long hash = 0;
            for (int j = i; j < i + length; j++) {
                hash = hash * 0x100000001b3L + words[j];
            }
            hashes[i] = Signature.mixed(hash);
        }
        return hashes;
    }

    /** Returns the different shingles of a text. */
    static Set<Long> of(List<Token> tokens) {
        Set<Long> shingles = new LinkedHashSet<>();
        for (long hash : hashes(tokens, length(tokens))) {
            shingles.add(hash);
        }
        return shingles;
    }
}
