package app.lede.summary;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Splits a text into sentences, each an exact stretch of it.
 *
 * <p>A blank line always ends a sentence. Within a paragraph a terminator of any script does (. ! ? … 。 । ؟ ۔ ። and their
 * kin), unless the language's abbreviations, an initial, an ordinal or a small letter after it say otherwise; a missing
 * space after a full stop ("here.There") is seen too. One pass, so linear in the text whatever it holds, and the same on
 * every JDK: {@link java.text.BreakIterator} parts "Mr. Smith" and misses "here.There", Urdu and numbers.
 *
 * <p>Thread safe.
 */
public final class Sentences {

    /** A line this long that ends without a terminator was wrapped by a program, not ended by a writer. */
    private static final int WRAPPED_LINE = 50;

    /** More quotes and brackets than close a sentence. */
    private static final int MOST_CLOSERS = 20;

    private static final String CLOSERS = "\"'”’»)]}」』）】》〉";

    private Sentences() {}

    /** The sentences of a text in order; none for a blank text. The language is a BCP 47 tag, where known. */
    public static List<Sentence> split(String text, @Nullable String language) {
        return positioned(text, ranges(text, language));
    }

    /** UTF-16 ranges, ascending and apart, as sentences counted in code points; one walk over the text. */
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

    /** Paragraphs, and lines where a single line break ends something: a heading, an item, a finished sentence. */
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
        return c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029' || c == '\u0085';
    }

    private static boolean endsLine(String text, int start, int at) {
        int next = at + (text.startsWith("\r\n", at) ? 2 : 1);
        boolean blankFollows = next >= text.length() || isLineBreak(text.charAt(next));
        if (blankFollows || at - start < WRAPPED_LINE) {
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

    /** Past further terminators and the quotes and brackets that close with them. */
    private static int afterTerminators(String text, int from, int end) {
        int at = from;
        while (at < end && (isTerminator(text.charAt(at)) || CLOSERS.indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        return at;
    }

    private static int skipBlank(String text, int from, int end) {
        int at = from;
        while (at < end && Range.isBlank(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Ends sentences of some script: Latin, Greek, Chinese, Devanagari, Arabic, Urdu, Ethiopic, Armenian, Khmer, Burmese. */
    static boolean isTerminator(char c) {
        return c == '.' || c == '!' || c == '?' || c == '…' || isPlainTerminator(c);
    }

    /** Means nothing but an end, with or without a space after it. */
    static boolean isPlainTerminator(char c) {
        return "。！？｡．।॥؟۔።፧։។៕။‼⁇⁈⁉".indexOf(c) >= 0;
    }
}
