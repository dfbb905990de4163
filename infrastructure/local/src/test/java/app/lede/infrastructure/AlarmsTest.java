package app.lede.infrastructure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class AlarmsTest {

    private static final Template TEMPLATE = Template.read();
    private static final Map<String, String> DIMENSION_TYPES =
            Map.of("FunctionName", Template.FUNCTION, "QueueName", Template.QUEUE, "ApiId", "AWS::ApiGatewayV2::Api");

    private static final Pattern RATE = Pattern.compile("rate\\((\\d+) (minute|hour|day)s?\\)");

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
    void a_function_that_fails_at_each_of_its_ticks_is_noticed_however_seldom_it_ticks() {
        TEMPLATE.resources(Template.FUNCTION)
                .forEach((id, function) -> function.path("Events").forEach(event -> {
                    if (event.path("Type").asText().equals("ScheduleV2")) {
                        JsonNode alarm = TEMPLATE.properties(id.replaceFirst("Function$", "Alarm"));
                        long period = alarm.at("/Metrics/1/MetricStat/Period").asLong();
                        long window = period * alarm.path("EvaluationPeriods").asLong();
                        long ticks = alarm.path("DatapointsToAlarm").asLong();
                        assertTrue(window >= ticks * seconds(event), id + ": " + window + " s for " + ticks);
                    }
                }));
    }

    @Test
    void sources_that_are_not_watched_for_an_hour_are_noticed_unless_polling_is_off() {
        JsonNode alarm = TEMPLATE.properties("SourcesUnwatchedAlarm");
        JsonNode filter = TEMPLATE.properties("SourcesWatched");
        JsonNode transformation = filter.at("/MetricTransformations/0");
        assertEquals(transformation.path("MetricName"), alarm.path("MetricName"));
        assertEquals(transformation.path("MetricNamespace"), alarm.path("Namespace"));
        assertEquals(TEMPLATE.properties("ArrivalsExpected").path("FilterPattern"), filter.path("FilterPattern"));
        assertEquals("LessThanThreshold", alarm.path("ComparisonOperator").asText());
        assertTrue(transformation.path("DefaultValue").isNumber(), "a log without a watch counts as none");
        assertEquals(
                "HasPolls",
                TEMPLATE.resource("SourcesUnwatchedAlarm").path("Condition").asText());
        long window =
                alarm.path("Period").asLong() * alarm.path("EvaluationPeriods").asLong();
        assertTrue(window
                >= 2 * seconds(TEMPLATE.properties("DeliverAlertsFunction").at("/Events/EachQuarter")));
    }

    @Test
    void every_alarm_tells_somebody() {
        TEMPLATE.resources(Template.ALARM)
                .forEach((id, alarm) -> assertEquals("Alarms", Template.target(alarm.at("/AlarmActions/0")), id));
        assertTrue(TEMPLATE.resources("AWS::SNS::Topic").containsKey("Alarms"));
    }

    /** Returns the time between two ticks of a schedule. */
    private static long seconds(JsonNode schedule) {
        String expression = schedule.at("/Properties/ScheduleExpression").asText();
        Matcher rate = RATE.matcher(expression);
        assertTrue(rate.matches(), expression);
        ChronoUnit unit = ChronoUnit.valueOf(rate.group(2).toUpperCase(Locale.ROOT) + "S");
        return Duration.of(Long.parseLong(rate.group(1)), unit).toSeconds();
    }

    private static List<JsonNode> dimensions(JsonNode alarm) {
        List<JsonNode> dimensions = new ArrayList<>();
        Template.walk(alarm, node -> node.path("Dimensions").forEach(dimensions::add));
        return dimensions;
    }
}
