package app.lede.aws.lambda;

import app.lede.json.Json;
import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Writes one JSON log line per item with metrics embedded (CloudWatch embedded metric format), which counts outcomes by
 * function without API calls. URLs, sources and ids are fields, never dimensions, which are billed each.
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

        /** Writes the line with its outcome. */
        public void end(String outcome) {
            long now = clock.millis();
            ObjectNode line = Json.object();
            line.put("function", function).put("outcome", outcome);
            line.put("requestId", context.getAwsRequestId());
            line.setAll(fields);
            line.put("millis", now - began).put("items", 1);
            ObjectNode aws = line.putObject("_aws").put("Timestamp", now);
            ObjectNode directive = aws.putArray("CloudWatchMetrics").addObject().put("Namespace", "Lede");
            directive.putArray("Dimensions").addArray().add("function").add("outcome");
            directive.putArray("Metrics").addObject().put("Name", "items").put("Unit", "Count");
            directive.withArray("Metrics").addObject().put("Name", "millis").put("Unit", "Milliseconds");
            context.getLogger().log(line + "\n");
        }
    }
}
