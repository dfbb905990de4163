package app.lede.enrich;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Matches a table's names in a text: whole words, longest match first, without overlaps. */
final class NameScan {

    /** Minimum length of a name matched in capitals: "CHAD" is matched, "US" as "Us" is not. */
    private static final int SHORTEST_CAPITALS = 4;

    /** No Chinese character or katakana is below. */
    private static final char FIRST_UNSPACED = '\u2e80';

    /** A match, in UTF-16 positions. */
    record Hit(Name name, int start, int end) {}

    private final String text;
    private final NameTable table;

    NameScan(String text, NameTable table) {
        this.text = text;
        this.table = table;
    }

    List<Hit> hits() {
        List<Hit> hits = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            Name name = beginsWord(at) ? longestAt(at) : null;
            if (name == null) {
                at++;
                continue;
            }
            int end = at + name.phrase().length();
            hits.add(new Hit(name, at + name.skipped(), end));
            at = end;
        }
        return hits;
    }

    private @Nullable Name longestAt(int at) {
        if (at + 1 >= text.length()) {
            return null;
        }
        for (Name name : table.beginningAt(text, at)) {
            if (matches(name.phrase(), at) && endsWord(at + name.phrase().length())) {
                return name;
            }
        }
        return null;
    }

    /** Matches a phrase as in the table, capitalised at the start of a sentence, or all in capitals. */
    private boolean matches(String phrase, int at) {
        if (at + phrase.length() > text.length()) {
            return false;
        }
        boolean exact = true;
        boolean capitals = phrase.length() >= SHORTEST_CAPITALS;
        for (int i = 0; i < phrase.length() && (exact || capitals); i++) {
            char wanted = plain(phrase.charAt(i));
            char found = plain(text.charAt(at + i));
            boolean capital = Character.toUpperCase(wanted) == found;
            exact &= wanted == found || (i == 0 && capital);
            capitals &= capital;
        }
        return exact || capitals;
    }

    /** Folds variants of apostrophes, hyphens and spaces. */
    static char plain(char c) {
        if (c > ' ' && c < 0x80 && c != '`') {
            return c;
        }
        return switch (c) {
            case '’', 'ʼ', '‘', '`' -> '\'';
            case '‐', '‑', '–', '−' -> '-';
            case '\u00a0', '\u202f', '\n', '\t' -> ' ';
            default -> c;
        };
    }

    private boolean beginsWord(int at) {
        char c = text.charAt(at);
        if (at > 0 && c < FIRST_UNSPACED && isPlainLetter(text.charAt(at - 1))) {
            return false;
        }
        return Character.isLetter(c) && (at == 0 || !goesOn(text.charAt(at - 1), c));
    }

    /** Tests for a letter of ASCII, as most places of most texts follow one. */
    private static boolean isPlainLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private boolean endsWord(int at) {
        if (at >= text.length() || !goesOn(text.charAt(at), text.charAt(at - 1))) {
            return true;
        }
        for (String suffix : table.suffixes()) {
            int end = at + suffix.length();
            if (text.startsWith(suffix, at) && (end == text.length() || !goesOn(text.charAt(end), text.charAt(at)))) {
                return true;
            }
        }
        return false;
    }

    /**
     * Tests whether two neighbouring characters belong to one word. Chinese characters never do; katakana only with
     * katakana.
     */
    private static boolean goesOn(char outer, char inner) {
        UnicodeScript script = inner < FIRST_UNSPACED ? UnicodeScript.COMMON : UnicodeScript.of(inner);
        if (script == UnicodeScript.HAN) {
            return false;
        }
        if (script == UnicodeScript.KATAKANA) {
            return UnicodeScript.of(outer) == UnicodeScript.KATAKANA || outer == 'ー';
        }
        return Character.isLetterOrDigit(outer)
                || outer == '_'
                || outer == '@'
                || Character.getType(outer) == Character.NON_SPACING_MARK
                || Character.getType(outer) == Character.COMBINING_SPACING_MARK;
    }
}
