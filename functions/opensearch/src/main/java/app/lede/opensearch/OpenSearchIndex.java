package app.lede.opensearch;

import app.lede.article.ArticleId;
import app.lede.json.Json;
import app.lede.lucene.Passages;
import app.lede.lucene.analysis.Analyzers;
import app.lede.lucene.analysis.Chain;
import app.lede.search.Change;
import app.lede.search.Counts;
import app.lede.search.Criteria;
import app.lede.search.Facet;
import app.lede.search.Fact;
import app.lede.search.Hit;
import app.lede.search.Hits;
import app.lede.search.Passage;
import app.lede.search.Position;
import app.lede.search.Search;
import app.lede.search.SearchIndex;
import app.lede.search.SearchUnavailable;
import app.lede.search.query.Query;
import app.lede.story.Report;
import app.lede.story.ReportBytes;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the index in one index of an OpenSearch cluster (3.x). Versions of the cluster decide which change stands. A cluster
 * that cannot be reached, or refuses a request, is {@link SearchUnavailable}. Thread safe.
 */
public final class OpenSearchIndex implements SearchIndex {

    /** Clusters refuse bodies of more than 10 MB where their memory is small. */
    private static final int MOST_CHARACTERS = 3_000_000;

    private static final int OK = 200;
    private static final int FIRST_ERROR = 300;
    private static final int CONFLICT = 409;

    private final Rest rest;
    private final String index;
    private final Analyzers analyzers = new Analyzers();
    private final SearchJson searches = new SearchJson(analyzers);

    /**
     * Uses an index of a cluster.
     *
     * @param index lower-case name; created with {@link #create} if it does not exist
     */
    public OpenSearchIndex(Rest rest, String index) {
        this.rest = rest;
        this.index = index;
    }

    /** Creates the index with its analysis; one that exists gets the fields that it does not have yet. */
    public void create() {
        try (InputStream form = OpenSearchIndex.class.getResourceAsStream("index.json")) {
            if (form == null) {
                throw new IllegalStateException("index.json is not in the jar");
            }
            byte[] json = form.readAllBytes();
            if (sent("HEAD", "/" + index, "").status() != OK) {
                expected(sent("PUT", "/" + index, new String(json, StandardCharsets.UTF_8)));
            } else {
                // It refuses documents with fields that it was created without.
                expected(sent(
                        "PUT",
                        "/" + index + "/_mapping",
                        Json.read(json).path("mappings").toString()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("in the jar", e);
        }
    }

    /** Deletes the index, if it exists. */
    public void drop() {
        sent("DELETE", "/" + index, "");
    }

    /** Merges the index into one segment, for comparisons; returns its size in bytes. */
    public long merge() {
        expected(sent("POST", "/" + index + "/_forcemerge?max_num_segments=1", ""));
        JsonNode stats = expected(sent("GET", "/" + index + "/_stats/store", ""));
        return stats.path("_all")
                .path("primaries")
                .path("store")
                .path("size_in_bytes")
                .asLong();
    }

    @Override
    public void apply(List<Change> changes) {
        StringBuilder lines = new StringBuilder();
        for (Change change : changes) {
            lines.append(DocumentJson.lines(change));
            if (lines.length() > MOST_CHARACTERS) {
                bulk(lines.toString());
                lines.setLength(0);
            }
        }
        if (!lines.isEmpty()) {
            bulk(lines.toString());
        }
    }

    private void bulk(String lines) {
        JsonNode reply = expected(sent("POST", "/" + index + "/_bulk?refresh=true", lines));
        for (JsonNode item : reply.path("items")) {
            JsonNode result = item.path("index");
            // A conflict: the index holds a later change, or this one.
            if (result.path("status").asInt() >= FIRST_ERROR
                    && result.path("status").asInt() != CONFLICT) {
                throw new SearchUnavailable("OpenSearch refused an article: " + result);
            }
        }
    }

    @Override
    public Hits search(Search search) {
        JsonNode found = expected(sent(
                        "POST", "/" + index + "/_search", searches.page(search).toString()))
                .path("hits")
                .path("hits");
        boolean scored = SearchJson.isScored(search);
        List<Hit> hits = new ArrayList<>();
        for (JsonNode hit : found) {
            ArticleId id = new ArticleId(hit.path("_id").asText());
            JsonNode value = hit.path("sort").path(0);
            long position = scored ? Float.floatToIntBits((float) value.asDouble()) : value.asLong();
            long changed = hit.path("fields").path("changed").path(0).asLong();
            hits.add(new Hit(id, new Position(position, id).encoded(), Instant.ofEpochMilli(changed)));
        }
        boolean more = hits.size() > search.limit();
        return new Hits(more ? hits.subList(0, search.limit()) : hits, more);
    }

    @Override
    public List<Report> near(Report report) {
        Set<Report> near = new LinkedHashSet<>(reports(SearchJson.near(report, false)));
        near.addAll(reports(SearchJson.near(report, true)));
        return List.copyOf(near);
    }

    @Override
    public List<Report> reports(Collection<ArticleId> ids, Instant around) {
        return reports(SearchJson.reports(ids, around));
    }

    private List<Report> reports(ObjectNode question) {
        JsonNode hits = expected(sent("POST", "/" + index + "/_search", question.toString()))
                .path("hits")
                .path("hits");
        List<Report> reports = new ArrayList<>();
        for (JsonNode hit : hits) {
            JsonNode bytes = hit.path("fields").path("report").path(0);
            Report report =
                    bytes.isTextual() ? ReportBytes.read(Base64.getDecoder().decode(bytes.asText())) : null;
            if (report != null) {
                reports.add(report);
            }
        }
        return reports;
    }

    @Override
    public Counts counts(Criteria criteria, Facet facet) {
        JsonNode reply = expected(sent(
                "POST",
                "/" + index + "/_search",
                searches.counts(criteria, facet).toString()));
        Map<String, Long> counts = new HashMap<>();
        for (JsonNode bucket : reply.path("aggregations").path("by").path("buckets")) {
            String value =
                    switch (facet) {
                        case Fact fact -> bucket.path("key").asText();
                        case Facet.Time time ->
                            time.interval(
                                    Instant.ofEpochMilli(bucket.path("key").asLong()));
                    };
            counts.merge(value, bucket.path("doc_count").asLong(), Long::sum);
        }
        return Counts.of(facet, reply.path("hits").path("total").path("value").asLong(), counts);
    }

    @Override
    public Optional<Passage> passage(Query query, @Nullable String language, String text) {
        return Passages.best(query, analyzers, Chain.of(language), text);
    }

    private Rest.Reply sent(String method, String path, String body) {
        try {
            return rest.send(method, path, body);
        } catch (IOException e) {
            throw new SearchUnavailable("OpenSearch does not answer", e);
        }
    }

    private static JsonNode expected(Rest.Reply reply) {
        if (reply.status() >= FIRST_ERROR) {
            throw new SearchUnavailable("OpenSearch answered " + reply.status() + ": " + Json.text(reply.body()));
        }
        return reply.body();
    }
}
