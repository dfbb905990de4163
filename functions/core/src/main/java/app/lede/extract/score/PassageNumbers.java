package app.lede.extract.score;

import app.lede.extract.page.Passage;
import app.lede.extract.page.Prose;
import app.lede.extract.page.Region;
import app.lede.furniture.Furniture;
import app.lede.text.LowerCase;
import app.lede.text.Words;
import java.util.Set;

/**
 * Features of a passage by itself: distribution of letters, words and punctuation, and its regions. Prose is mostly
 * lower case with commas and full stops; teasers are set like titles; credits name agencies. Inputs of {@link BoostedTrees},
 * beside {@link ContextNumbers}.
 *
 * <p>Thread safe.
 */
final class PassageNumbers {

    private static final Region[] REGIONS = Region.values();
    private static final int SHAPE = 17;

    static final int SIZE = SHAPE + REGIONS.length;

    /** Maximum characters examined of a passage. */
    private static final int MAX_TEXT = 2000;

    private static final int SHORT_WORD = 3;

    private static final String COMMAS = ",，、،";
    private static final String ENDS = ".!?。！？।";

    /** Maximum words of a credit; in longer passages its words mean something else. */
    private static final int MAX_CREDIT_WORDS = 60;

    /** Words of picture credits in captions, in many languages. */
    private static final Set<String> CREDITS = Set.of(
            "getty",
            "reuters",
            "afp",
            "shutterstock",
            "istock",
            "unsplash",
            "alamy",
            "epa",
            "pexels",
            "image",
            "photo",
            "foto",
            "bild",
            "picture",
            "courtesy",
            "credit",
            "crédit",
            "archiv",
            "file",
            "c");

    private static final int LONGEST_CREDIT =
            CREDITS.stream().mapToInt(String::length).max().orElse(0);

    /** The lengths of the credits that begin with each letter of ASCII, one bit each. */
    private static final int[] CREDIT_LENGTHS = new int[0x80];

    static {
        for (String credit : CREDITS) {
            CREDIT_LENGTHS[credit.charAt(0)] |= 1 << credit.length();
        }
    }

    private final Furniture furniture;

    PassageNumbers(Furniture furniture) {
        this.furniture = furniture;
    }

    /** Writes the {@value #SIZE} features of a passage at an offset. */
    void fill(Passage passage, double[] numbers, int at) {
        shape(passage, numbers, at);
        for (int i = 0; i < REGIONS.length; i++) {
            numbers[at + SHAPE + i] = flag(passage.frame().in(REGIONS[i]));
        }
    }

    private void shape(Passage passage, double[] numbers, int at) {
        String text = passage.text();
        Count count = Count.of(text, Math.min(text.length(), MAX_TEXT));
        numbers[at] = (double) count.characters / count.words();
        numbers[at + 1] = (double) count.capitalised / Math.max(1, count.lettered);
        numbers[at + 2] = (double) count.shouted / Math.max(1, count.lettered);
        numbers[at + 3] = (double) count.digits / count.characters;
        numbers[at + 4] = (double) count.commas / count.words();
        numbers[at + 5] = (double) count.ends / count.words();
        numbers[at + 6] = (double) count.shortWords / count.words();
        char last = text.charAt(text.length() - 1);
        numbers[at + 7] = flag(ENDS.indexOf(last) >= 0 || last == '"' || last == '”' || last == '»');
        numbers[at + 8] = flag(Prose.isCutOff(text));
        numbers[at + 9] = flag(last == ':');
        numbers[at + 10] = flag(Character.isLowerCase(text.charAt(0)));
        numbers[at + 11] = flag(furniture.startsKey(passage.key()));
        numbers[at + 12] = flag(passage.words() <= MAX_CREDIT_WORDS && isCredited(text));
        numbers[at + 13] = passage.style().strong();
        numbers[at + 14] = passage.style().stressed();
        numbers[at + 15] = flag(passage.style().afterPicture());
        numbers[at + 16] = flag(passage.style().linkFirst());
    }

    private static boolean isCredited(String text) {
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || !Character.isLetterOrDigit(text.charAt(i))) {
                boolean alone = i - start == 1 && !(start > 0 && text.charAt(start - 1) == '(');
                boolean word = i > start
                        && i - start <= LONGEST_CREDIT
                        && !alone
                        && mayBeCredit(text.charAt(start), i - start);
                if (word && CREDITS.contains(LowerCase.of(text.substring(start, i)))) {
                    return true;
                }
                start = i + 1;
            }
        }
        return text.indexOf('©') >= 0;
    }

    /** Tests for the first letter and length of any credit; few words have them. */
    private static boolean mayBeCredit(char first, int length) {
        char lower = Character.toLowerCase(first);
        return lower < CREDIT_LENGTHS.length && (CREDIT_LENGTHS[lower] & (1 << length)) != 0;
    }

    private static double flag(boolean holds) {
        return holds ? 1 : 0;
    }

    /** Counts a text's characters and words by kind, in one pass. */
    private static final class Count {
        private int characters;
        private int spaced;
        private int lettered;
        private int capitalised;
        private int shouted;
        private int shortWords;
        private int digits;
        private int commas;
        private int ends;

        static Count of(String text, int length) {
            Count count = new Count();
            int start = 0;
            for (int i = 0; i <= length; i++) {
                if (i == length || Words.isSpace(text.charAt(i))) {
                    count.word(text, start, i);
                    start = i + 1;
                } else {
                    count.character(text.charAt(i));
                }
            }
            count.characters = length;
            return count;
        }

        /** Returns the word count, at least 1. */
        int words() {
            return Math.max(1, spaced);
        }

        private void character(char c) {
            if (c >= 'a' && c <= 'z') {
                return; // Most characters, and none of those counted.
            }
            digits += Character.isDigit(c) ? 1 : 0;
            commas += COMMAS.indexOf(c) >= 0 ? 1 : 0;
            ends += ENDS.indexOf(c) >= 0 ? 1 : 0;
        }

        private void word(String text, int start, int end) {
            if (start == end) {
                return;
            }
            spaced++;
            shortWords += end - start <= SHORT_WORD ? 1 : 0;
            if (Character.isLetter(text.charAt(start))) {
                lettered++;
                capitalised += Character.isUpperCase(text.charAt(start)) ? 1 : 0;
                shouted += end - start > 1 && isShouted(text, start, end) ? 1 : 0;
            }
        }

        private static boolean isShouted(String text, int start, int end) {
            for (int i = start; i < end; i++) {
                if (Character.isLowerCase(text.charAt(i))) {
                    return false;
                }
            }
            return Character.isUpperCase(text.charAt(start));
        }
    }
}
