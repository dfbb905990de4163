package app.lede.document;

import java.lang.Character.UnicodeScript;
import java.nio.charset.Charset;
import java.util.Arrays;

/** Decodes single bytes of one charset, and tells letters and marks that stand where none are written. Immutable. */
final class ByteLetters {

    /** Nats for a letter or mark in the wrong place. */
    private static final double WRONG = 7;

    private static final double ODD = 3;

    /** Words of one letter; those of other scripts are as rare in each of their charsets. */
    private static final String WORDS = "éèàáíöå";

    private enum Kind {
        LOWER,
        UPPER,
        /** A letter of a script without case. */
        LETTER,
        OPENING,
        CLOSING,
        APOSTROPHE,
        /** A sign that stands alone or before figures. */
        SIGN,
        OTHER
    }

    private final char[] chars = new char[256];
    private final Kind[] kinds = new Kind[256];
    private final UnicodeScript[] scripts = new UnicodeScript[256];

    private ByteLetters(Charset charset) {
        for (int b = 0; b < 256; b++) {
            String decoded = new String(new byte[] {(byte) b}, charset);
            chars[b] = decoded.length() == 1 ? decoded.charAt(0) : '\uFFFD';
            kinds[b] = kind(chars[b]);
            scripts[b] = UnicodeScript.of(chars[b]);
        }
    }

    static ByteLetters of(Charset charset) {
        return new ByteLetters(charset);
    }

    private static Kind kind(char c) {
        if (Character.isLowerCase(c)) {
            return Kind.LOWER;
        }
        if (Character.isUpperCase(c)) {
            return Kind.UPPER;
        }
        if (Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK) {
            return Kind.LETTER;
        }
        if ("“„‘‚«‹¿¡".indexOf(c) >= 0) {
            return Kind.OPENING;
        }
        if (c == '’') {
            return Kind.APOSTROPHE;
        }
        if ("”»›…".indexOf(c) >= 0) {
            return Kind.CLOSING;
        }
        return c <= 0x7f || Character.isWhitespace(c) || Character.isSpaceChar(c) || "–—·°©®™ªº\u00ad".indexOf(c) >= 0
                ? Kind.OTHER
                : Kind.SIGN;
    }

    /** Tests for a letter of another script than Latin. */
    boolean isForeign(int b) {
        return isLetter(b) && scripts[b] != UnicodeScript.LATIN;
    }

    char at(int b) {
        return chars[b];
    }

    /** Returns how unlikely the character's place is, in nats. */
    double misplaced(byte[] bytes, int place) {
        int own = bytes[place] & 0xff;
        int before = place == 0 ? ' ' : bytes[place - 1] & 0xff;
        int behind = place + 1 == bytes.length ? ' ' : bytes[place + 1] & 0xff;
        return switch (kinds[own]) {
            case UPPER -> (kinds[before] == Kind.LOWER ? WRONG : 0) + mixed(own, before, behind);
            case LOWER ->
                (kinds[before] == Kind.UPPER && kinds[behind] == Kind.UPPER ? ODD : 0) + mixed(own, before, behind);
            case LETTER -> mixed(own, before, behind);
            case OPENING -> isLetter(before) && isLetter(behind) ? WRONG : 0;
            case CLOSING -> isLetter(behind) && isLetter(before) ? ODD : 0;
            case APOSTROPHE -> !isLetter(before) && chars[before] <= ' ' && isLetter(behind) ? WRONG : 0;
            case SIGN -> (isLetter(before) ? ODD : 0) + (isLetter(behind) ? ODD : 0);
            case OTHER -> 0;
        };
    }

    private boolean isLetter(int b) {
        return switch (kinds[b]) {
            case LOWER, UPPER, LETTER -> true;
            case OPENING, CLOSING, APOSTROPHE, SIGN, OTHER -> false;
        };
    }

    /** Letters of two scripts in one word. */
    private double mixed(int own, int before, int behind) {
        if (!isLetter(before) && !isLetter(behind)) {
            return WORDS.indexOf(Character.toLowerCase(chars[own])) >= 0 ? 0 : ODD;
        }
        return differs(own, before) || differs(own, behind) ? WRONG : 0;
    }

    private boolean differs(int own, int other) {
        return isLetter(other) && scripts[other] != scripts[own] && scripts[own] != UnicodeScript.COMMON;
    }

    @Override
    public String toString() {
        return new String(Arrays.copyOfRange(chars, 128, 256));
    }
}
