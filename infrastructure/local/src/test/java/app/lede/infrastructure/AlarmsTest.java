package app.lede.infrastructure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class AlarmsTest {

    private static final Template TEMPLATE = Template.read();
    private static final Map<String, String> DIMENSION_TYPES =
            Map.of("FunctionName", Template.FUNCTION, "QueueName", Template.QUEUE, "ApiId", "AWS::ApiGatewayV2::Api");

    @Test
    void every_alarm_watches_something_that_exists() {
        TEMPLATE.resources(Template.ALARM)
                .forEach((id, alarm) -> dimensions(alarm).forEach(dimension -> {
                    String type =
                            DIMENSION_TYPES.getOrDefault(dimension.path("Name").asText(), "unknown dimension");
                    assertTrue(
                            TEMPLATE.resources(type).containsKey(Template.target(dimension.path("Value"))),
                            id + " watches " + dimension);
                }));
    }

    @Test
    void every_function_is_watched_for_errors_throttles_and_slowness() {
        TEMPLATE.resources(Template.FUNCTION).forEach((id, function) -> {
            JsonNode alarm = TEMPLATE.properties(id.replaceFirst("Function$", "Alarm"));
            Set<String> metrics = new TreeSet<>();
            alarm.path("Metrics")
                    .forEach(metric -> metrics.add(
                            metric.at("/MetricStat/Metric/MetricName").asText()));
            assertEquals(Set.of("", "Duration", "Errors", "Throttles"), metrics, id);
            dimensions(alarm).forEach(dimension -> assertEquals(id, Template.target(dimension.path("Value"))));
            String eightyPercent = "> " + function.path("Timeout").asInt() * 800 + ",";
            assertTrue(alarm.at("/Metrics/0/Expression").asText().contains(eightyPercent), id + ": " + eightyPercent);
        });
    }

    @Test
    void every_queue_is_watched_by_depth_where_letters_are_dead_and_by_age_where_they_live() {
        Set<String> watched = new TreeSet<>();
        TEMPLATE.resources(Template.ALARM).values().forEach(alarm -> {
            Template.walk(alarm, node -> {
                if (node.path("Namespace").asText().equals("AWS/SQS")) {
                    String queue = Template.target(node.at("/Dimensions/0/Value"));
                    boolean dead = queue.endsWith("DeadLetters");
                    assertEquals(
                            dead ? "ApproximateNumberOfMessagesVisible" : "ApproximateAgeOfOldestMessage",
                            node.path("MetricName").asText());
                    watched.add(queue);
                }
            });
        });
        assertEquals(TEMPLATE.resources(Template.QUEUE).keySet(), watched);
    }

    @Test
    void a_pipeline_that_silently_stores_nothing_is_noticed_but_not_an_empty_or_paused_stack() {
        JsonNode alarm = TEMPLATE.properties("NothingStoredAlarm");
        JsonNode filter = TEMPLATE.properties("ArrivalsExpected");
        JsonNode transformation = filter.at("/MetricTransformations/0");
        assertEquals("notBreaching", alarm.path("TreatMissingData").asText());
        assertEquals(12, alarm.path("Threshold").asInt());
        assertEquals(transformation.path("MetricName"), alarm.path("MetricName"));
        assertEquals(transformation.path("MetricNamespace"), alarm.path("Namespace"));
        assertEquals("DeliverAlertsLogGroup", Template.target(filter.path("LogGroupName")));
    }

    @Test
    void every_alarm_tells_somebody() {
        TEMPLATE.resources(Template.ALARM)
                .forEach((id, alarm) -> assertEquals("Alarms", Template.target(alarm.at("/AlarmActions/0")), id));
        assertTrue(TEMPLATE.resources("AWS::SNS::Topic").containsKey("Alarms"));
    }

    private static List<JsonNode> dimensions(JsonNode alarm) {
        List<JsonNode> dimensions = new ArrayList<>();
        Template.walk(alarm, node -> node.path("Dimensions").forEach(dimensions::add));
        return dimensions;
    }
}
