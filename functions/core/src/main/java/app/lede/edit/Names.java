package app.lede.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds names by their capitals: runs of capitalised words with the particles between them. A single capitalised word that
 * begins a sentence is none, nor is a single one in a language that capitalises all nouns. Scripts without capitals have
 * no names here.
 */
final class Names {

    private static final Set<String> PARTICLES = Set.of(
            "al", "bin", "bint", "da", "de", "del", "della", "der", "di", "do", "dos", "du", "el", "ibn", "la", "le",
            "of", "van", "von", "y", "zu");

    private static final Set<String> CAPITALISE_NOUNS = Set.of("de", "lb");

    private static final String ENDS_SENTENCE = ".!?…:";

    private Names() {}

    static List<Range> in(List<Token> tokens, @Nullable String language) {
        boolean nouns = language != null && CAPITALISE_NOUNS.contains(language);
        List<Range> names = new ArrayList<>();
        boolean begins = true;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.isCapitalised() && !token.isNumber()) {
                int end = end(tokens, i);
                boolean single = end == i + 1;
                if (!single || isAcronym(token) || !(begins || nouns)) {
                    names.add(new Range(i, end));
                }
                i = end - 1;
                begins = false;
            } else if (token.isWord()) {
                begins = false;
            } else if (ENDS_SENTENCE.contains(token.text())) {
                begins = true;
            }
        }
        return names;
    }

    /** Returns the end of a run of capitalised words, separated by single spaces or particles. */
    private static int end(List<Token> tokens, int first) {
        int end = first + 1;
        for (int i = end; i + 1 < tokens.size() && tokens.get(i).isSpace(); i += 2) {
            Token next = tokens.get(i + 1);
            if (next.isCapitalised() && !next.isNumber()) {
                end = i + 2;
            } else if (!PARTICLES.contains(next.text())) {
                break;
            }
        }
        return end;
    }

    private static boolean isAcronym(Token token) {
        return token.text().length() > 1 && token.text().codePoints().allMatch(Character::isUpperCase);
    }
}
