package app.lede.search;

import app.lede.article.Article;
import app.lede.article.ArticleId;
import app.lede.article.Times;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Conditions on articles. Values of one fact are alternatives, a fact without values matches everything, and all conditions
 * must hold. Start with {@link #ALL}.
 *
 * @param facts values by fact, as given; compared in their {@link Fact#comparable comparable form}
 * @param from earliest arrival, inclusive
 * @param to latest arrival, exclusive
 * @param publishedFrom earliest publication, inclusive
 * @param publishedTo latest publication, exclusive
 * @param changedFrom earliest time of the current revision, inclusive
 * @param q full-text query, as given; only a search index can evaluate it
 * @param similarTo the article that others are to resemble; only a search index can evaluate it
 * @param story an article whose story the others belong to; only a search index can evaluate it
 */
public record Filter(
        Map<Fact, Set<String>> facts,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Instant publishedFrom,
        @Nullable Instant publishedTo,
        @Nullable Instant changedFrom,
        @Nullable String q,
        @Nullable ArticleId similarTo,
        @Nullable ArticleId story) {

    /** Matches every article. */
    public static final Filter ALL = new Filter(Map.of(), null, null, null, null, null, null, null, null);

    /** The facts that {@link ArrivalIndex.Entry} has. */
    private static final Set<Fact> IN_ENTRIES = Set.of(Fact.SOURCE, Fact.LANG, Fact.COUNTRY);

    public Filter {
        Map<Fact, Set<String>> copy = new EnumMap<>(Fact.class);
        facts.forEach((fact, values) -> {
            if (!values.isEmpty()) {
                copy.put(fact, Collections.unmodifiableSet(new TreeSet<>(values)));
            }
        });
        facts = Collections.unmodifiableMap(copy);
    }

    /** Adds alternatives of one fact. */
    public Filter with(Fact fact, Collection<String> values) {
        Map<Fact, Set<String>> more = new TreeMap<>(facts);
        more.merge(fact, Set.copyOf(values), (one, other) -> Stream.of(one, other)
                .flatMap(Collection::stream)
                .collect(Collectors.toSet()));
        return new Filter(more, from, to, publishedFrom, publishedTo, changedFrom, q, similarTo, story);
    }

    public Filter with(Fact fact, String... values) {
        return with(fact, List.of(values));
    }

    /** Returns the same conditions for arrivals between two times; null leaves an end open. */
    public Filter arrived(@Nullable Instant first, @Nullable Instant end) {
        return new Filter(facts, first, end, publishedFrom, publishedTo, changedFrom, q, similarTo, story);
    }

    /** Returns the same conditions for publications between two times; null leaves an end open. */
    public Filter published(@Nullable Instant first, @Nullable Instant end) {
        return new Filter(facts, from, to, first, end, changedFrom, q, similarTo, story);
    }

    /** Returns the same conditions for revisions from a time on. */
    public Filter changedSince(@Nullable Instant first) {
        return new Filter(facts, from, to, publishedFrom, publishedTo, first, q, similarTo, story);
    }

    /** Returns the same conditions with a full-text query, or none. */
    public Filter asking(@Nullable String query) {
        return new Filter(facts, from, to, publishedFrom, publishedTo, changedFrom, query, similarTo, story);
    }

    /** Returns the same conditions for articles that resemble another, or any. */
    public Filter similarTo(@Nullable ArticleId article) {
        return new Filter(facts, from, to, publishedFrom, publishedTo, changedFrom, q, article, story);
    }

    /** Returns the same conditions for articles of the story of another, or any. */
    public Filter ofStory(@Nullable ArticleId article) {
        return new Filter(facts, from, to, publishedFrom, publishedTo, changedFrom, q, similarTo, article);
    }

    /** Returns the alternatives of a fact, sorted; empty where any value matches. */
    public Set<String> of(Fact fact) {
        return facts.getOrDefault(fact, Set.of());
    }

    /** Tests whether {@link #matches(Article)} decides alone, without a search index. */
    public boolean isOfFacts() {
        return !isScored() && story == null;
    }

    /** Tests whether articles match more or less well. */
    public boolean isScored() {
        return q != null || similarTo != null;
    }

    /** Tests everything but {@code q}, {@code similarTo} and {@code story}. */
    public boolean matches(Article article) {
        return facts.keySet().stream().allMatch(fact -> matches(fact, fact.of(article)))
                && within(article.arrival(), from, to)
                && within(article.published(), publishedFrom, publishedTo)
                && within(article.changed(), changedFrom, null);
    }

    /** Tests what an entry of the index by arrival knows; more may be left to {@link #matches(Article)}. */
    boolean mayMatch(ArrivalIndex.Entry entry) {
        return matches(Fact.SOURCE, Stream.ofNullable(entry.sourceId()).toList())
                && matches(Fact.LANG, Stream.ofNullable(entry.language()).toList())
                && matches(Fact.COUNTRY, entry.countries());
    }

    /** Tests whether an entry of the index by arrival knows enough to decide, its time included. */
    public boolean isOfEntries() {
        return isOfFacts()
                && IN_ENTRIES.containsAll(facts.keySet())
                && publishedFrom == null
                && publishedTo == null
                && changedFrom == null;
    }

    private boolean matches(Fact fact, List<String> values) {
        Set<String> wanted = of(fact);
        return wanted.isEmpty()
                || values.stream()
                        .map(fact::comparable)
                        .anyMatch(value -> wanted.stream().map(fact::comparable).anyMatch(value::equals));
    }

    private static boolean within(Instant time, @Nullable Instant first, @Nullable Instant end) {
        return (first == null || !time.isBefore(first)) && (end == null || time.isBefore(end));
    }

    /**
     * Writes the filter as a query string in one order, equal for equal filters, for example {@code
     * country=ML&lang=de&lang=en}. Binds a cursor to its filter, and is what saved searches keep.
     */
    public String canonical() {
        Map<String, List<String>> parameters = new TreeMap<>();
        facts.forEach((fact, values) -> parameters.put(
                fact.parameter(),
                values.stream()
                        .map(value -> value.replace("\\", "\\\\").replace(",", "\\,"))
                        .toList()));
        put(parameters, "from", from, Times::sortable);
        put(parameters, "to", to, Times::sortable);
        put(parameters, "published_from", publishedFrom, Times::sortable);
        put(parameters, "published_to", publishedTo, Times::sortable);
        put(parameters, "changed_from", changedFrom, Times::sortable);
        put(parameters, "q", q, Function.identity());
        put(parameters, "similar_to", similarTo, ArticleId::value);
        put(parameters, "story", story, ArticleId::value);
        return parameters.entrySet().stream()
                .flatMap(parameter -> parameter.getValue().stream()
                        .map(value -> parameter.getKey() + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)))
                .collect(Collectors.joining("&"));
    }

    private static <T> void put(
            Map<String, List<String>> parameters, String name, @Nullable T value, Function<T, String> form) {
        if (value != null) {
            parameters.put(name, List.of(form.apply(value)));
        }
    }
}
