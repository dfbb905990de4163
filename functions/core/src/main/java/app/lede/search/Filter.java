package app.lede.search;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Conditions on articles. Values within a set are alternatives, an empty set matches everything, and all conditions
 * must hold.
 *
 * @param from earliest arrival, inclusive
 * @param to latest arrival, exclusive
 */
public record Filter(
        Set<String> sources,
        Set<String> languages,
        Set<String> countries,
        @Nullable Instant from,
        @Nullable Instant to) {

    public static final Filter ALL = new Filter(Set.of(), Set.of(), Set.of(), null, null);

    public Filter {
        sources = Set.copyOf(sources);
        languages = Set.copyOf(languages);
        countries = Set.copyOf(countries);
    }

    boolean matches(ArrivalIndex.Entry entry) {
        return (sources.isEmpty() || (entry.sourceId() != null && sources.contains(entry.sourceId())))
                && (languages.isEmpty() || (entry.language() != null && languages.contains(entry.language())))
                && (countries.isEmpty() || entry.countries().stream().anyMatch(countries::contains));
    }

    /** Returns a canonical text, equal for equivalent filters; binds a cursor to its filter. */
    public String canonical() {
        return String.join(
                "|",
                "source=" + sources.stream().sorted().toList(),
                "lang=" + languages.stream().sorted().toList(),
                "country=" + countries.stream().sorted().toList(),
                "from=" + from,
                "to=" + to);
    }
}
