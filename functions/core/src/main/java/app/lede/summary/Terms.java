package app.lede.summary;

import app.lede.text.LowerCase;
import app.lede.text.Words;
import java.util.ArrayList;
import java.util.List;

/** Extracts the terms by which sentences are compared, and counts words. */
final class Terms {

    /** Stem length in characters; truncation conflates inflected forms of most languages without a stemmer. */
    private static final int STEM = 6;

    private Terms() {}

    /** Returns lower-case words truncated to a stem; character bigrams in scripts without spaces. */
    static List<String> of(String sentence) {
        List<String> terms = new ArrayList<>();
        int from = -1;
        for (int i = 0; i <= sentence.length(); i++) {
            boolean part = i < sentence.length() && isWordPart(sentence.charAt(i));
            if (part && Words.isUnspaced(sentence.charAt(i))) {
                add(sentence, from, i, terms);
                from = -1;
                if (i + 1 < sentence.length() && Words.isUnspaced(sentence.charAt(i + 1))) {
                    terms.add(sentence.substring(i, i + 2));
                }
            } else if (part) {
                from = from < 0 ? i : from;
            } else {
                add(sentence, from, i, terms);
                from = -1;
            }
        }
        return terms;
    }

    private static void add(String sentence, int from, int to, List<String> terms) {
        if (from >= 0) {
            terms.add(LowerCase.of(sentence.substring(from, Math.min(to, from + STEM))));
        }
    }

    /** Counts words; in scripts without spaces two characters count as one word. */
    static int words(String text, Range range) {
        return new WordCount(text, range.start())
                .upTo(range.end(), Integer.MAX_VALUE)
                .words();
    }

    /** Truncates a range after a number of words: at a space, or between characters of a script without spaces. */
    static Range firstWords(String text, Range range, int words) {
        int end = new WordCount(text, range.start()).upTo(range.end(), words).at;
        return Range.stripped(text, range.start(), end);
    }

    /** Counts words in one pass. */
    private static final class WordCount {

        private final String text;
        private int at;
        private int spaced;
        private int unspaced;
        private boolean inWord;

        WordCount(String text, int start) {
            this.text = text;
            this.at = start;
        }

        int words() {
            return spaced + (unspaced + 1) / 2;
        }

        /** Stops at the end, or before the first word beyond the maximum. */
        WordCount upTo(int end, int most) {
            for (; at < end; at++) {
                char c = text.charAt(at);
                boolean begins = Words.isUnspaced(c) ? unspaced % 2 == 0 : !inWord && isWordPart(c);
                if (begins && words() >= most) {
                    break;
                }
                count(c);
            }
            return this;
        }

        private void count(char c) {
            if (Words.isUnspaced(c)) {
                unspaced++;
                inWord = false;
            } else if (Range.isBlank(c)) {
                inWord = false;
            } else if (!inWord && isWordPart(c)) {
                inWord = true;
                spaced++;
            }
        }
    }

    private static boolean isWordPart(char c) {
        if (c < 0x80) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        }
        return Character.isLetterOrDigit(c)
                || Character.isSurrogate(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.COMBINING_SPACING_MARK;
    }
}
