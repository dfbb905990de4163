package app.lede.infrastructure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.lede.source.PollPlan;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Compares the marked figures of {@code infrastructure/scale.md} with the template and the code. */
class ScaleTest {

    private static final long ARTICLES_A_DAY = 10_000_000;
    private static final long DAY = 86_400;
    private static final long PEAK = 4;

    /** Write units a second that DynamoDB serves from one partition. */
    private static final long UNITS_OF_A_PARTITION = 1_000;

    /** Write units of an article at worst, its two index entries included; its contract test asserts them. */
    private static final long UNITS_OF_A_WRITE = 4;

    /** Requests of polls for each article found, as simulated; see DECISIONS.md. */
    private static final double POLLS_AN_ARTICLE = 0.74;

    private static final Pattern FIGURE = Pattern.compile("([0-9][0-9,]*|four)(?: s)?<!-- ([a-z-]+) -->");
    private static final Template TEMPLATE = Template.read();

    @Test
    void every_marked_figure_follows_from_the_template_and_the_code() {
        assertEquals(each(computed()), written(Repository.text("infrastructure/scale.md")));
    }

    @Test
    void a_figure_that_is_wrong_in_one_of_its_places_is_noticed() {
        String marked = "250<!-- host-gap -->";
        assertEquals(Map.of("host-gap", Set.of(250L)), written(marked + " and " + marked));
        assertEquals(Map.of("host-gap", Set.of(5L, 250L)), written("5<!-- host-gap --> and " + marked));
    }

    /** Returns the values that stand at the places of each figure. */
    private static Map<String, Set<Long>> written(String text) {
        Map<String, Set<Long>> written = new TreeMap<>();
        FIGURE.matcher(text).results().forEach(figure -> written.computeIfAbsent(
                        figure.group(2), name -> new TreeSet<>())
                .add(number(figure.group(1))));
        return written;
    }

    private static Map<String, Set<Long>> each(Map<String, Long> figures) {
        Map<String, Set<Long>> each = new TreeMap<>();
        figures.forEach((name, figure) -> each.put(name, Set.of(figure)));
        return each;
    }

    private static Map<String, Long> computed() {
        long gap = parameter("HostGapSeconds");
        long instances = parameter("MaxConcurrency");
        double peak = (double) ARTICLES_A_DAY * PEAK / DAY;
        Map<String, Long> figures = new TreeMap<>();
        figures.put("articles-a-second", Math.round((double) ARTICLES_A_DAY / DAY));
        figures.put("peak-a-second", Math.round(peak));
        figures.put("articles-a-partition", UNITS_OF_A_PARTITION / PEAK * DAY);
        figures.put("host-gap", gap);
        figures.put("requests-a-host", DAY / gap);
        figures.put("hosts-at-least", Math.ceilDiv(ARTICLES_A_DAY, DAY / gap));
        figures.put("max-concurrency", instances);
        figures.put("pages-at-once", instances * batch("fetch-article", "FetchQueue"));
        figures.put("batch-poll", batch("poll-source", "PollQueue"));
        figures.put("batch-fetch", batch("fetch-article", "FetchQueue"));
        figures.put("batch-parse", batch("parse-document", "ParseQueue"));
        figures.put("batch-index", batch("index-articles", "Changes"));
        figures.put("polls-at-peak", Math.round(peak * POLLS_AN_ARTICLE));
        figures.put(
                "poll-slots",
                PollPlan.INTERVALS.stream().mapToLong(Integer::longValue).sum());
        figures.put("table-units", Math.round(UNITS_OF_A_WRITE * peak));
        figures.put("hub-concurrency", parameter("HubConcurrency"));
        figures.put("api-rate", parameter("ApiRate"));
        figures.put("api-burst", parameter("ApiBurst"));
        figures.put("buckets", count(Template.BUCKET));
        figures.put("tables", count(Template.TABLE));
        figures.put("stack-metrics", count("AWS::Logs::MetricFilter"));
        figures.put(
                "schedule-timeout", function("schedule-polls").path("Timeout").asLong());
        return figures;
    }

    private static long count(String type) {
        return TEMPLATE.resources(type).size();
    }

    private static long parameter(String name) {
        return TEMPLATE.root().path("Parameters").path(name).path("Default").asLong();
    }

    private static long batch(String function, String event) {
        return function(function)
                .path("Events")
                .path(event)
                .path("Properties")
                .path("BatchSize")
                .asLong();
    }

    private static JsonNode function(String name) {
        return TEMPLATE.functions().getOrDefault(name, TEMPLATE.root());
    }

    private static long number(String written) {
        return written.toLowerCase(Locale.ROOT).equals("four") ? 4 : Long.parseLong(written.replace(",", ""));
    }
}
