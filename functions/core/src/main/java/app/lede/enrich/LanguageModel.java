package app.lede.enrich;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * Scores languages by the byte sequences of a text: the naive Bayes model of py3langid 0.4.0 (BSD-3-Clause), converted into
 * {@code languages.gz} by {@code benchmarks languages}, which describes the file.
 *
 * <p>The sequences, of 1 to 6 bytes, are the states of an Aho–Corasick automaton; each byte of a text counts the longest
 * sequence that ends there. A score is {@code prior + Σ ln(1 + count) · ln P(sequence | language)}. Most sequences are unknown
 * to most languages, so a row holds only what exceeds the language's floor. Takes some 6 MB of memory. Immutable and thread
 * safe.
 */
final class LanguageModel {

    private static final String RESOURCE = "languages.gz";

    /** Natural logarithm of one step of a row's values. */
    private static final float STEP = 1 / 8f;

    private final List<String> languages = new ArrayList<>();
    private final float[] priors;
    private final float[] floors;

    /** By state, in order of breadth: its first child; the children of a state follow each other by their byte. */
    private final int[] firstChild;

    private final byte[] labels;

    /** By byte: the state behind the root, where most searches end. */
    private final int[] behindRoot = new int[256];

    /** By state: the state of its longest proper suffix. */
    private final int[] suffix;

    /** By state: the row of its sequence, or of its longest suffix that has one; -1 if none. */
    private final int[] row;

    /** By row: where its languages and values begin; with an end. */
    private final int[] rowStart;

    /** A language in the upper byte, its value in the lower one: side by side, since rows lie far apart in memory. */
    private final short[] rowEntries;

    private LanguageModel(DataInputStream in) throws IOException {
        int count = in.readUnsignedByte();
        priors = new float[count];
        floors = new float[count];
        for (int i = 0; i < count; i++) {
            languages.add(in.readUTF());
            priors[i] = in.readFloat();
            floors[i] = in.readFloat();
        }
        int states = in.readInt();
        int rows = in.readInt();
        byte[] children = in.readNBytes(states);
        labels = in.readNBytes(states);
        byte[] own = in.readNBytes(states);
        byte[] lengths = in.readNBytes(rows);
        firstChild = starts(children);
        rowStart = starts(lengths);
        byte[] rowLanguages = in.readNBytes(rowStart[rows]);
        byte[] rowValues = in.readNBytes(rowStart[rows]);
        rowEntries = new short[rowLanguages.length];
        for (int i = 0; i < rowEntries.length; i++) {
            rowEntries[i] = (short) (rowLanguages[i] << 8 | (rowValues[i] & 0xff));
        }
        // The root is nobody's child.
        for (int state = 0; state < firstChild.length; state++) {
            firstChild[state]++;
        }
        suffix = new int[states];
        row = new int[states];
        link(own);
    }

    /** Reads the model, in about a tenth of a second; IllegalStateException if the resource is not on the class path. */
    static LanguageModel load() {
        try (InputStream in = LanguageModel.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is missing: add the module languages to the class path");
            }
            return new LanguageModel(
                    new DataInputStream(new BufferedInputStream(new GZIPInputStream(in, 1 << 16), 1 << 16)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds up lengths into the positions where each begins, and the end of the last. */
    private static int[] starts(byte[] lengths) {
        int[] starts = new int[lengths.length + 1];
        for (int i = 0; i < lengths.length; i++) {
            starts[i + 1] = starts[i] + (lengths[i] & 0xff);
        }
        return starts;
    }

    /** Links each state to its longest suffix, and to a row. A parent and a shorter state come first. */
    private void link(byte[] own) {
        int rows = 0;
        row[0] = -1;
        for (int child = firstChild[0]; child < firstChild[1]; child++) {
            behindRoot[labels[child] & 0xff] = child;
        }
        for (int parent = 0; parent < suffix.length; parent++) {
            for (int child = firstChild[parent]; child < firstChild[parent + 1]; child++) {
                suffix[child] = parent == 0 ? 0 : next(suffix[parent], labels[child]);
            }
        }
        for (int state = 1; state < row.length; state++) {
            row[state] = own[state] == 0 ? row[suffix[state]] : rows++;
        }
    }

    /** Returns the languages, in the order of the scores; some more than once, for their scripts and dialects. */
    List<String> languages() {
        return languages;
    }

    /** Scores each language. Linear in the text but for the sorting of what was found. */
    float[] scores(String text) {
        byte[] bytes = bytes(text);
        int[] found = new int[bytes.length];
        int count = 0;
        int state = 0;
        for (byte b : bytes) {
            state = next(state, b);
            if (row[state] >= 0) {
                found[count++] = row[state];
            }
        }
        Arrays.sort(found, 0, count);
        float[] scores = priors.clone();
        float total = 0;
        for (int i = 0; i < count; ) {
            int end = i;
            while (end < count && found[end] == found[i]) {
                end++;
            }
            float weight = (float) Math.log1p(end - i);
            add(scores, found[i], weight * STEP);
            total += weight;
            i = end;
        }
        for (int language = 0; language < scores.length; language++) {
            scores[language] += total * floors[language];
        }
        return scores;
    }

    private void add(float[] scores, int sequence, float weight) {
        for (int i = rowStart[sequence]; i < rowStart[sequence + 1]; i++) {
            int entry = rowEntries[i];
            scores[entry >> 8] += weight * (byte) entry;
        }
    }

    /** Returns the bytes that the model was trained on: UTF-8 of composed characters, text in capitals in lower case. */
    static byte[] bytes(String text) {
        boolean capitals = text.codePoints().anyMatch(Character::isUpperCase)
                && text.codePoints().noneMatch(Character::isLowerCase);
        String plain = capitals ? text.toLowerCase(java.util.Locale.ROOT) : text;
        return Normalizer.normalize(plain, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8);
    }

    private int next(int from, byte label) {
        int state = from;
        while (state != 0) {
            int child = Arrays.binarySearch(labels, firstChild[state], firstChild[state + 1], label);
            if (child >= 0) {
                return child;
            }
            state = suffix[state];
        }
        return behindRoot[label & 0xff];
    }
}
