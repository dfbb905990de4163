package app.lede.quote;

import app.lede.text.LowerCase;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text as words, numbers and signs, without marks of quotation. Words of scripts without spaces count by the character. A number
 * holds its sign, its currency and its percent sign, since it is another number without them. Keys are folded: case, dashes,
 * apostrophes, compatibility forms other than raised and lowered digits and fractions. Places are offsets in chars. Immutable;
 * linear in the text.
 */
final class Tokens {

    /** Key of a gap in a quote: an ellipsis, with or without brackets. */
    static final String GAP = "…";

    private static final String DASH = "-";

    /** All but raised and lowered figures behind a figure, whose plain forms say something else: 106 for 10⁶, but CO2 for CO₂. */
    private static final Pattern WRITTEN = Pattern.compile("[^\\p{No}\u207a\u207b\u208a\u208b]+|(?<=\\p{L})\\p{No}+");

    /** Characters of a text beyond which it is not read: some 300,000 words. */
    private static final int MAX_TEXT = 2_000_000;

    private final String text;
    private final List<String> keys = new ArrayList<>();
    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private final Map<String, Integer> vocabulary;
    private final int[] ids;

    private Tokens(String text, Map<String, Integer> known, boolean grows) {
        this.text = text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text;
        split();
        vocabulary = grows ? new HashMap<>() : known;
        ids = new int[keys.size()];
        for (int i = 0; i < ids.length; i++) {
            String key = keys.get(i);
            ids[i] = grows ? vocabulary.computeIfAbsent(key, any -> vocabulary.size()) : known.getOrDefault(key, -1);
        }
    }

    /** Splits a text that quotes are looked for in. */
    static Tokens of(String text) {
        return new Tokens(text, Map.of(), true);
    }

    /** Splits a quote, in the vocabulary of this text; unknown words have the id -1. */
    Tokens quote(String quote) {
        return new Tokens(quote, vocabulary, false);
    }

    int size() {
        return ids.length;
    }

    int id(int token) {
        return ids[token];
    }

    String key(int token) {
        return keys.get(token);
    }

    int start(int token) {
        return starts[token];
    }

    int end(int token) {
        return ends[token];
    }

    boolean isWord(int token) {
        String key = keys.get(token);
        int first = key.codePointAt(0);
        return Character.isLetterOrDigit(first) || key.length() > Character.charCount(first);
    }

    boolean isGap(int token) {
        return keys.get(token).equals(GAP);
    }

    /** Returns the text between the starts of two tokens' ranges, as it stands. */
    String between(int first, int end) {
        return first >= end ? "" : text.substring(starts[first], ends[end - 1]);
    }

    String text() {
        return text;
    }

    private void split() {
        NumberSigns numbers = new NumberSigns(text);
        int at = 0;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            int next = at + Character.charCount(c);
            int number = numbers.start(at);
            if (number > at) {
                next = numbers.end(wordEnd(number));
                add(NumberSigns.folded(text.substring(at, number)) + folded(text.substring(number, next)), at, next);
            } else if (Character.isLetterOrDigit(c) || NumberSigns.isFigure(c)) {
                next = isSpaceless(c) ? withMarks(next) : numbers.end(wordEnd(at));
                add(folded(text.substring(at, next)), at, next);
            } else if (gapEnd(at) > at) {
                next = gapEnd(at);
                add(GAP, at, next);
            } else if (Fold.isDash(c)) {
                next = dashEnd(at);
                add(DASH, at, next);
            } else if (!isSkipped(c)) {
                add(Character.toString(c), at, next);
            }
            at = next;
        }
    }

    private void add(String key, int start, int end) {
        if (key.isEmpty()) {
            return;
        }
        if (keys.size() == starts.length) {
            starts = Arrays.copyOf(starts, starts.length * 2);
            ends = Arrays.copyOf(ends, ends.length * 2);
        }
        starts[keys.size()] = start;
        ends[keys.size()] = end;
        keys.add(key);
    }

    private static boolean isSkipped(int c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Fold.isQuoteMark(c)
                || c == 0xad
                || Character.getType(c) == Character.FORMAT
                || Character.getType(c) == Character.CONTROL
                || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    /** Returns the end of a word or number: signs within it count if a letter or digit follows, as in 3.5 and don't. */
    private int wordEnd(int start) {
        int at = start;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            int next = at + Character.charCount(c);
            boolean part = (Character.isLetterOrDigit(c) && !isSpaceless(c))
                    || NumberSigns.isFigure(c)
                    || isMark(c)
                    || isHidden(c);
            if (!part && !(isInner(c, text.codePointBefore(at)) && startsLike(next, text.codePointBefore(at)))) {
                return at;
            }
            at = next;
        }
        return at;
    }

    private int withMarks(int from) {
        int at = from;
        while (at < text.length() && (isMark(text.codePointAt(at)) || isHidden(text.codePointAt(at)))) {
            at += Character.charCount(text.codePointAt(at));
        }
        return at;
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isHidden(int c) {
        return c == 0xad || Character.getType(c) == Character.FORMAT;
    }

    /** Tests for an apostrophe within a word, and for a point, comma or colon within a number. */
    private static boolean isInner(int c, int before) {
        return Character.isDigit(before) ? c == '.' || c == ',' || c == ':' : Fold.isApostrophe(c);
    }

    private boolean startsLike(int at, int before) {
        if (at >= text.length()) {
            return false;
        }
        int c = text.codePointAt(at);
        return Character.isDigit(before) ? Character.isDigit(c) : Character.isLetter(c) && !isSpaceless(c);
    }

    private int dashEnd(int start) {
        int at = start;
        while (at < text.length() && text.charAt(at) == text.charAt(start)) {
            at++;
        }
        return at;
    }

    /** Returns the end of an ellipsis in brackets or without; its start where there is none. */
    private int gapEnd(int start) {
        int at = start;
        boolean bracket = "[(".indexOf(text.charAt(at)) >= 0;
        at += bracket ? 1 : 0;
        int dots = 0;
        int end = at;
        while (at < text.length()
                && (text.charAt(at) == '.' || text.charAt(at) == '…' || (dots > 0 && text.charAt(at) == ' '))) {
            if (text.charAt(at) != ' ') {
                dots += text.charAt(at) == '…' ? 3 : 1;
                end = at + 1;
            }
            at++;
        }
        if (dots < 3) {
            return start;
        }
        return bracket && end < text.length() && "])".indexOf(text.charAt(end)) >= 0 ? end + 1 : bracket ? start : end;
    }

    private static String folded(String word) {
        String shown = Fold.shown(word);
        return LowerCase.of(isAscii(shown) ? NumberSigns.folded(shown) : formed(shown));
    }

    /** Folds apostrophes before compatibility forms, which take some of them for accents. */
    private static String formed(String word) {
        String plain = NumberSigns.folded(Fold.apostrophes(word));
        return WRITTEN.matcher(plain)
                .replaceAll(part -> Matcher.quoteReplacement(Normalizer.normalize(part.group(), Normalizer.Form.NFKC)));
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }

    static boolean isSpaceless(int c) {
        return Character.isIdeographic(c)
                || (c >= 0x3040 && c <= 0x30ff)
                || (c >= 0x0e00 && c <= 0x0eff)
                || (c >= 0x1000 && c <= 0x109f)
                || (c >= 0x1780 && c <= 0x17ff);
    }
}
