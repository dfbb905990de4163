package app.lede.local.command.bench.load;

import app.lede.json.Json;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The results of a run under load.
 *
 * @param deleted articles deleted
 * @param listed articles in the library at the end
 * @param indexed articles in the search index at the end
 * @param failedQueries requests of readers that were not answered as they should
 * @param depths messages in each queue at the end
 */
record LoadResult(
        List<Step> steps,
        Accounts accounts,
        int deleted,
        int listed,
        int indexed,
        int failedQueries,
        int deadLetters,
        Map<String, Integer> depths,
        Heap heap) {
    private static final int SHOWN = 10;

    LoadResult {
        steps = List.copyOf(steps);
        depths = Map.copyOf(depths);
    }

    /** Returns what is wrong, in words; empty if nothing is. */
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        fault(faults, "lost", accounts.lost());
        fault(faults, "doubled", accounts.doubled());
        fault(faults, "neither stored nor deleted", accounts.other());
        int expected = accounts.sent() - deleted;
        if (listed != expected) {
            faults.add(expected + " articles should be listed, and " + listed + " are");
        }
        if (indexed != expected) {
            faults.add(expected + " articles should be searchable, and " + indexed + " are");
        }
        if (failedQueries > 0) {
            faults.add(failedQueries + " requests of readers failed; the log names them");
        }
        if (deadLetters > 0) {
            faults.add(deadLetters + " messages are in dead-letter queues");
        }
        if (LoadedStack.waiting(depths) > 0) {
            faults.add("the queues did not drain: " + depths);
        }
        return faults;
    }

    private static void fault(List<String> faults, String kind, List<String> items) {
        if (!items.isEmpty()) {
            faults.add(items.size() + " " + kind + ": "
                    + String.join("; ", items.subList(0, Math.min(SHOWN, items.size()))));
        }
    }

    /** Returns the articles a second of all steps together. */
    double perSecond() {
        double seconds = steps.stream().mapToDouble(Step::seconds).sum();
        return seconds == 0 ? 0 : steps.stream().mapToInt(Step::articles).sum() / seconds;
    }

    private static double thousandths(double number) {
        return Math.round(number * 1_000) / 1_000.0;
    }

    ObjectNode json() {
        ObjectNode json = Json.object()
                .put("articlesPerSecond", Step.tenths(perSecond()))
                .put("sent", accounts.sent())
                .put("outcomes", accounts.sent() - accounts.lost().size())
                .put("lost", accounts.lost().size())
                .put("doubled", accounts.doubled().size())
                .put("repeated", accounts.repeated())
                .put("deleted", deleted)
                .put("listed", listed)
                .put("searchable", indexed)
                .put("failedQueries", failedQueries)
                .put("deadLetters", deadLetters)
                .put("messagesLeft", LoadedStack.waiting(depths));
        ObjectNode outcomes = json.putObject("byOutcome");
        accounts.outcomes().forEach(outcomes::put);
        ArrayNode ladder = json.putArray("steps");
        steps.forEach(step -> ladder.add(step.json()));
        ArrayNode heaps = json.putArray("heap");
        heap.samples().forEach(sample -> heaps.addObject()
                .put("at", thousandths(sample.at()))
                .put("megabytes", Step.tenths(sample.megabytes())));
        json.put("heapSlope", thousandths(heap.slope()));
        ArrayNode wrong = json.putArray("faults");
        faults().forEach(wrong::add);
        return json;
    }
}
