package app.lede.quote;

/**
 * Finds the signs that belong to a number: plus, minus and currency in front, percent and currency behind, and raised, lowered and
 * broken figures. Without them a text gives another number. Thread safe; linear in the text when asked for each of its places once.
 */
final class NumberSigns {

    private static final String PER = "%\u2030\u2031\u066a\ufe6a\uff05";

    /** Hyphens, the en dash and minus signs: an em dash in front of a number parts it from other words. */
    private static final String SIGNS = "+\u00b1\uff0b-\u2010\u2011\u2012\u2013\u2212\ufe63\uff0d";

    /** Units behind which a dash makes a range: minutes and seconds of arc, parts of dates and times. */
    private static final String UNITS = "\u2032\u2033\u5e74\u6708\u65e5\u6642\u65f6\u5206";

    private static final String RAISED_SIGNS = "\u207a\u207b\u208a\u208b";

    private final String text;

    NumberSigns(String text) {
        this.text = text;
    }

    static boolean isPer(int c) {
        return PER.indexOf(c) >= 0;
    }

    /** Tests for figures that are no digits on the line: raised and lowered ones with their signs, and fractions. */
    static boolean isFigure(int c) {
        return Character.getType(c) == Character.OTHER_NUMBER || RAISED_SIGNS.indexOf(c) >= 0;
    }

    private static boolean isCurrency(int c) {
        return Character.getType(c) == Character.CURRENCY_SYMBOL;
    }

    private static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /** Returns a number's signs and digits without spaces, its dashes as hyphens. */
    static String folded(String number) {
        if (number.chars().allMatch(Character::isLetterOrDigit)) {
            return number;
        }
        StringBuilder folded = new StringBuilder();
        number.codePoints()
                .filter(c -> !isSpace(c))
                .map(c -> Fold.isDash(c) ? '-' : c == 0xff0b ? '+' : c)
                .forEach(folded::appendCodePoint);
        return folded.toString();
    }

    /** Returns the start of the figures of a number whose signs start here; the place itself where no such number does. */
    int start(int at) {
        int c = text.codePointAt(at);
        boolean signed = (SIGNS.indexOf(c) >= 0 || c == '.') && isFree(at);
        if (!signed && !isCurrency(c)) {
            return at;
        }
        int next = at + (SIGNS.indexOf(c) >= 0 ? 1 : 0);
        if (next < text.length() && isCurrency(text.codePointAt(next))) {
            next = spaced(next + 1);
            next += next < text.length() && SIGNS.indexOf(text.charAt(next)) >= 0 ? 1 : 0;
        }
        next += next < text.length() && text.charAt(next) == '.' ? 1 : 0;
        return startsFigures(next) ? next : at;
    }

    /** Returns the end of a word with the percent or currency sign that follows it, if the word ends with a figure. */
    int end(int word) {
        int last = text.codePointBefore(word);
        if (!Character.isDigit(last) && !isFigure(last)) {
            return word;
        }
        int sign = spaced(word);
        if (sign >= text.length()) {
            return word;
        }
        int c = text.codePointAt(sign);
        int next = sign + Character.charCount(c);
        boolean oneLine = text.substring(word, sign).indexOf('\n') < 0;
        boolean behind = isPer(c) || (isCurrency(c) && !startsFigures(spaced(next)));
        return oneLine && behind ? next : word;
    }

    private boolean startsFigures(int at) {
        return at < text.length() && (Character.isDigit(text.codePointAt(at)) || isFigure(text.codePointAt(at)));
    }

    private int spaced(int from) {
        int at = from;
        while (at < text.length() && isSpace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Tests for a place behind which a dash is no hyphen and no range, and a point ends nothing. */
    private boolean isFree(int at) {
        if (at == 0) {
            return true;
        }
        int c = text.codePointBefore(at);
        boolean word = Character.isLetterOrDigit(c) && !Tokens.isSpaceless(c);
        boolean sign = isFigure(c) || isPer(c) || isCurrency(c) || Fold.isDash(c) || c == '.';
        boolean unit = Character.getType(c) == Character.OTHER_SYMBOL || UNITS.indexOf(c) >= 0;
        return !word && !sign && !unit && Character.getType(c) != Character.END_PUNCTUATION;
    }
}
