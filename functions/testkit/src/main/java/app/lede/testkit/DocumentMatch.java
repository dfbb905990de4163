package app.lede.testkit;

import app.lede.search.Criteria;
import app.lede.search.Facet;
import app.lede.search.Fact;
import app.lede.search.Filter;
import app.lede.search.SearchDocument;
import app.lede.search.query.Query;
import app.lede.text.Words;
import java.time.Instant;
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
        Filter filter = criteria.filter();
        Criteria.Example example = criteria.example();
        return passes(filter, document)
                && (criteria.members() == null || criteria.members().contains(document.id()))
                && criteria.query()
                        .map(query -> WordMatch.matches(query, texts(document), field -> inField(field, document)))
                        .orElse(true)
                && (example == null || (!document.id().equals(filter.similarTo()) && resembles(example, document)));
    }

    private static boolean passes(Filter filter, SearchDocument document) {
        return filter.facts().keySet().stream().allMatch(fact -> any(fact, filter.of(fact), document.of(fact)))
                && within(document.arrival(), filter.from(), filter.to())
                && within(document.published(), filter.publishedFrom(), filter.publishedTo())
                && within(document.changed(), filter.changedFrom(), null);
    }

    private static boolean within(Instant time, @Nullable Instant from, @Nullable Instant to) {
        return (from == null || !time.isBefore(from)) && (to == null || time.isBefore(to));
    }

    private static boolean any(Fact fact, Set<String> wanted, List<String> values) {
        Set<String> comparable = wanted.stream().map(fact::comparable).collect(Collectors.toSet());
        return values.stream().map(fact::comparable).anyMatch(comparable::contains);
    }

    private static List<String> texts(SearchDocument document) {
        return document.headline() == null ? List.of(document.text()) : List.of(document.headline(), document.text());
    }

    private static boolean inField(Query.Field field, SearchDocument document) {
        return switch (field.name()) {
            case HEADLINE ->
                inWords(field, Stream.ofNullable(document.headline()).toList());
            case AUTHOR -> inWords(field, document.of(Fact.AUTHOR));
            case PUBLISHER -> inWords(field, document.of(Fact.PUBLISHER));
            case TAG -> hasTag(field.query(), document.of(Fact.TAG));
        };
    }

    private static boolean inWords(Query.Field field, List<String> values) {
        return WordMatch.matches(field.query(), values, nested -> false);
    }

    private static boolean hasTag(Query query, List<String> tags) {
        return switch (query) {
            case Query.Word word -> any(Fact.TAG, Set.of(word.text()), tags);
            case Query.Phrase phrase -> any(Fact.TAG, Set.of(phrase.text()), tags);
            case Query.Prefix prefix ->
                tags.stream().anyMatch(tag -> Fact.TAG.comparable(tag).startsWith(Fact.TAG.comparable(prefix.text())));
            case Query.Field nested -> false;
            case Query.And and -> and.queries().stream().allMatch(part -> hasTag(part, tags));
            case Query.Or or -> or.queries().stream().anyMatch(part -> hasTag(part, tags));
            case Query.Not not -> !hasTag(not.query(), tags);
        };
    }

    /** A third of the example's words, at least. */
    private static boolean resembles(Criteria.Example example, SearchDocument document) {
        Set<String> words = words(example.text());
        Set<String> shared = new HashSet<>(words);
        shared.retainAll(words(String.join("\n", texts(document))));
        return shared.size() * 3 >= words.size();
    }

    private static Set<String> words(String text) {
        return Stream.of(WordMatch.folded(text).strip())
                .flatMap(Pattern.compile(" ")::splitAsStream)
                .map(Words::key)
                .collect(Collectors.toSet());
    }

    static Stream<String> values(SearchDocument document, Facet facet) {
        return switch (facet) {
            case Fact fact -> document.of(fact).stream();
            case Facet.Time time -> Stream.of(time.interval(document.published()));
        };
    }
}
