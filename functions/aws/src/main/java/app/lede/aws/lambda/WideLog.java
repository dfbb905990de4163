package app.lede.aws.lambda;

import app.lede.json.Json;
import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Writes one JSON log line per item with metrics embedded (CloudWatch embedded metric format), which counts items and failures by
 * function without API calls, in a namespace named like the stack. Outcomes, URLs, sources and ids are fields, which log queries
 * count; a dimension of theirs would be billed for each of its values.
 *
 * <p>Use one per invocation, shared by its threads; a line belongs to one thread.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html">Embedded
 *     metric format</a>
 */
public final class WideLog {

    /** Maximum length of a text in characters; addresses and errors of others may be of any length. */
    private static final int LONGEST_TEXT = 1_000;

    private final Context context;
    /** The outcome that counts as a failure of ours. */
    private static final String FAILED = "failed";

    /** The namespace of functions that belong to no stack, as on one machine. */
    private static final String NO_STACK = "lede";

    private final String function;
    private final InstantSource clock;

    public WideLog(Context context, String function, InstantSource clock) {
        this.context = context;
        this.function = function;
        this.clock = clock;
    }

    /** Starts the line of an item. */
    public Line line() {
        return new Line(clock.millis());
    }

    /** The line of one item; nulls are omitted, long texts are cut. */
    public final class Line {

        private final long began;
        private final ObjectNode fields = Json.object();

        private Line(long began) {
            this.began = began;
        }

        public Line with(String name, @Nullable Object value) {
            if (value != null) {
                String text = value.toString();
                fields.put(name, text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "…");
            }
            return this;
        }

        public Line with(String name, long value) {
            fields.put(name, value);
            return this;
        }

        /** Adds a number with decimals; as a text it would be missed by filters that compare numbers. */
        public Line with(String name, double value) {
            fields.put(name, value);
            return this;
        }

        /**
         * Returns the result of some of the item's work. If that throws, writes the line as failed, with the root cause and its
         * place, and throws it on; the line has then ended.
         */
        public <T> T attempt(Supplier<T> work) {
            try {
                return work.get();
            } catch (RuntimeException | Error e) {
                with("error", Cause.of(e)).end(FAILED);
                throw e;
            }
        }

        /** Writes the line with its outcome, its time and, as an upper bound of its cost, the memory held for that time. */
        public void end(String outcome) {
            long now = clock.millis();
            long millis = now - began;
            ObjectNode line = Json.object();
            line.put("function", function).put("outcome", outcome);
            line.put("requestId", context.getAwsRequestId());
            line.setAll(fields);
            line.put("millis", millis).put("mbMillis", millis * context.getMemoryLimitInMB());
            line.put("items", 1).put("failures", outcome.equals(FAILED) ? 1 : 0);
            ObjectNode aws = line.putObject("_aws").put("Timestamp", now);
            ObjectNode directive = aws.putArray("CloudWatchMetrics").addObject().put("Namespace", namespace());
            directive.putArray("Dimensions").addArray().add("function");
            ArrayNode metrics = directive.putArray("Metrics");
            metrics.addObject().put("Name", "items").put("Unit", "Count");
            metrics.addObject().put("Name", "failures").put("Unit", "Count");
            context.getLogger().log(line + "\n");
        }
    }

    /** Returns the stack's name: that of the deployed function without the function's own. */
    private String namespace() {
        String deployed = context.getFunctionName();
        String own = "-" + function;
        return deployed.endsWith(own) ? deployed.substring(0, deployed.length() - own.length()) : NO_STACK;
    }
}
