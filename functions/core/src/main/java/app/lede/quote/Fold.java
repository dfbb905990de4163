package app.lede.quote;

import app.lede.text.InvisibleText;
import app.lede.text.LowerCase;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Differences of writing that leave a quote exact; those that a match needed are named with it. */
public enum Fold {
    /** Marks of quotation and apostrophes of all kinds are alike, and may be missing around words, but not within one. */
    QUOTES,
    /** Hyphens, dashes and minus signs are alike. */
    DASHES,
    /** White space is alike, however much, and so are soft hyphens and characters that show nothing. */
    SPACES,
    /** A break between paragraphs is a space: the quote runs words together that the text keeps apart. */
    PARAGRAPHS,
    /** Capital and small letters are alike. */
    CASE,
    /** Compatibility forms are alike (Unicode NFKC): ligatures, full width, combining accents. */
    FORM,
    /** Punctuation at both ends of the quote is not compared, other than the signs of a number. */
    EDGES;

    private static final Pattern QUOTE_MARKS =
            Pattern.compile("[\"'`´\u2018-\u201f\u2032-\u2036\u00ab\u00bb\u2039\u203a\u300c-\u300f\u02bc\uff02\uff07]");
    private static final Pattern DASH_MARKS = Pattern.compile("[-\u2010-\u2015\u2212\u2e3a\u2e3b\ufe58\ufe63\uff0d]+");
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern BREAK = Pattern.compile("\\n[\\s\\p{Z}&&[^\\n]]*\\n[\\s\\p{Z}]*");
    private static final Pattern APOSTROPHE = Pattern.compile("['\u2018\u2019\u2032\u02bc`´\uff07]");
    private static final Pattern EDGE = Pattern.compile(
            "^[\\p{P}\\s\\p{Z}&&[^%‰‱٪]]+(?<![-.](?=\\d))|(?<![\\p{P}\\s\\p{Z}&&[^%‰‱٪]])[\\p{P}\\s\\p{Z}&&[^%‰‱٪]]++$");

    /** Spells it as in the API, for example {@code quotes}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the folds that a quote needs to be equal to a passage; empty where it is equal as it stands. */
    static List<Fold> needed(String quote, String passage) {
        if (quote.equals(passage)) {
            return List.of();
        }
        Set<Fold> needed = EnumSet.allOf(Fold.class);
        for (Fold fold : List.of(values()).reversed()) {
            Set<Fold> others = EnumSet.copyOf(needed);
            others.remove(fold);
            if (folded(quote, others).equals(folded(passage, others))) {
                needed = others;
            }
        }
        return List.copyOf(needed);
    }

    private static String folded(String text, Set<Fold> folds) {
        String folded = folds.contains(FORM) ? Normalizer.normalize(text, Normalizer.Form.NFKC) : text;
        folded = folds.contains(PARAGRAPHS) ? BREAK.matcher(folded).replaceAll(" ") : folded;
        folded = folds.contains(SPACES) ? spaced(shown(folded)) : folded;
        folded = folds.contains(QUOTES) ? QUOTE_MARKS.matcher(folded).replaceAll("") : folded;
        folded = folds.contains(DASHES)
                ? DASH_MARKS.matcher(folded).replaceAll("-").replace(" - ", "-")
                : folded;
        folded = folds.contains(CASE) ? LowerCase.of(folded) : folded;
        return folds.contains(EDGES) ? EDGE.matcher(folded).replaceAll("") : folded;
    }

    /** Makes white space alike, except that a break between paragraphs stays one. */
    private static String spaced(String text) {
        return SPACE.matcher(text)
                .replaceAll(space -> BREAK.matcher(space.group()).find() ? "\n\n" : " ")
                .strip();
    }

    /** Tests for a break between paragraphs. */
    static boolean isBroken(String text) {
        return BREAK.matcher(text).find();
    }

    /** Removes soft hyphens and characters that show nothing. */
    static String shown(String text) {
        return InvisibleText.strip(text).replace("\u00ad", "");
    }

    static boolean isQuoteMark(int c) {
        return c < 0x10000 && QUOTE_MARKS.matcher(Character.toString(c)).matches();
    }

    static boolean isApostrophe(int c) {
        return c < 0x10000 && APOSTROPHE.matcher(Character.toString(c)).matches();
    }

    /** Makes apostrophes alike. */
    static String apostrophes(String text) {
        return APOSTROPHE.matcher(text).replaceAll("'");
    }

    static boolean isDash(int c) {
        return c < 0x10000 && DASH_MARKS.matcher(Character.toString(c)).matches();
    }
}
