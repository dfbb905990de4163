package app.lede.lucene;

import app.lede.lucene.analysis.Analyzers;
import app.lede.lucene.analysis.Chain;
import app.lede.search.query.Query;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the words and phrases of a query in a text, term by term, in time linear in the text. */
final class Occurrences {

    /** Occurrences of one word that are kept; enough to find the place where it meets the others. */
    private static final int MOST_OF_ONE = 1_000;

    private final List<Found> found = new ArrayList<>();
    private final List<Walk> walks;
    private final List<Analyzers.Term> place = new ArrayList<>();

    /**
     * An occurrence, in UTF-16 code units of the text.
     *
     * @param needle number of the word or phrase in the query
     */
    record Found(int needle, int start, int end) {}

    private Occurrences(List<Sought> needles) {
        walks = new ArrayList<>();
        needles.forEach(needle -> walks.add(new Walk(walks.size(), needle)));
    }

    /** Returns the occurrences of what a query wants in the text, in the order of their ends. */
    static List<Found> of(Query query, Analyzers analyzers, Chain chain, String text) {
        List<Sought> needles = wanted(query)
                .map(term -> Sought.of(term, analyzers, chain))
                .flatMap(Optional::stream)
                .toList();
        if (needles.isEmpty()) {
            return List.of();
        }
        Occurrences occurrences = new Occurrences(needles);
        analyzers.eachIndexed(chain, text, occurrences::add);
        occurrences.endPlace();
        return occurrences.found;
    }

    private static Stream<Query> wanted(Query query) {
        return switch (query) {
            case Query.Word word -> Stream.of(word);
            case Query.Phrase phrase -> Stream.of(phrase);
            case Query.Prefix prefix -> Stream.of(prefix);
            case Query.And and -> and.queries().stream().flatMap(Occurrences::wanted);
            case Query.Or or -> or.queries().stream().flatMap(Occurrences::wanted);
            case Query.Not not -> Stream.empty();
            case Query.Field field -> Stream.empty();
        };
    }

    private void add(Analyzers.Term term) {
        if (!place.isEmpty() && place.getFirst().position() != term.position()) {
            endPlace();
        }
        place.add(term);
    }

    private void endPlace() {
        walks.forEach(walk -> walk.step(place));
        place.clear();
    }

    /** Follows one phrase through the text. */
    private final class Walk {

        private final int number;
        private final List<Set<String>> words;
        private final String prefix;

        /** Start of a match whose first n words have been seen, -1 for none. */
        private final int[] begun;

        private int count;

        Walk(int number, Sought needle) {
            this.number = number;
            this.words = needle.words().stream().<Set<String>>map(HashSet::new).toList();
            this.prefix = needle.prefix();
            this.begun = new int[words.size() + 1];
            Arrays.fill(begun, -1);
        }

        void step(List<Analyzers.Term> terms) {
            for (int seen = words.size() - 1; seen >= 0; seen--) {
                begun[seen + 1] = -1;
                Optional<Analyzers.Term> match = seen == 0 || begun[seen] >= 0 ? match(seen, terms) : Optional.empty();
                if (match.isPresent()) {
                    begun[seen + 1] = seen == 0 ? match.get().start() : begun[seen];
                    if (seen + 1 == words.size() && count++ < MOST_OF_ONE) {
                        found.add(new Found(number, begun[seen + 1], match.get().end()));
                    }
                }
            }
        }

        private Optional<Analyzers.Term> match(int word, List<Analyzers.Term> terms) {
            boolean open = !prefix.isEmpty() && word == words.size() - 1;
            for (Analyzers.Term term : terms) {
                if (words.get(word).contains(term.text())
                        || (open && term.text().startsWith(prefix))) {
                    return Optional.of(term);
                }
            }
            return Optional.empty();
        }
    }
}
