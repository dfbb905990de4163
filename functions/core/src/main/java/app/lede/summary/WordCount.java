package app.lede.summary;

import app.lede.summary.rank.Tokens;
import app.lede.text.Words;

/** Counts the words of a budget; in scripts without spaces two characters count as one word. */
final class WordCount {

    private final String text;
    private int at;
    private int spaced;
    private int unspaced;
    private boolean inWord;

    private WordCount(String text, int start) {
        this.text = text;
        this.at = start;
    }

    /** Counts the words of a range. */
    static int of(String text, Range range) {
        int spaced = 0;
        int unspaced = 0;
        boolean inWord = false;
        for (int at = range.start(); at < range.end(); at++) {
            char c = text.charAt(at);
            if (c >= 'a' && c <= 'z') {
                spaced += inWord ? 0 : 1;
                inWord = true;
            } else if (Words.isUnspaced(c)) {
                unspaced++;
                inWord = false;
            } else if (inWord) {
                inWord = !Range.isBlank(c);
            } else if (Tokens.isWordPart(c) && !Range.isBlank(c)) {
                inWord = true;
                spaced++;
            }
        }
        return words(spaced, unspaced);
    }

    private static int words(int spaced, int unspaced) {
        return spaced + (unspaced + 1) / 2;
    }

    /** Truncates a range after a number of words: at a space, or between characters of a script without spaces. */
    static Range first(String text, Range range, int words) {
        int end = new WordCount(text, range.start()).upTo(range.end(), words).at;
        return Range.stripped(text, range.start(), end);
    }

    private int words() {
        return words(spaced, unspaced);
    }

    /** Stops at the end, or before the first word beyond the maximum. */
    private WordCount upTo(int end, int most) {
        for (; at < end; at++) {
            char c = text.charAt(at);
            boolean begins = Words.isUnspaced(c) ? unspaced % 2 == 0 : !inWord && Tokens.isWordPart(c);
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
        } else if (!inWord && Tokens.isWordPart(c)) {
            inWord = true;
            spaced++;
        }
    }
}
