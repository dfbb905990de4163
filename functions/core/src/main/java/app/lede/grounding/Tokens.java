package app.lede.grounding;

import app.lede.grounding.Mark.Kind;
import app.lede.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Splits a sentence into tokens, in one pass. Not thread safe. */
final class Tokens {

    private static final String OPENING = "«“„";
    private static final String CLOSING = "»”";
    private static final String EITHER = "\"";
    private static final String APOSTROPHES = "'’";
    private static final String CURRENCIES = "$€£¥%°";

    private final String text;
    private final Lexicon lexicon;
    private final List<Token> tokens = new ArrayList<>();
    private int quotes;
    private boolean opens = true;

    private Tokens(String text, Lexicon lexicon) {
        this.text = text;
        this.lexicon = lexicon;
    }

    static List<Token> of(String sentence, Lexicon lexicon) {
        Tokens tokens = new Tokens(sentence, lexicon);
        int at = 0;
        while (at < sentence.length()) {
            at = tokens.next(at);
        }
        return Numbers.read(tokens.joined());
    }

    private int next(int at) {
        int c = text.codePointAt(at);
        if (Character.isDigit(c)) {
            return figure(at);
        }
        if (Character.isLetter(c)) {
            return word(at);
        }
        if (isQuote(c)) {
            boolean closes = CLOSING.indexOf(c) >= 0 || (quotes > 0 && (c == '"' || c == '“'));
            quotes = closes ? 0 : 1;
            opens = !closes;
            add(Token.Type.BREAK, at, at + 1);
        } else if (CURRENCIES.indexOf(c) >= 0) {
            add(Token.Type.SYMBOL, at, at + 1);
        } else if (",;:()[]–—!?".indexOf(c) >= 0) {
            add(Token.Type.BREAK, at, at + 1);
        }
        return at + Character.charCount(c);
    }

    private static boolean isQuote(int c) {
        return OPENING.indexOf(c) >= 0 || CLOSING.indexOf(c) >= 0 || EITHER.indexOf(c) >= 0;
    }

    /** Reads digits with the separators between them: "1.200,50", "4 000", "4:20". */
    private int figure(int at) {
        int end = at;
        while (end < text.length() && (Character.isDigit(text.charAt(end)) || separates(end))) {
            end++;
        }
        add(Token.Type.FIGURE, at, end);
        return end;
    }

    private boolean separates(int at) {
        if (at + 1 >= text.length() || !Character.isDigit(text.charAt(at + 1))) {
            return false;
        }
        char c = text.charAt(at);
        return ".,:".indexOf(c) >= 0 || (" \u00a0\u202f\u2009'’".indexOf(c) >= 0 && isGroup(at + 1));
    }

    /** Tests for exactly three digits behind a space: a group of thousands. */
    private boolean isGroup(int from) {
        int end = from;
        while (end < text.length() && Character.isDigit(text.charAt(end))) {
            end++;
        }
        int before = from - 1;
        while (before > 0 && Character.isDigit(text.charAt(before - 1))) {
            before--;
        }
        return end - from == 3 && from - 1 - before <= 3;
    }

    private int word(int at) {
        int end = at;
        while (end < text.length() && isPart(end)) {
            end += Character.charCount(text.codePointAt(end));
        }
        boolean not = text.startsWith("n", end - 1)
                && end + 1 < text.length()
                && APOSTROPHES.indexOf(text.charAt(end)) >= 0
                && text.charAt(end + 1) == 't'
                && lexicon.language().equals("en");
        if (not) {
            add(Token.Type.WORD, at, Math.max(at + 1, end - 1));
            tokens.add(new Token(
                    Token.Type.WORD, "not", "not", Set.of(), lexicon.marks("not"), end, false, false, quotes > 0));
            return end + 2;
        }
        add(Token.Type.WORD, at, end);
        return end;
    }

    private boolean isPart(int at) {
        int c = text.codePointAt(at);
        if (c == '$' && text.startsWith("R", at - 1)) {
            return true;
        }
        int type = Character.getType(c);
        return Character.isLetterOrDigit(c)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || Words.isInvisible((char) c);
    }

    private void add(Token.Type type, int from, int to) {
        String raw = text.substring(from, to);
        String key = type == Token.Type.WORD && !raw.endsWith("$") ? Words.key(raw) : raw;
        List<Mark> marks = type == Token.Type.WORD || type == Token.Type.SYMBOL
                ? lexicon.marks(type == Token.Type.WORD && raw.endsWith("$") ? "r$" : key)
                : List.of();
        boolean capital = type == Token.Type.WORD && Character.isUpperCase(raw.codePointAt(0));
        tokens.add(new Token(type, raw, key, Set.of(), months(marks, capital), from, capital, opens, quotes > 0));
        opens = opens && type != Token.Type.WORD && type != Token.Type.FIGURE;
    }

    /** Keeps "May" and "March" apart from "may" and "march", in the languages that write months with a capital. */
    private List<Mark> months(List<Mark> marks, boolean capital) {
        boolean capitalised = List.of("en", "de").contains(lexicon.language());
        boolean month = marks.stream().anyMatch(mark -> mark.kind() == Kind.MONTH);
        if (!month || !capitalised) {
            return marks;
        }
        return marks.stream()
                .filter(mark -> capital == (mark.kind() == Kind.MONTH))
                .toList();
    }

    /** Joins two words that the lexicon has as one: "per cent", "terça-feira". */
    private List<Token> joined() {
        List<Token> joined = new ArrayList<>();
        for (Token token : tokens) {
            Token last = joined.isEmpty() ? token : joined.getLast();
            List<Mark> phrase = joined.isEmpty() ? List.of() : lexicon.phrase(last.key(), token.key());
            if (phrase.isEmpty()) {
                joined.add(token);
            } else {
                joined.set(joined.size() - 1, last.joined(token, phrase));
            }
        }
        return joined;
    }
}
