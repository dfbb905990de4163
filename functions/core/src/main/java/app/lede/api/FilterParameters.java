package app.lede.api;

import app.lede.article.Access;
import app.lede.article.ArticleId;
import app.lede.article.Confidence;
import app.lede.rights.Use;
import app.lede.search.Fact;
import app.lede.search.Filter;
import app.lede.search.query.QueryParser;
import app.lede.search.query.QueryReading;
import app.lede.source.SourceId;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a {@link Filter} from query parameters: the one grammar of lists, counts, feeds, exports and saved searches. Faults
 * are collected in the {@link Parameters}.
 */
public final class FilterParameters {

    /** The names of all parameters of a filter. */
    public static final Set<String> NAMES = Stream.concat(
                    Stream.of(Fact.values()).map(Fact::parameter),
                    Stream.of(
                            "q", "similar_to", "story", "from", "to", "published_from", "published_to", "changed_from"))
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Set<String> ACCESS =
            Arrays.stream(Access.values()).map(Access::label).collect(Collectors.toUnmodifiableSet());
    private static final Set<String> CONFIDENCE =
            Arrays.stream(Confidence.values()).map(Confidence::label).collect(Collectors.toUnmodifiableSet());
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");

    private FilterParameters() {}

    /** The result of reading a query string: a filter, or at least one fault. */
    public sealed interface Reading {
        /** A filter. */
        record Valid(Filter filter) implements Reading {}

        /** Every fault of the text, one at least. */
        record Faulty(List<Problem.Fault> faults) implements Reading {}
    }

    /** Reads a filter from a query string such as {@link Filter#canonical()} writes; other parameters are faults. */
    public static Reading read(String query) {
        // What is kept is the canonical text, whose times are milliseconds and whose letters are Unicode's: it must be
        // valid itself.
        return switch (once(query)) {
            case Reading.Valid valid -> once(valid.filter().canonical());
            case Reading.Faulty faulty -> faulty;
        };
    }

    private static Reading once(String query) {
        Parameters parameters = new Parameters(QueryString.parse(query), NAMES);
        Filter filter = read(parameters);
        return parameters.faults().isEmpty() ? new Reading.Valid(filter) : new Reading.Faulty(parameters.faults());
    }

    /** Reads what {@link Filter#canonical()} wrote; IllegalArgumentException if it is no filter. */
    public static Filter kept(String canonical) {
        return switch (read(canonical)) {
            case Reading.Valid valid -> valid.filter();
            case Reading.Faulty faulty -> throw new IllegalArgumentException("not a filter: " + faulty.faults());
        };
    }

    /** Reads a filter; where there are faults, what it returns is of no use. */
    static Filter read(Parameters parameters) {
        Filter filter = Filter.ALL;
        for (Fact fact : Fact.values()) {
            filter = filter.with(fact, values(parameters, fact));
        }
        filter = filter.arrived(
                        parameters.from("from").orElse(null),
                        parameters.to("to").orElse(null))
                .published(
                        parameters.from("published_from").orElse(null),
                        parameters.to("published_to").orElse(null))
                .changedSince(parameters.from("changed_from").orElse(null))
                .asking(query(parameters).orElse(null))
                .similarTo(article(parameters, "similar_to").orElse(null))
                .ofStory(article(parameters, "story").orElse(null));
        contradictions(filter, parameters);
        return filter;
    }

    private static void contradictions(Filter filter, Parameters parameters) {
        ordered(parameters, "from", filter.from(), "to", filter.to());
        ordered(parameters, "published_from", filter.publishedFrom(), "published_to", filter.publishedTo());
        if (filter.q() != null && filter.similarTo() != null) {
            parameters.fault("similar_to", "give either q or similar_to: each sets its own order of relevance");
        }
    }

    private static void ordered(
            Parameters parameters, String first, @Nullable Instant from, String second, @Nullable Instant to) {
        if (from != null && to != null && !from.isBefore(to)) {
            parameters.fault(second, "must be later than " + first);
        }
    }

    private static Optional<String> query(Parameters parameters) {
        Optional<String> given = parameters.one("q");
        given.map(QueryParser::parse).ifPresent(reading -> {
            if (reading instanceof QueryReading.Faulty faulty) {
                parameters.fault("q", "at character " + faulty.at() + ": " + faulty.message());
            }
        });
        return given;
    }

    private static Optional<ArticleId> article(Parameters parameters, String name) {
        Optional<String> given = parameters.one(name).map(String::strip);
        if (given.filter(id -> !ArticleId.isValid(id)).isPresent()) {
            parameters.fault(name, "expected an article's id");
            return Optional.empty();
        }
        return given.map(ArticleId::new);
    }

    private static Set<String> values(Parameters parameters, Fact fact) {
        return switch (fact) {
            case SOURCE -> parameters.values("source", UnaryOperator.identity(), SourceId::isValid, "a source's id");
            case LANG ->
                parameters.values(
                        "lang",
                        value -> value.toLowerCase(Locale.ROOT),
                        LANGUAGE.asMatchPredicate(),
                        "a language code (en)");
            case COUNTRY ->
                parameters.values(
                        "country",
                        value -> value.toUpperCase(Locale.ROOT),
                        COUNTRIES::contains,
                        "an ISO 3166-1 alpha-2 country code (ML)");
            case ACCESS ->
                parameters.values(
                        "access",
                        value -> value.toLowerCase(Locale.ROOT),
                        ACCESS::contains,
                        "one of " + String.join(", ", ACCESS.stream().sorted().toList()));
            case CONFIDENCE ->
                parameters.values(
                        "confidence",
                        value -> value.toLowerCase(Locale.ROOT),
                        CONFIDENCE::contains,
                        "high (0.9 or more), medium (0.7 or more) or low");
            case USE ->
                parameters.values(
                        "use",
                        value -> value.toLowerCase(Locale.ROOT),
                        value -> Use.ofLabel(value).isPresent(),
                        "one of ai-input, ai-train, search, summary");
            case PUBLISHER, AUTHOR, TAG ->
                parameters.values(
                        fact.parameter(),
                        UnaryOperator.identity(),
                        FilterParameters::isName,
                        "a name of 1 to 200 characters");
        };
    }

    private static boolean isName(String value) {
        return !value.isEmpty() && value.codePointCount(0, value.length()) <= 200;
    }
}
