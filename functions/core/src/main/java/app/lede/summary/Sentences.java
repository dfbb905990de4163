package app.lede.summary;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Splits a text into sentences, each an exact substring.
 *
 * <p>A blank line always ends a sentence. Within a paragraph a terminator of any script does (. ! ? … 。 । ؟ ۔ ። and
 * others), unless an abbreviation, an initial, an ordinal or a following lower-case letter indicates otherwise.
 * Recognises a missing space after a full stop ("here.There"). One linear pass, with the same result on every JDK;
 * {@link java.text.BreakIterator} splits "Mr. Smith" and misses "here.There", Urdu and numbers.
 *
 * <p>Thread safe.
 */
public final class Sentences {

    /** First character of the unambiguous terminators: the Greek question mark. */
    private static final char FIRST_PLAIN = '\u037E';

    /** Minimum length of a line that counts as hard-wrapped if it ends without a terminator. */
    private static final int WRAPPED_LINE = 50;

    /** Maximum length of a hard-wrapped line. */
    private static final int LONGEST_WRAPPED_LINE = 110;

    /** More quotes and brackets than close a sentence. */
    private static final int MOST_CLOSERS = 20;

    private static final String CLOSERS = "\"'”’»›)]}」』）】》〉";

    private Sentences() {}

    /** Returns the sentences of a text in order; none for a blank text. The language is a BCP 47 tag, if known. */
    public static List<Sentence> split(String text, @Nullable String language) {
        return positioned(text, ranges(text, language));
    }

    /** Converts UTF-16 ranges (ascending, disjoint) to sentences in code points, in one pass. */
    static List<Sentence> positioned(String text, List<Range> ranges) {
        List<Sentence> sentences = new ArrayList<>(ranges.size());
        int at = 0;
        int codePoints = 0;
        for (Range range : ranges) {
            int start = codePoints + text.codePointCount(at, range.start());
            int end = start + text.codePointCount(range.start(), range.end());
            sentences.add(new Sentence(range.of(text), start, end));
            at = range.end();
            codePoints = end;
        }
        return sentences;
    }

    static List<Range> ranges(String text, @Nullable String language) {
        Abbreviations abbreviations = Abbreviations.of(language);
        List<Range> ranges = new ArrayList<>();
        for (Range line : lines(text)) {
            splitLine(text, line, abbreviations, ranges);
        }
        return ranges;
    }

    /** Splits a text into paragraphs, and at single line breaks after a heading, an item or a finished sentence. */
    private static List<Range> lines(String text) {
        List<Range> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i < text.length() && !isLineBreak(text.charAt(i))) {
                continue;
            }
            if (i == text.length() || endsLine(text, start, i)) {
                Range line = Range.stripped(text, start, i);
                if (line.length() > 0) {
                    lines.add(line);
                }
                start = i;
            }
        }
        return lines;
    }

    static boolean isLineBreak(char c) {
        return c <= '\r' ? c == '\n' || c == '\r' : c >= '\u0085' && (c == '\u0085' || c == '\u2028' || c == '\u2029');
    }

    private static boolean endsLine(String text, int start, int at) {
        int next = at + (text.startsWith("\r\n", at) ? 2 : 1);
        boolean blankFollows = next >= text.length() || isLineBreak(text.charAt(next));
        if (blankFollows || at - start < WRAPPED_LINE || !continues(text, start, at, next)) {
            return true;
        }
        int last = at - 1;
        while (last > start
                && at - last < MOST_CLOSERS
                && (Range.isBlank(text.charAt(last)) || CLOSERS.indexOf(text.charAt(last)) >= 0)) {
            last--;
        }
        return isTerminator(text.charAt(last));
    }

    /**
     * Tests whether the next line may continue this one: both are as short as a program wraps them, or the next begins with a
     * lower-case letter. A line above a paragraph that is one long line ends.
     */
    private static boolean continues(String text, int start, int at, int next) {
        if (Character.isLowerCase(text.charAt(next))) {
            return true;
        }
        int end = next;
        while (end < text.length() && end - next <= LONGEST_WRAPPED_LINE && !isLineBreak(text.charAt(end))) {
            end++;
        }
        return at - start <= LONGEST_WRAPPED_LINE + 1 && end - next <= LONGEST_WRAPPED_LINE;
    }

    private static void splitLine(String text, Range line, Abbreviations abbreviations, List<Range> ranges) {
        int start = line.start();
        for (int i = line.start(); i < line.end(); i++) {
            if (!isTerminator(text.charAt(i))) {
                continue;
            }
            int after = afterTerminators(text, i + 1, line.end());
            if (Boundary.at(text, line, start, i, after, abbreviations)) {
                ranges.add(Range.stripped(text, start, after));
                start = skipBlank(text, after, line.end());
            }
            i = Math.max(i, after - 1);
        }
        if (start < line.end()) {
            ranges.add(Range.stripped(text, start, line.end()));
        }
    }

    /** Returns the position after further terminators and closing quotes and brackets. */
    private static int afterTerminators(String text, int from, int end) {
        int at = from;
        while (at < end && (isTerminator(text.charAt(at)) || closes(text, at, end))) {
            at++;
        }
        return closesSpaced(text, at, end) ? afterTerminators(text, at + 2, end) : at;
    }

    /** Tests for a closing mark; those that close in German („…“, »…«) open in other languages, before a letter. */
    private static boolean closes(String text, int at, int end) {
        char c = text.charAt(at);
        return CLOSERS.indexOf(c) >= 0
                || ("“«‘‹".indexOf(c) >= 0 && (at + 1 == end || !Character.isLetterOrDigit(text.charAt(at + 1))));
    }

    /** Tests for a closing guillemet behind a space, as in French: "« Non ! » dit-il."; an opening one precedes a letter. */
    private static boolean closesSpaced(String text, int at, int end) {
        return at + 1 < end
                && Range.isBlank(text.charAt(at))
                && text.charAt(at + 1) == '»'
                && (at + 2 == end || !Character.isLetterOrDigit(text.charAt(at + 2)));
    }

    private static int skipBlank(String text, int from, int end) {
        int at = from;
        while (at < end && Range.isBlank(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /**
     * Tests for a sentence terminator of any script: Latin, Greek, Chinese, Devanagari, Arabic, Urdu, Ethiopic,
     * Armenian, Khmer, Burmese, Tibetan, Mongolian, Santali, Manipuri.
     */
    static boolean isTerminator(char c) {
        boolean letter = c > '?' && c < FIRST_PLAIN;
        return !letter && (c == '.' || c == '!' || c == '?' || c == '…' || isPlainTerminator(c));
    }

    /** Tests for an unambiguous terminator, which needs no following space. */
    static boolean isPlainTerminator(char c) {
        return c >= FIRST_PLAIN && "\u037E。！？｡．।॥؟۔።፧፨։།༎᠃᠉᱾꯫។៕။‼⁇⁈⁉".indexOf(c) >= 0;
    }
}
