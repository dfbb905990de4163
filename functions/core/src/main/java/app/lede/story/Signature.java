package app.lede.story;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A MinHash signature of {@value #HASHES} values, of which the lowest 16 bits are kept. The share of equal values in two
 * signatures estimates the Jaccard similarity of their texts' shingles, with a standard error of at most .044.
 *
 * <p>Immutable.
 *
 * @see <a href="https://doi.org/10.1109/SEQUEN.1997.666900">Broder, On the resemblance and containment of documents</a>
 */
public final class Signature {

    static final int HASHES = 128;

    /** Bytes of a stored signature. */
    static final int BYTES = 2 * HASHES;

    /** Two rows a band: texts of similarity .3 share a band with probability .998, of .1 with .47. */
    private static final int ROWS = 2;

    /** Odd factors of the hash functions, from the generator SplitMix64. */
    private static final long[] FACTORS = new long[HASHES];

    static {
        for (int i = 0; i < HASHES; i++) {
            FACTORS[i] = mixed(i + 1) | 1;
        }
    }

    private final char[] values;

    private Signature(char[] values) {
        this.values = values;
    }

    /** Computes the signature of shingles. */
    static Signature of(Iterable<Long> shingles) {
        long[] least = new long[HASHES];
        Arrays.fill(least, -1L);
        for (long shingle : shingles) {
            for (int i = 0; i < HASHES; i++) {
                long hash = mixed(shingle * FACTORS[i]);
                if (Long.compareUnsigned(hash, least[i]) < 0) {
                    least[i] = hash;
                }
            }
        }
        char[] values = new char[HASHES];
        for (int i = 0; i < HASHES; i++) {
            values[i] = (char) least[i];
        }
        return new Signature(values);
    }

    /** Finalises a hash, so that all its bits depend on all bits of the value. */
    static long mixed(long value) {
        long z = value * 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    /** Estimates the Jaccard similarity of two texts, from 0 to 1. */
    double similarity(Signature other) {
        int equal = 0;
        for (int i = 0; i < HASHES; i++) {
            equal += values[i] == other.values[i] ? 1 : 0;
        }
        return equal / (double) HASHES;
    }

    /** Returns a term for each of the {@code HASHES / 2} bands; similar texts share some. */
    List<String> bands() {
        List<String> bands = new ArrayList<>();
        for (int i = 0; i < HASHES; i += ROWS) {
            bands.add(Integer.toString(i / ROWS, Character.MAX_RADIX)
                    + '.'
                    + Integer.toString((values[i] << 16 | values[i + 1]) & Integer.MAX_VALUE, Character.MAX_RADIX));
        }
        return bands;
    }

    void write(ByteBuffer bytes) {
        for (char value : values) {
            bytes.putChar(value);
        }
    }

    static Signature read(ByteBuffer bytes) {
        char[] values = new char[HASHES];
        for (int i = 0; i < HASHES; i++) {
            values[i] = bytes.getChar();
        }
        return new Signature(values);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Signature signature && Arrays.equals(values, signature.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }
}
