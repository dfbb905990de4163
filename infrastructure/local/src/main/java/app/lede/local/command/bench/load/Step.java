package app.lede.local.command.bench.load;

import app.lede.json.Json;
import app.lede.local.calls.Durations;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;

/**
 * One step of the ladder.
 *
 * @param clients that upload, and as many that read
 * @param articles sent in the step
 * @param seconds until all had their outcome and nothing was left to do
 * @param functions times of invocations, by function
 * @param queries times of requests, by kind
 * @param depths greatest number of messages seen in each queue
 */
record Step(
        int clients,
        int articles,
        double seconds,
        Map<String, Durations> functions,
        Map<String, Durations> queries,
        Map<String, Integer> depths) {
    private static final int MEDIAN = 50;
    private static final int HIGH = 99;

    Step {
        functions = Map.copyOf(functions);
        queries = Map.copyOf(queries);
        depths = Map.copyOf(depths);
    }

    double perSecond() {
        return seconds == 0 ? 0 : articles / seconds;
    }

    ObjectNode json() {
        ObjectNode json = Json.object()
                .put("clients", clients)
                .put("articles", articles)
                .put("seconds", tenths(seconds))
                .put("articlesPerSecond", tenths(perSecond()));
        times(json.putObject("functionsMs"), functions);
        times(json.putObject("queriesMs"), queries);
        ObjectNode queues = json.putObject("deepestQueues");
        new TreeMap<>(depths).forEach(queues::put);
        return json;
    }

    private static void times(ObjectNode json, Map<String, Durations> times) {
        new TreeMap<>(times).forEach((name, durations) -> {
            if (durations.number() > 0) {
                json.putObject(name)
                        .put("number", durations.number())
                        .put("p50", tenths(durations.millis(MEDIAN)))
                        .put("p99", tenths(durations.millis(HIGH)));
            }
        });
    }

    static double tenths(double number) {
        return Math.round(number * 10) / 10.0;
    }
}
