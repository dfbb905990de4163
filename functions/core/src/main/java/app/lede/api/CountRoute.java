package app.lede.api;

import app.lede.json.Json;
import app.lede.search.Counts;
import app.lede.search.Criteria;
import app.lede.search.Facet;
import app.lede.search.Fact;
import app.lede.search.Filter;
import app.lede.search.SearchIndex;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The route that counts articles by a facet. Thread safe. */
final class CountRoute {

    private static final Set<String> PARAMETERS = Stream.concat(
                    FilterParameters.NAMES.stream(), Stream.of("by", "zone"))
            .collect(Collectors.toUnmodifiableSet());

    private static final String FACETS = Stream.concat(Stream.of(Fact.values()), Stream.of(Facet.Time.Unit.values()))
            .map(facet -> facet.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));

    /** A story changes with every report of its event; the index would have to be written again for each of its articles. */
    private static final String STORY = "the index does not know an article's story, which changes without the article;"
            + " GET /v1/stories gives the number of articles of each, and story= counts those of one";

    private final Optional<SearchIndex> search;
    private final CriteriaParameters criteria;

    CountRoute(Optional<SearchIndex> search, CriteriaParameters criteria) {
        this.search = search;
        this.criteria = criteria;
    }

    /** Handles {@code GET /v1/counts}. */
    Answer counts(Request request) {
        Parameters parameters = new Parameters(request, PARAMETERS);
        Filter filter = FilterParameters.read(parameters);
        Optional<Facet> facet = facet(parameters);
        if (search.isEmpty()) {
            parameters.fault("by", ArticleListRoute.NO_SEARCH);
        }
        Optional<Criteria> asked = criteria.of(filter, parameters);
        return parameters.problem().orElseGet(() -> {
            Facet by = facet.orElseThrow();
            return Answer.json(200, json(by, search.orElseThrow().counts(asked.orElseThrow(), by)));
        });
    }

    private static Optional<Facet> facet(Parameters parameters) {
        Optional<String> by = parameters.one("by").map(given -> given.strip().toLowerCase(Locale.ROOT));
        Optional<ZoneId> zone = zone(parameters);
        Optional<Facet> fact = by.flatMap(Fact::ofParameter).map(found -> found);
        Optional<Facet> time = by.flatMap(given -> Stream.of(Facet.Time.Unit.values())
                        .filter(unit -> unit.name().toLowerCase(Locale.ROOT).equals(given))
                        .findFirst())
                .map(unit -> new Facet.Time(unit, zone.orElse(ZoneOffset.UTC)));
        if (fact.isEmpty() && time.isEmpty()) {
            parameters.fault("by", by.filter("story"::equals).isPresent() ? STORY : "expected one of " + FACETS);
        } else if (fact.isPresent() && zone.isPresent()) {
            parameters.fault("zone", "only hours, days and months have a time zone");
        }
        return fact.or(() -> time);
    }

    private static Optional<ZoneId> zone(Parameters parameters) {
        Optional<String> given = parameters.one("zone");
        try {
            // An unescaped plus sign in a query arrives as a space.
            return given.map(name -> ZoneId.of(name.replace(' ', '+')));
        } catch (DateTimeException e) {
            parameters.fault(
                    "zone",
                    "expected a time zone (Africa/Niamey, +01:00), found '" + Problem.cut(given.orElse("")) + "'");
            return Optional.empty();
        }
    }

    private static ObjectNode json(Facet facet, Counts counts) {
        ObjectNode json = Json.object();
        json.put(
                "by",
                switch (facet) {
                    case Fact fact -> fact.parameter();
                    case Facet.Time time -> time.unit().name().toLowerCase(Locale.ROOT);
                });
        if (facet instanceof Facet.Time time) {
            json.put("zone", time.zone().getId());
        }
        json.put("articles", counts.articles());
        ArrayNode array = json.putArray("counts");
        counts.counts()
                .forEach(count -> array.addObject().put("value", count.value()).put("count", count.count()));
        return json.put("complete", counts.complete());
    }
}
