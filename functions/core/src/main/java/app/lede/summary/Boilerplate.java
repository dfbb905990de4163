package app.lede.summary;

import app.lede.furniture.FurniturePhrases;
import app.lede.furniture.PhraseIndex;
import app.lede.text.LowerCase;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Detects lines that are not part of the story: bylines, credits, captions, time stamps, calls to subscribe, "read
 * more".
 *
 * <p>Matches the phrases of {@code furniture.tsv} in all languages, since news sites mix them. Immutable and thread
 * safe.
 */
final class Boilerplate {

    /** Characters searched for a phrase; bounds the cost of long sentences. */
    private static final int WINDOW = 400;

    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0]+");

    private static final int STAMP_WORDS = 16;
    private static final int BYLINE_WORDS = 14;
    private static final int CREDIT_WORDS = 30;

    private final FurniturePhrases phrases = FurniturePhrases.load();
    private final Openings credits = new Openings(phrases.of("credit"));
    private final Openings stamps = new Openings(phrases.of("stamp"));
    private final Set<String> bylines = Set.copyOf(phrases.of("byline"));
    private final Set<String> roles = Set.copyOf(phrases.of("role"));
    private final PhraseIndex starts = new PhraseIndex(phrases.of("starts"));
    private final PhraseIndex contained = new PhraseIndex(phrases.of("contains"));
    private final PhraseIndex caption = new PhraseIndex(phrases.of("caption"));

    /**
     * Tests whether a sentence, or a line without an end, is page furniture.
     *
     * @param plain the sentence as {@link #plain} gives it
     */
    boolean surrounds(String sentence, String plain) {
        int words = wordsUpTo(plain, CREDIT_WORDS + 1);
        return starts.begins(plain)
                || contained.isIn(plain)
                || (words <= CREDIT_WORDS && isCredit(plain))
                || (words <= STAMP_WORDS && isStamp(plain))
                || (words <= BYLINE_WORDS && isByline(sentence));
    }

    /**
     * Tests whether a sentence is a picture caption.
     *
     * @param plain the sentence as {@link #plain} gives it
     */
    boolean captions(String plain) {
        return caption.isIn(plain);
    }

    /** Counts words that single spaces part, up to a maximum. */
    private static int wordsUpTo(String plain, int most) {
        int words = 1;
        for (int at = plain.indexOf(' ');
                at >= 0 && at + 1 < plain.length() && words < most;
                at = plain.indexOf(' ', at + 1)) {
            words++;
        }
        return words;
    }

    private boolean isCredit(String plain) {
        for (String word : credits.of(plain)) {
            if (startsWithWord(plain, word) && marksCredit(plain, word.length())) {
                return true;
            }
        }
        return false;
    }

    private static boolean marksCredit(String plain, int from) {
        String rest = plain.substring(from).stripLeading();
        return rest.startsWith(":") || rest.startsWith("/") || rest.startsWith("by ") || rest.startsWith("courtesy");
    }

    private boolean isStamp(String plain) {
        for (String word : stamps.of(plain)) {
            if (startsWithWord(plain, word) && plain.chars().anyMatch(Character::isDigit)) {
                return true;
            }
        }
        return false;
    }

    /** Tests for a byline such as "By Jane Doe and John Roe, Staff Writers". */
    private boolean isByline(String sentence) {
        String line = sentence.strip();
        int end = 0;
        while (end < line.length() && !Range.isBlank(line.charAt(end))) {
            end++;
        }
        if (end == line.length() || !bylines.contains(LowerCase.of(line.substring(0, end)))) {
            return false;
        }
        String[] words = words(line);
        int names = 0;
        for (int i = 1; i < words.length; i++) {
            boolean name = !words[i].isEmpty() && Character.isUpperCase(words[i].codePointAt(0));
            if (!name && !roles.contains(LowerCase.of(words[i]))) {
                return false;
            }
            names += name ? 1 : 0;
        }
        return names >= 2;
    }

    private static boolean startsWithWord(String plain, String word) {
        return plain.startsWith(word)
                && (plain.length() == word.length() || !Character.isLetter(plain.charAt(word.length())));
    }

    private static String[] words(String text) {
        return BLANKS.split(text);
    }

    /** Normalises to lower case, straight quotes and single spaces, without leading bullets or arrows. */
    static String plain(String sentence) {
        int end = Math.min(sentence.length(), WINDOW);
        char[] plain = new char[end];
        int size = 0;
        boolean ascii = true;
        for (int i = 0; i < end; i++) {
            char c = sentence.charAt(i);
            if (c >= 'a' && c <= 'z') {
                plain[size++] = c;
                continue;
            }
            boolean blank = Range.isBlank(c);
            boolean opens =
                    size == 0 && !Character.isLetterOrDigit(c) && !Character.isSurrogate(c) && "©@(".indexOf(c) < 0;
            if (opens || (blank && plain[size - 1] == ' ')) {
                continue;
            }
            char straight = blank ? ' ' : c == '’' || c == '‘' ? '\'' : c;
            ascii &= straight < 0x80;
            plain[size++] = straight >= 'A' && straight <= 'Z' ? (char) (straight + 32) : straight;
        }
        String line = new String(plain, 0, size);
        return ascii ? line : LowerCase.of(line);
    }
}
