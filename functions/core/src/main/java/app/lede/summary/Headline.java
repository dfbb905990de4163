package app.lede.summary;

import app.lede.summary.rank.Term;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds lines that repeat a headline, with the name of a site or section beside it. */
final class Headline {

    /** Words that a line may have beside the headline. */
    private static final int BESIDE = 3;

    private static final int SHORTEST = 3;

    private final List<String> words;
    private final Set<String> content;

    Headline(List<Term> terms) {
        words = terms.stream().map(Term::stem).toList();
        content = content(terms);
    }

    private static Set<String> content(List<Term> terms) {
        return terms.stream().filter(Term::content).map(Term::stem).collect(Collectors.toCollection(HashSet::new));
    }

    /** Tests whether a line has the words of the headline and few others. */
    boolean isRepeatedBy(List<Term> line) {
        if (words.isEmpty()) {
            return false;
        }
        if (line.size() == words.size()
                && line.stream().map(Term::stem).toList().equals(words)) {
            return true;
        }
        return content.size() >= SHORTEST
                && line.size() <= words.size() + BESIDE
                && content(line).containsAll(content);
    }
}
