package app.lede.opensearch;

import app.lede.article.ArticleId;
import app.lede.json.Json;
import app.lede.lucene.analysis.Analyzers;
import app.lede.lucene.analysis.Chain;
import app.lede.search.Criteria;
import app.lede.search.Facet;
import app.lede.search.Fact;
import app.lede.search.Filter;
import app.lede.search.Position;
import app.lede.search.Search;
import app.lede.search.SearchIndex;
import app.lede.search.Sort;
import app.lede.story.Report;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes bodies of {@code _search}. */
final class SearchJson {

    /** Values that are counted before spellings are joined. */
    private static final int MOST_VALUES = 10_000;

    private final QueryJson queries;

    SearchJson(Analyzers analyzers) {
        this.queries = new QueryJson(analyzers);
    }

    /** Asks for one hit more than the page has, to know whether another page follows. */
    ObjectNode page(Search search) {
        ObjectNode body = Json.object().put("size", search.limit() + 1).put("track_total_hits", false);
        body.set("query", query(search.criteria()));
        body.putArray("docvalue_fields").addObject().put("field", "changed").put("format", "epoch_millis");
        ArrayNode sort = body.putArray("sort");
        boolean scored = isScored(search);
        switch (search.sort()) {
            case NEWEST -> sort.addObject().put("published", "desc");
            case OLDEST -> sort.addObject().put("published", "asc");
            case ARRIVAL -> sort.addObject().put("arrival", "desc");
            case CHANGED -> sort.addObject().put("changed", "asc");
            case RELEVANCE -> sort.addObject().put(scored ? "_score" : "published", "desc");
        }
        sort.addObject().put("tie", "asc");
        if (search.after() != null) {
            Position after = Position.decoded(search.after());
            ArrayNode last = body.putArray("search_after");
            if (scored) {
                last.add(Float.intBitsToFloat((int) after.value()));
            } else {
                last.add(after.value());
            }
            last.add(Position.tie(after.id()));
        }
        return body;
    }

    /** Asks for the copies near a report, or for other reports near it. */
    static ObjectNode near(Report report, boolean copies) {
        ObjectNode body = Json.object()
                .put("size", copies ? SearchIndex.MOST_COPIES : SearchIndex.MOST_NEAR)
                .put("track_total_hits", false);
        body.putArray("stored_fields").add("report");
        List<String> bands = report.bands();
        ObjectNode bool = Json.object().put("minimum_should_match", 1);
        ArrayNode should = bool.putArray("should");
        ArrayNode excluded = bool.putArray("must_not");
        excluded.add(QueryJson.clause("ids", ids(List.of(report.id()))));
        if (copies) {
            should.add(shared("band", bands, bands.size() / 2));
            body.putArray("sort").addObject().put("published", "asc");
        } else {
            should.add(shared("band", bands, 1)).add(shared("key", report.keys(), Report.LEAST_KEYS));
            excluded.add(shared("band", bands, bands.size() / 2));
        }
        time(
                bool.putArray("filter"),
                "published",
                report.first().minus(Report.WINDOW),
                report.first().plus(Report.WINDOW).plusMillis(1));
        body.set("query", QueryJson.clause("bool", bool));
        return body;
    }

    /** Asks for the reports of articles published around a time. */
    static ObjectNode reports(Collection<ArticleId> ids, Instant around) {
        ObjectNode body = Json.object().put("size", Math.max(1, ids.size())).put("track_total_hits", false);
        body.putArray("stored_fields").add("report");
        ObjectNode bool = Json.object();
        ArrayNode conditions = bool.putArray("filter");
        conditions.add(QueryJson.clause("ids", ids(ids)));
        Duration distance = Report.WINDOW.multipliedBy(2);
        time(
                conditions,
                "published",
                around.minus(distance),
                around.plus(distance).plusMillis(1));
        body.set("query", QueryJson.clause("bool", bool));
        return body;
    }

    private static ObjectNode ids(Collection<ArticleId> ids) {
        ObjectNode json = Json.object();
        ArrayNode values = json.putArray("values");
        ids.forEach(id -> values.add(id.value()));
        return json;
    }

