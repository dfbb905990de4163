package app.lede.edit;

import app.lede.text.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The text of one revision: its paragraphs, and passages with offsets in code points. Immutable. */
final class RevisionText {

    /** Code points of a passage that are given in words; its offsets cover all of it. */
    static final int MOST_QUOTED = 2_000;

    private final String text;
    private final List<Paragraph> paragraphs;
    /** Places of the second halves of surrogate pairs, ascending. */
    private final int[] halves;

    RevisionText(String text) {
        this.text = text;
        this.paragraphs = paragraphs(text);
        this.halves = text.codePoints().allMatch(Character::isBmpCodePoint)
                ? new int[0]
                : IntStream.range(1, text.length())
                        .filter(i -> Character.isSurrogatePair(text.charAt(i - 1), text.charAt(i)))
                        .toArray();
    }

    /** A line of the text that is not blank: a paragraph, a heading, an item of a list. */
    record Paragraph(String text, int start) {

        int end() {
            return start + text.length();
        }

        List<Token> tokens() {
            return Token.of(text, 0, text.length());
        }
    }

    List<Paragraph> paragraphs() {
        return paragraphs;
    }

    Passage whole() {
        return passage(0, text.length());
    }

    boolean isSame(RevisionText other) {
        return text.equals(other.text);
    }

    boolean contains(String words) {
        return text.contains(words);
    }

    /** Returns the place before a paragraph; the end of the text where there is none. */
    Passage before(int paragraph) {
        int at = paragraph < paragraphs.size() ? paragraphs.get(paragraph).start() : text.length();
        return passage(at, at);
    }

    Passage passage(Paragraph paragraph) {
        return passage(paragraph.start(), paragraph.end());
    }

    Passage passage(int from, int to) {
        int start = codePoints(from);
        int end = codePoints(to);
        int quoted = end - start <= MOST_QUOTED ? to : text.offsetByCodePoints(from, MOST_QUOTED);
        return new Passage(text.substring(from, quoted), start, end);
    }

    private int codePoints(int chars) {
        int place = Arrays.binarySearch(halves, chars);
        return chars - (place < 0 ? -place - 1 : place);
    }

    private static List<Paragraph> paragraphs(String text) {
        List<Paragraph> paragraphs = new ArrayList<>();
        for (int at = 0; at < text.length(); ) {
            int newline = text.indexOf('\n', at);
            int end = newline < 0 ? text.length() : newline;
            if (text.substring(at, end).chars().anyMatch(c -> !Words.isSpace((char) c))) {
                paragraphs.add(new Paragraph(text.substring(at, end), at));
            }
            at = end + 1;
        }
        return paragraphs;
    }
}
