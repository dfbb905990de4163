package app.lede.edit;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds direct speech: words between quotation marks of one paragraph, the marks included. Fewer than {@value #LEAST_WORDS}
 * words are a title or a term.
 */
final class Quotations {

    private static final int LEAST_WORDS = 3;

    /** Opening marks, and at the same place the marks that may close them. */
    private static final String OPENING = "“„«»”\"「『";

    private static final List<String> CLOSING = List.of("”", "“”", "»", "«", "”", "\"", "」", "』");

    private Quotations() {}

    static List<Range> in(List<Token> tokens) {
        List<Range> found = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            int opening = OPENING.indexOf(tokens.get(i).text());
            int end = opening < 0 ? -1 : closing(tokens, i + 1, CLOSING.get(opening));
            if (end > 0) {
                if (words(tokens, i, end) >= LEAST_WORDS) {
                    found.add(new Range(i, end + 1));
                }
                i = end;
            }
        }
        return found;
    }

    private static int closing(List<Token> tokens, int from, String marks) {
        for (int i = from; i < tokens.size(); i++) {
            if (marks.contains(tokens.get(i).text())) {
                return i;
            }
        }
        return -1;
    }

    private static long words(List<Token> tokens, int from, int to) {
        return tokens.subList(from, to).stream().filter(Token::isWord).count();
    }
}
