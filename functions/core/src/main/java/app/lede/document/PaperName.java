package app.lede.document;

import app.lede.text.LowerCase;
import app.lede.text.Table;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Recognises the name of a newspaper or an agency behind a comma in a byline: "By Ines Lindqvist, The Harbour Times". It tells where
 * the author works and is no second author. Only names that are hardly a person's count; the words are in {@code papers.tsv}.
 *
 * <p>Thread safe; linear in the text.
 */
public final class PaperName {

    /** In UTF-16 units. */
    private static final int MAX_LENGTH = 80;

    private static final Map<String, Set<String>> WORDS = Table.lines(PaperName.class, "papers.tsv").stream()
            .map(Table::columns)
            .collect(Collectors.groupingBy(
                    List::getFirst, Collectors.mapping(List::getLast, Collectors.toUnmodifiableSet())));

    private PaperName() {}

    /** Tests for the name of a paper, of two words or more. */
    public static boolean is(String text) {
        String name = text.strip();
        if (name.length() > MAX_LENGTH || name.indexOf(' ') < 0) {
            return false;
        }
        String lower = LowerCase.of(name);
        return name.startsWith("The ")
                || has("name", lower)
                || has("first", lower.substring(0, lower.indexOf(' ')))
                || has("last", lower.substring(lower.lastIndexOf(' ') + 1));
    }

    /** Removes a paper behind the last comma of a byline. */
    public static String without(String byline) {
        int comma = Math.max(byline.lastIndexOf(','), byline.lastIndexOf('，'));
        return comma > 0 && is(byline.substring(comma + 1))
                ? byline.substring(0, comma).strip()
                : byline;
    }

    private static boolean has(String kind, String words) {
        return WORDS.getOrDefault(kind, Set.of()).contains(words);
    }
}
