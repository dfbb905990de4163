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

    private static final int BITS_OF_LETTER = 4;

    /** Size of the table; for most places of a line it has no phrase. */
    private static final int SLOTS = 1 << (LETTERS * BITS_OF_LETTER);

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
            int slot = slot(phrase);
            slots[slot] = Arrays.copyOf(slots[slot], slots[slot].length + 1);
            slots[slot][slots[slot].length - 1] = phrase;
        }
    }

    /** Tests whether a line begins with a phrase. */
    public boolean begins(String line) {
        if (line.length() >= LETTERS && isAt(line, 0, slot(line))) {
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
        int slot = 0;
        for (int at = 0; at < line.length(); at++) {
            slot = next(slot, line.charAt(at));
            if (at >= LETTERS - 1 && isAt(line, at - LETTERS + 1, slot)) {
                return true;
            }
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

    private static int slot(String text) {
        return next(next(next(0, text.charAt(0)), text.charAt(1)), text.charAt(2));
    }

    /** Returns the slot of the last three letters, given that of the letters before the last: the oldest is shifted out. */
    private static int next(int slot, char letter) {
        return ((slot << BITS_OF_LETTER) ^ letter) & (SLOTS - 1);
    }
}
