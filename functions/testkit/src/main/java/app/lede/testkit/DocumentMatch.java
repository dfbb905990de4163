package app.lede.testkit;

import app.lede.search.Criteria;
import app.lede.search.Facet;
import app.lede.search.Filter;
import app.lede.search.SearchDocument;
import app.lede.search.query.Query;
import app.lede.text.Words;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compares one document with the criteria of a search. */
final class DocumentMatch {

    private DocumentMatch() {}

    static boolean matches(Criteria criteria, SearchDocument document) {
        Query query = criteria.query();
        Criteria.Example example = criteria.example();
        return passes(criteria.filter(), document)
                && (query == null
                        || WordMatch.matches(query, texts(document), field -> inField(field, document)))
                && (example == null || resembles(example, document));
    }

    private static boolean passes(Filter filter, SearchDocument document) {
        return any(filter.sources(), listed(document.sourceId()))
                && any(filter.languages(), listed(document.language()))
                && any(filter.countries(), document.countries())
                && within(document.arrival(), filter.from(), filter.to());
    }

    private static boolean within(Instant time, @Nullable Instant from, @Nullable Instant to) {
        return (from == null || !time.isBefore(from)) && (to == null || time.isBefore(to));
    }

    private static boolean any(Set<String> wanted, Collection<String> values) {
        return wanted.isEmpty() || values.stream().anyMatch(wanted::contains);
    }

    private static List<String> listed(@Nullable String value) {
        return value == null ? List.of() : List.of(value);
    }

    private static List<String> texts(SearchDocument document) {
        return document.headline() == null
                ? List.of(document.text())
                : List.of(document.headline(), document.text());
    }

    private static boolean inField(Query.Field field, SearchDocument document) {
        List<String> values =
                switch (field.name()) {
                    case HEADLINE -> listed(document.headline());
                    case AUTHOR -> document.authors();
                    case PUBLISHER -> listed(document.publisher());
                    case TAG -> document.tags();
                };
        return WordMatch.matches(field.query(), values, nested -> false);
    }

    /** A third of the example's words, at least. */
    private static boolean resembles(Criteria.Example example, SearchDocument document) {
        Set<String> words = words(example.text());
        Set<String> shared = new HashSet<>(words);
        shared.retainAll(words(String.join("\n", texts(document))));
        return !document.id().equals(example.id()) && shared.size() * 3 >= words.size();
    }

    private static Set<String> words(String text) {
        return Stream.of(WordMatch.folded(text).strip())
                .flatMap(Pattern.compile(" ")::splitAsStream)
                .map(Words::key)
                .collect(Collectors.toSet());
    }

    static Stream<String> values(SearchDocument document, Facet facet) {
        return switch (facet) {
            case Facet.Fact fact ->
                switch (fact) {
                    case SOURCE -> listed(document.sourceId()).stream();
                    case LANG -> listed(document.language()).stream();
                    case COUNTRY -> document.countries().stream();
                    case TAG -> document.tags().stream();
                    case PUBLISHER -> listed(document.publisher()).stream();
                    case AUTHOR -> document.authors().stream();
                    case ACCESS -> Stream.of(document.access());
                };
            case Facet.Time time -> Stream.of(time.interval(document.published()));
        };
    }
}
