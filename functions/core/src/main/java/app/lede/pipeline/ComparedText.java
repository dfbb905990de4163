package app.lede.pipeline;

import java.util.HashSet;
import java.util.Set;

/**
 * A text reduced to its first {@value #COMPARED} letters and digits in lower case, for comparison with another. Layout,
 * punctuation and later paragraphs do not affect the result. Immutable.
 */
record ComparedText(String letters) {

    private static final int COMPARED = 20_000;

    /** In letters; shorter runs are shared by texts that have nothing else in common. */
    private static final int RUN = 12;

    static ComparedText of(String text) {
        StringBuilder letters = new StringBuilder();
        text.codePoints()
                .filter(Character::isLetterOrDigit)
                .limit(COMPARED)
                .forEach(point -> letters.appendCodePoint(Character.toLowerCase(point)));
        return new ComparedText(letters.toString());
    }

    int length() {
        return letters.length();
    }

    /** Returns the share of this text's runs of {@value #RUN} letters that occur in another, 0 to 1. */
    double shareIn(ComparedText other) {
        Set<String> runs = new HashSet<>();
        for (int i = 0; i + RUN <= other.length(); i++) {
            runs.add(other.letters.substring(i, i + RUN));
        }
        int all = 0;
        int found = 0;
        for (int i = 0; i + RUN <= length(); i += RUN) {
            all++;
            found += runs.contains(letters.substring(i, i + RUN)) ? 1 : 0;
        }
        return all == 0 ? 0 : (double) found / all;
    }
}
