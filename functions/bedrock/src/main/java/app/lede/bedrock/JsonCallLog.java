package app.lede.bedrock;

import app.lede.abstractive.CallLog;
import app.lede.json.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;

/**
 * Writes one JSON line per article to the function's log, with {@code modelCost} in US dollars and {@code modelBudgetShare} in
 * percent of the month's budget, which a filter of the template counts. Thread safe.
 */
public final class JsonCallLog implements CallLog {

    private static final double MILLION = 1_000_000;

    private final PrintStream out;
    private final String function;

    /** Creates a log of one function; on Lambda, its standard output. */
    public JsonCallLog(PrintStream out, String function) {
        this.out = out;
        this.function = function;
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
        line.put("modelCost", ended.cost() / MILLION);
        if (ended.budgetShare() >= 0) {
            line.put("modelBudgetShare", ended.budgetShare());
        }
        out.println(line);
    }
}
