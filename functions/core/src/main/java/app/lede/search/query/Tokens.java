package app.lede.search.query;

import app.lede.search.query.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Splits a query into tokens, in linear time. Punctuation that stands alone is left out. */
final class Tokens {

    private static final Map<String, Kind> OPERATORS = Map.of("AND", Kind.AND, "OR", Kind.OR, "NOT", Kind.NOT);

    private static final Set<String> FIELDS =
            Stream.of(Query.Field.Name.values()).map(Query.Field.Name::label).collect(Collectors.toUnmodifiableSet());

    /** Opening and closing quotation marks as people type and paste them. */
    private static final String QUOTES = "\"“”„‟«»＂";

    /** Hyphen-minus and the minus sign; at the start of a word they exclude it. */
    private static final String MINUS = "-−";

    private final int[] text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Tokens(String query) {
        this.text = query.codePoints().toArray();
    }

    /** Returns the tokens, the last of which is {@link Kind#END}. */
    static List<Token> of(String query) throws SyntaxFault {
        Tokens tokens = new Tokens(query);
        while (tokens.at < tokens.text.length) {
            tokens.next();
        }
        tokens.add(Kind.END, "", tokens.at);
        return tokens.tokens;
    }

    private void next() throws SyntaxFault {
        int c = text[at];
        if (isGap(c)) {
            at++;
        } else if (c == '(' || c == ')') {
            add(c == '(' ? Kind.OPEN : Kind.CLOSE, Character.toString(c), at++);
        } else if (isAny(QUOTES, c)) {
            phrase();
        } else if (isAny(MINUS, c) && excludes()) {
            add(Kind.NOT, "-", at++);
        } else {
            word();
        }
    }

    /** Tells a sign of exclusion from a dash between spaces and from a row of dashes. */
    private boolean excludes() {
        return at + 1 < text.length && !isGap(text[at + 1]) && text[at + 1] != ')' && !isAny(MINUS, text[at + 1]);
    }

    private void phrase() throws SyntaxFault {
        int start = at++;
        while (at < text.length && !isAny(QUOTES, text[at])) {
            at++;
        }
        if (at == text.length) {
            throw new SyntaxFault(start, "this quotation mark is never closed; add \" at the end of the phrase");
        }
        String phrase = textBetween(start + 1, at++);
        if (!hasContent(phrase)) {
            throw new SyntaxFault(start, "this phrase has no words");
        }
        add(Kind.PHRASE, phrase, start);
    }

    private void word() throws SyntaxFault {
        int start = at;
        while (at < text.length && !endsWord(text[at])) {
            if (text[at] == ':' && FIELDS.contains(lower(start, at))) {
                add(Kind.FIELD, lower(start, at), start);
                at++;
                return;
            }
            at++;
        }
        String word = textBetween(start, at);
        Kind operator = OPERATORS.get(word);
        if (operator != null) {
            add(operator, word, start);
        } else if (word.indexOf('*') >= 0) {
            prefix(word, start);
        } else if (hasContent(word)) {
            ordinary(word, start);
        }
    }

    private void ordinary(String word, int start) throws SyntaxFault {
        Optional<String> advice = ForeignSyntax.advice(word, at < text.length && !isGap(text[at]) && text[at] != ')');
        if (advice.isPresent()) {
            throw new SyntaxFault(start, advice.get());
        }
        add(Kind.WORD, word, start);
    }

    private void prefix(String word, int start) throws SyntaxFault {
        int star = word.indexOf('*');
        String prefix = word.substring(0, star);
        long letters = prefix.codePoints().filter(Character::isLetterOrDigit).count();
        boolean unspaced = prefix.codePoints().anyMatch(Tokens::isEastAsian);
        if (star < word.length() - 1 || letters < (unspaced ? 1 : 2)) {
            throw new SyntaxFault(
                    start + (int) prefix.codePoints().count(),
                    "* stands only at the end of a word of at least two letters");
        }
        add(Kind.PREFIX, prefix, start);
    }

    private static boolean isEastAsian(int c) {
        return switch (Character.UnicodeScript.of(c)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL -> true;
            default -> false;
        };
    }

    private void add(Kind kind, String word, int start) {
        tokens.add(new Token(kind, word, start));
    }

    private static boolean endsWord(int c) {
        return isGap(c) || c == '(' || c == ')' || isAny(QUOTES, c);
    }

    private static boolean isAny(String characters, int c) {
        return characters.indexOf(c) >= 0;
    }

    /** White space, control characters, marks of writing direction, and halves of surrogate pairs. */
    private static boolean isGap(int c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.isISOControl(c)
                || Character.getType(c) == Character.SURROGATE
                || (c >= 0x200E && c <= 0x200F)
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069)
                || c == 0xFEFF;
    }

    /** Tests for a letter, a digit or a symbol such as an emoji. */
    private static boolean hasContent(String text) {
        return text.codePoints()
                .anyMatch(c -> Character.isLetterOrDigit(c) || Character.getType(c) == Character.OTHER_SYMBOL);
    }

    private String lower(int start, int end) {
        return end - start > 16 ? "" : new String(text, start, end - start).toLowerCase(Locale.ROOT);
    }

    /** Returns a part of the query; each run of gaps becomes one space. */
    private String textBetween(int start, int end) {
        StringBuilder part = new StringBuilder();
        boolean gap = false;
        for (int i = start; i < end; i++) {
            if (isGap(text[i])) {
                gap = !part.isEmpty();
            } else {
                part.append(gap ? " " : "").appendCodePoint(text[i]);
                gap = false;
            }
        }
        return part.toString();
    }
}
