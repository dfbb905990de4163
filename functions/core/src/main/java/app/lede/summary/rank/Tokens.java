package app.lede.summary.rank;

import app.lede.text.LowerCase;
import app.lede.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Extracts the terms by which sentences are compared. Thread safe. */
public final class Tokens {

    /** Stem length in characters; truncation conflates inflected forms of most languages without a stemmer. */
    private static final int STEM = 6;

    /** Minimum length of a content word. */
    private static final int CONTENT = 3;

    /** Characters of a sentence that are read; bounds the cost of a text without full stops. */
    private static final int LONGEST = 4_000;

    private final StopWords stopWords;

    public Tokens(StopWords stopWords) {
        this.stopWords = stopWords;
    }

    /** Returns lower-case words truncated to a stem; character bigrams in scripts without spaces. */
    public List<Term> of(String sentence) {
        List<Term> terms = new ArrayList<>();
        int from = -1;
        int end = Math.min(sentence.length(), LONGEST);
        for (int i = 0; i <= end; i++) {
            char c = i < end ? sentence.charAt(i) : ' ';
            if (c >= 'a' && c <= 'z') {
                from = from < 0 ? i : from;
                continue;
            }
            boolean part = isWordPart(c);
            if (part && Words.isUnspaced(c)) {
                add(sentence, from, i, terms);
                from = -1;
                if (i + 1 < sentence.length() && Words.isUnspaced(sentence.charAt(i + 1))) {
                    terms.add(new Term(sentence.substring(i, i + 2), true, false));
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

    private void add(String sentence, int from, int to, List<Term> terms) {
        if (from < 0) {
            return;
        }
        boolean capital = !terms.isEmpty() && Character.isUpperCase(sentence.charAt(from));
        String word = lower(sentence, from, Math.min(to, from + StopWords.LONGEST + 1));
        if (word.isEmpty()) {
            return;
        }
        boolean content = word.length() >= CONTENT && !stopWords.contains(word);
        terms.add(new Term(word.length() <= STEM ? word : word.substring(0, STEM), content, capital));
    }

    /** Returns the word in lower case, without invisible characters; fast for ASCII. */
    private static String lower(String sentence, int from, int to) {
        String word = sentence.substring(from, to);
        boolean capitals = false;
        for (int i = from; i < to; i++) {
            char c = sentence.charAt(i);
            if (c >= 0x80) {
                return LowerCase.of(visible(word));
            }
            capitals |= c <= 'Z' && c >= 'A';
        }
        return capitals ? word.toLowerCase(Locale.ROOT) : word;
    }

    /** Tests for soft hyphens, zero-width spaces and joiners, which stand inside words. */
    private static boolean isInvisible(char c) {
        return c == 0xad || (c >= 0x200b && c <= 0x200d);
    }

    private static String visible(String word) {
        StringBuilder visible = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            if (!isInvisible(word.charAt(i))) {
                visible.append(word.charAt(i));
            }
        }
        return visible.toString();
    }

    /** Tests for letters, digits and the marks that belong to letters. */
    public static boolean isWordPart(char c) {
        if (c < 0x80) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        }
        return Character.isLetterOrDigit(c)
                || isInvisible(c)
                || Character.isSurrogate(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.COMBINING_SPACING_MARK;
    }
}
