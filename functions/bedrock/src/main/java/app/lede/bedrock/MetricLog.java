package app.lede.bedrock;

import app.lede.abstractive.CallLog;
import app.lede.json.Json;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.List;

/**
 * Writes one JSON line per article to the function's log, with metrics embedded: {@code modelSummaries} by outcome, {@code
 * modelCost} in US dollars, and {@code modelBudgetShare} in percent of the month's budget. Thread safe.
 */
public final class MetricLog implements CallLog {

    private static final double MILLION = 1_000_000;

    private final PrintStream out;
    private final String function;
    private final InstantSource clock;

    /** Creates a log of one function; on Lambda, its standard output. */
    public MetricLog(PrintStream out, String function, InstantSource clock) {
        this.out = out;
        this.function = function;
        this.clock = clock;
    }

    @Override
    public void ended(Ended ended) {
        ObjectNode line = Json.object();
        line.put("function", function).put("outcome", "model " + ended.outcome());
        if (!ended.detail().isEmpty()) {
            line.put("detail", ended.detail());
        }
        line.put("inputTokens", ended.usage().input());
        line.put("outputTokens", ended.usage().output());
        line.put("modelSummaries", 1).put("modelCost", ended.cost() / MILLION);
        ObjectNode aws = line.putObject("_aws").put("Timestamp", clock.millis());
        ArrayNode directives = aws.putArray("CloudWatchMetrics");
        directive(directives, List.of("function", "outcome"), "modelSummaries", "Count");
        directive(directives, List.of("function"), "modelCost", "None");
        if (ended.budgetShare() >= 0) {
            line.put("modelBudgetShare", ended.budgetShare());
            directive(directives, List.of("function"), "modelBudgetShare", "Percent");
        }
        out.println(line);
    }

    private static void directive(ArrayNode directives, List<String> dimensions, String metric, String unit) {
        ObjectNode directive = directives.addObject().put("Namespace", "Lede");
        ArrayNode set = directive.putArray("Dimensions").addArray();
        dimensions.forEach(set::add);
        directive.putArray("Metrics").addObject().put("Name", metric).put("Unit", unit);
    }
}
