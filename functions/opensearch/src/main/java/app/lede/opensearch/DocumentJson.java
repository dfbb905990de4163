package app.lede.opensearch;

import app.lede.json.Json;
import app.lede.lucene.analysis.Chain;
import app.lede.search.Change;
import app.lede.search.Fact;
import app.lede.search.Position;
import app.lede.search.SearchDocument;
import app.lede.story.Report;
import app.lede.story.ReportBytes;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Writes changes as lines of {@code _bulk}. A removal is a document too, since a cluster forgets deletions after a minute. */
final class DocumentJson {

    /** Versions are not negative: they count from the year 0, twice a millisecond. */
    private static final long YEAR_0 = Instant.parse("0000-01-01T00:00:00Z").toEpochMilli();

    private DocumentJson() {}

    static String chain(Chain chain) {
        return chain.name().toLowerCase(Locale.ROOT);
    }

    /** Returns the two lines of a change; the cluster refuses it if it is not later than what it holds. */
    static String lines(Change change) {
        ObjectNode action = Json.object();
        long twice = (change.changed().toEpochMilli() - YEAR_0) * 2;
        action.putObject("index")
                .put("_id", change.id().value())
                .put("version", twice + (change instanceof Change.Remove ? 1 : 0))
                .put("version_type", "external");
        return action + "\n" + document(change) + "\n";
    }

    private static ObjectNode document(Change change) {
        ObjectNode json = Json.object();
        json.put("tie", Position.tie(change.id()));
        json.put("changed", change.changed().toEpochMilli());
        switch (change) {
            case Change.Remove removal -> json.put("removed", true);
            case Change.Put put -> article(json, put.document());
        }
        return json;
    }

    private static void article(ObjectNode json, SearchDocument article) {
        json.put("published", article.published().toEpochMilli());
        json.put("arrival", article.arrival().toEpochMilli());
        String chain = chain(Chain.of(article.language().orElse(null)));
        ArrayNode words = json.putObject("words").putArray(chain);
        if (article.headline() != null) {
            json.putObject("headline").put(chain, article.headline());
            words.add(article.headline());
        }
        words.add(article.text());
        addAll(json.putArray("author"), article.of(Fact.AUTHOR));
        addAll(json.putArray("publisher"), article.of(Fact.PUBLISHER));
        Report report = article.report();
        if (report != null) {
            addAll(json.putArray("band"), report.bands());
            addAll(json.putArray("key"), report.keys());
            json.put("report", ReportBytes.write(report));
        }
        ObjectNode comparable = json.putObject("fact");
        ObjectNode shown = json.putObject("shown");
        for (Fact fact : Fact.values()) {
            Set<String> added = new HashSet<>();
            ArrayNode forms = comparable.putArray(fact.parameter());
            ArrayNode spellings = shown.putArray(fact.parameter());
            for (String value : article.of(fact)) {
                if (added.add(fact.comparable(value))) {
                    forms.add(fact.comparable(value));
                    spellings.add(value);
                }
            }
        }
    }

    private static void addAll(ArrayNode array, List<String> values) {
        values.forEach(array::add);
    }
}
