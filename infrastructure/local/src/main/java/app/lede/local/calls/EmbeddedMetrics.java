package app.lede.local.calls;

import app.lede.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.StringJoiner;

/**
 * Reads metrics embedded in log lines. Each combination of namespace, name and values of dimensions is a metric that is billed.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html">Embedded
 *     metric format</a>
 */
final class EmbeddedMetrics {
    /** Added by CloudWatch Logs to each event. */
    private static final long OVERHEAD = 26;

    private EmbeddedMetrics() {}

    static long billedBytes(String line) {
        return line.getBytes(StandardCharsets.UTF_8).length + OVERHEAD;
    }

    /** Returns the metrics of a line; none if it holds no directive. */
    static Set<String> series(String line) {
        if (!line.startsWith("{") || !line.contains("\"_aws\"")) {
            return Set.of();
        }
        Set<String> series = new HashSet<>();
        JsonNode fields = Json.read(line);
        for (JsonNode directive : fields.at("/_aws/CloudWatchMetrics")) {
            for (JsonNode dimensions : directive.path("Dimensions")) {
                for (JsonNode metric : directive.path("Metrics")) {
                    series.add(name(directive, metric, dimensions, fields));
                }
            }
        }
        return series;
    }

    private static String name(JsonNode directive, JsonNode metric, JsonNode dimensions, JsonNode fields) {
        StringJoiner values = new StringJoiner(",", "{", "}");
        dimensions.forEach(dimension -> values.add(
                dimension.asText() + "=" + fields.path(dimension.asText()).asText()));
        return directive.path("Namespace").asText() + "/" + metric.path("Name").asText() + values;
    }
}
