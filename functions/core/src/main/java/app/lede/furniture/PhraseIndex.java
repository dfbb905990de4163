package app.lede.furniture;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds any of many phrases in a line by their first letters, in one pass over the line.
 *
 * <p>Immutable and thread safe.
 */
public final class PhraseIndex {

    /** Letters by which phrases are looked up. */
    private static final int LETTERS = 3;

    /** Size of the table that rules out most positions, a power of two. */
    private static final int FILTER = 1 << 12;

    private final boolean[] begins = new boolean[FILTER];
    private final Map<String, List<String>> byBeginning = new HashMap<>();
    private final List<String> brief = new ArrayList<>();

    public PhraseIndex(List<String> phrases) {
        for (String phrase : phrases) {
            if (phrase.length() < LETTERS) {
                brief.add(phrase);
            } else {
                begins[slot(phrase, 0)] = true;
                byBeginning
                        .computeIfAbsent(phrase.substring(0, LETTERS), any -> new ArrayList<>())
                        .add(phrase);
            }
        }
    }

    /** Tests whether a line begins with a phrase. */
    public boolean begins(String line) {
        return isAt(line, 0) || brief.stream().anyMatch(line::startsWith);
    }

    /** Tests whether a line contains a phrase. */
    public boolean isIn(String line) {
        for (int at = 0; at + LETTERS <= line.length(); at++) {
            if (isAt(line, at)) {
                return true;
            }
        }
        return brief.stream().anyMatch(line::contains);
    }

    private boolean isAt(String line, int at) {
        if (at + LETTERS > line.length() || !begins[slot(line, at)]) {
            return false;
        }
        for (String phrase : byBeginning.getOrDefault(line.substring(at, at + LETTERS), List.of())) {
            if (line.startsWith(phrase, at)) {
                return true;
            }
        }
        return false;
    }

    private static int slot(String text, int at) {
        return ((text.charAt(at) * 31 + text.charAt(at + 1)) * 31 + text.charAt(at + 2)) & (FILTER - 1);
    }
}
