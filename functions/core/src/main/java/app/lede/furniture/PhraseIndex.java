package app.lede.furniture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds any of many phrases in a line by their first letters, in one pass over the line.
 *
 * <p>Immutable and thread safe.
 */
public final class PhraseIndex {

    /** Letters by which phrases are looked up. */
    private static final int LETTERS = 3;

    /** Size of the table, a power of two; most places of a line have no phrase in it. */
    private static final int SLOTS = 1 << 12;

    private static final String[] NONE = {};

    /** Phrases by their first letters; several beginnings may share a slot. */
    private final String[][] slots = new String[SLOTS][];

    private final List<String> brief = new ArrayList<>();

    public PhraseIndex(List<String> phrases) {
        Arrays.fill(slots, NONE);
        for (String phrase : phrases) {
            if (phrase.length() < LETTERS) {
                brief.add(phrase);
                continue;
            }
            int slot = slot(phrase.charAt(0), phrase.charAt(1), phrase.charAt(2));
            slots[slot] = Arrays.copyOf(slots[slot], slots[slot].length + 1);
            slots[slot][slots[slot].length - 1] = phrase;
        }
    }

    /** Tests whether a line begins with a phrase. */
    public boolean begins(String line) {
        if (line.length() >= LETTERS && isAt(line, 0, slot(line.charAt(0), line.charAt(1), line.charAt(2)))) {
            return true;
        }
        for (String phrase : brief) {
            if (line.startsWith(phrase)) {
                return true;
            }
        }
        return false;
    }

    /** Tests whether a line contains a phrase. */
    public boolean isIn(String line) {
        char first = 0;
        char second = 0;
        for (int at = 0; at < line.length(); at++) {
            char third = line.charAt(at);
            if (at >= LETTERS - 1 && isAt(line, at - LETTERS + 1, slot(first, second, third))) {
                return true;
            }
            first = second;
            second = third;
        }
        for (String phrase : brief) {
            if (line.contains(phrase)) {
                return true;
            }
        }
        return false;
    }

    private boolean isAt(String line, int at, int slot) {
        for (String phrase : slots[slot]) {
            if (line.startsWith(phrase, at)) {
                return true;
            }
        }
        return false;
    }

    private static int slot(char first, char second, char third) {
        return ((first * 31 + second) * 31 + third) & (SLOTS - 1);
    }
}