    private static ObjectNode shared(String field, List<String> terms, int least) {
        if (terms.isEmpty()) {
            return QueryJson.clause("match_none", Json.object());
        }
        ObjectNode bool = Json.object().put("minimum_should_match", least);
        ArrayNode should = bool.putArray("should");
        terms.forEach(term -> should.add(QueryJson.clause("term", Json.object().put(field, term))));
        return QueryJson.clause("bool", bool);
    }

    static boolean isScored(Search search) {
        return search.sort() == Sort.RELEVANCE && search.criteria().filter().isScored();
    }

    ObjectNode counts(Criteria criteria, Facet facet) {
        ObjectNode body = Json.object().put("size", 0).put("track_total_hits", true);
        body.set("query", query(criteria));
        ObjectNode by = body.putObject("aggs").putObject("by");
        switch (facet) {
            case Fact fact ->
                by.putObject("terms").put("field", "shown." + fact.parameter()).put("size", MOST_VALUES);
            case Facet.Time time ->
                by.putObject("date_histogram")
                        .put("field", "published")
                        .put("calendar_interval", time.unit().name().toLowerCase(Locale.ROOT))
                        .put("time_zone", time.zone().getId())
                        .put("min_doc_count", 1);
        }
        return body;
    }

    private ObjectNode query(Criteria criteria) {
        ObjectNode bool = Json.object();
        ArrayNode must = bool.putArray("must");
        ArrayNode excluded = bool.putArray("must_not");
        excluded.add(QueryJson.clause("term", Json.object().put("removed", true)));
        ArrayNode conditions = bool.putArray("filter");
        filter(conditions, criteria.filter());
        if (criteria.members() != null) {
            conditions.add(QueryJson.clause("ids", ids(criteria.members())));
        }
        criteria.query().ifPresent(query -> must.add(queries.translate(query)));
        Criteria.Example example = criteria.example();
        ArticleId similarTo = criteria.filter().similarTo();
        if (example != null && similarTo != null) {
            must.add(QueryJson.clause("more_like_this", like(example)));
            excluded.add(QueryJson.clause("ids", ids(List.of(similarTo))));
        }
        return QueryJson.clause("bool", bool);
    }

    private static ObjectNode like(Criteria.Example example) {
        ObjectNode like = Json.object()
                .put("like", example.text())
                .put("min_term_freq", 1)
                .put("min_doc_freq", 1)
                .put("max_query_terms", 25)
                .put("minimum_should_match", "30%");
        like.putArray("fields").add("words." + DocumentJson.chain(Chain.of(example.language())));
        return like;
    }

    private static void filter(ArrayNode conditions, Filter filter) {
        filter.facts().forEach((fact, values) -> fact(conditions, fact, values));
        time(conditions, "arrival", filter.from(), filter.to());
        time(conditions, "published", filter.publishedFrom(), filter.publishedTo());
        time(conditions, "changed", filter.changedFrom(), null);
    }

    private static void fact(ArrayNode conditions, Fact fact, Set<String> values) {
        ObjectNode terms = Json.object();
        ArrayNode any = terms.putArray("fact." + fact.parameter());
        values.stream().map(fact::comparable).distinct().forEach(any::add);
        conditions.add(QueryJson.clause("terms", terms));
    }

    private static void time(ArrayNode conditions, String field, @Nullable Instant from, @Nullable Instant to) {
        if (from != null || to != null) {
            ObjectNode bounds = Json.object();
            if (from != null) {
                bounds.put("gte", firstAt(from));
            }
            if (to != null) {
                bounds.put("lt", firstAt(to));
            }
            ObjectNode range = Json.object();
            range.set(field, bounds);
            conditions.add(QueryJson.clause("range", range));
        }
    }

    /** Returns the first millisecond that is not before a time. */
    private static long firstAt(Instant time) {
        long millis = time.toEpochMilli();
        return time.isAfter(Instant.ofEpochMilli(millis)) ? millis + 1 : millis;
    }
}
