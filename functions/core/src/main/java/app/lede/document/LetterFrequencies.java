package app.lede.document;

import app.lede.text.Table;
import java.lang.Character.UnicodeScript;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Holds how often languages use the letters beyond ASCII, and in which charsets of one byte they were written. Thread safe. */
final class LetterFrequencies {

    /** Share of letters among the bytes beyond ASCII; the rest are quotation marks, dashes and signs. */
    private static final double LETTERS = 0.8;

    /** A letter in capitals beside the same in lower case. */
    private static final double CAPITALS = 0.15;

    private static final double LOG_FOREIGN = Math.log(0.0004);
    private static final double LOG_FOREIGN_CAPITAL = Math.log(0.00004);
    private static final double LOG_MARK = Math.log(0.03);
    private static final double LOG_SIGN = Math.log(0.00005);
    private static final double LOG_NOTHING = Math.log(0.000001);

    /** Marks that texts of any language have. */
    private static final String MARKS = "“”„‘’‚«»‹›–—…\u00a0€£§°½¼¾×";

    private static final List<Language> LANGUAGES = read();

    private LetterFrequencies() {}

    /** A language; {@code logs} are the logarithms of its letters' shares. */
    record Language(String name, List<Charset> charsets, Map<Character, Double> logs) {

        Language {
            charsets = List.copyOf(charsets);
            logs = Map.copyOf(logs);
        }

        /** Tests for a language in Latin letters. */
        boolean isLatin() {
            return logs.keySet().stream().anyMatch(letter -> UnicodeScript.of(letter) == UnicodeScript.LATIN);
        }

        /** Returns the logarithm of the share of a character among those beyond ASCII. */
        double likelihood(char c) {
            Double log = logs.get(c);
            if (log != null) {
                return log;
            }
            if (c == '\uFFFD' || Character.isISOControl(c)) {
                return LOG_NOTHING;
            }
            if (MARKS.indexOf(c) >= 0) {
                return LOG_MARK;
            }
            if (Character.isUpperCase(c)) {
                return LOG_FOREIGN_CAPITAL;
            }
            return Character.isLetter(c) ? LOG_FOREIGN : LOG_SIGN;
        }
    }

    static List<Language> languages() {
        return LANGUAGES;
    }

    private static List<Language> read() {
        List<Language> languages = new ArrayList<>();
        for (String line : Table.lines(LetterFrequencies.class, "letters.tsv")) {
            List<String> columns = Table.columns(line);
            List<Charset> charsets = new ArrayList<>();
            for (String charset : columns.get(1).split(" ", -1)) {
                charsets.add(Charset.forName(charset));
            }
            languages.add(new Language(columns.get(0), charsets, logs(columns.get(2))));
        }
        return List.copyOf(languages);
    }

    private static Map<Character, Double> logs(String letters) {
        Map<Character, Double> shares = new HashMap<>();
        double sum = 0;
        String[] words = letters.split(" ", -1);
        for (int i = 0; i < words.length; i += 2) {
            char letter = words[i].charAt(0);
            double share = Double.parseDouble(words[i + 1]);
            shares.merge(letter, share, Double::sum);
            char capital = Character.toUpperCase(letter);
            if (capital != letter && capital > 0x7f) {
                shares.merge(capital, share * CAPITALS, Double::sum);
            }
            sum += share;
        }
        double whole = sum;
        shares.replaceAll((letter, share) -> Math.log(LETTERS * share / whole));
        return shares;
    }
}
