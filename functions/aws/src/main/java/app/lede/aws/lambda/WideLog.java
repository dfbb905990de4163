package app.lede.aws.lambda;

import app.lede.json.Json;
import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * One wide JSON line per item, with the metrics inside it (embedded metric format): CloudWatch counts outcomes by function
 * without a call being made. URLs, sources and ids stand in the line and are never dimensions, which cost money each.
 *
 * <p>One per invocation, for all its threads; a line belongs to one of them.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html">Embedded
 *     metric format</a>
 */
public final class WideLog {

    /** In characters: what others wrote, an address or an error, may be of any length. */
    private static final int LONGEST_TEXT = 1_000;

    private final Context context;
    private final String function;
    private final InstantSource clock;

    public WideLog(Context context, String function, InstantSource clock) {
        this.context = context;
        this.function = function;
        this.clock = clock;
    }

    /** Begins the line of an item. */
    public Line line() {
        return new Line(clock.millis());
    }

    /** The line of one item; what is null is left out, what is long is cut. */
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

        /** Ends the line with its outcome and writes it. */
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
