package app.lede.infrastructure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DashboardTest {

    private static final Template TEMPLATE = Template.read();

    private static JsonNode body() throws JsonProcessingException {
        return new ObjectMapper()
                .readTree(TEMPLATE.properties("Dashboard")
                        .path("DashboardBody")
                        .path("Fn::Sub")
                        .asText());
    }

    /** Returns the properties of a type's resources that have no condition. */
    private static List<JsonNode> always(String type) {
        SortedMap<String, JsonNode> resources = TEMPLATE.resources(type);
        resources.keySet().removeIf(id -> TEMPLATE.resource(id).has("Condition"));
        return List.copyOf(resources.values());
    }

    @Test
    void every_function_and_every_queue_of_every_stack_is_shown() throws JsonProcessingException {
        Set<String> functions = new TreeSet<>();
        Set<String> queues = new TreeSet<>();
        Template.walk(body(), node -> {
            if (node.path(2).asText().equals("FunctionName")) {
                functions.add(node.path(3).asText().replace("${AWS::StackName}-", ""));
            } else if (node.path(2).asText().equals("QueueName")) {
                queues.add(node.path(3).asText().replaceAll("\\$\\{(\\w+)\\.QueueName\\}", "$1"));
            }
        });
        assertEquals(TEMPLATE.functions().keySet(), functions);
        Set<String> always = new TreeSet<>(TEMPLATE.resources(Template.QUEUE).keySet());
        always.removeIf(queue -> TEMPLATE.resource(queue).has("Condition"));
        assertEquals(always, queues);
    }

    @Test
    void no_metric_of_ours_has_a_dimension_but_the_function() throws JsonProcessingException {
        Template.walk(body(), node -> {
            if (node.path(0).asText().equals("${AWS::StackName}") && node.size() > 2) {
                assertEquals("function", node.path(2).asText());
                assertTrue(TEMPLATE.functions().containsKey(node.path(3).asText()), node::toString);
            }
        });
    }

    @Test
    void a_metric_of_ours_without_a_dimension_is_counted_by_a_filter_of_every_stack() throws JsonProcessingException {
        Set<String> shown = new TreeSet<>();
        Template.walk(body(), node -> {
            if (node.path(0).asText().equals("${AWS::StackName}") && node.size() == 2) {
                shown.add(node.path(1).asText());
            }
        });
        Set<String> counted = new TreeSet<>();
        always("AWS::Logs::MetricFilter")
                .forEach(filter -> counted.add(
                        filter.at("/MetricTransformations/0/MetricName").asText()));
        assertFalse(shown.isEmpty());
        shown.removeAll(counted);
        assertEquals(Set.of(), shown);
    }

    /** Logs Insights refuses a query that names a missing log group. */
    @Test
    void every_log_group_that_the_outcomes_are_read_from_exists_in_every_stack() throws JsonProcessingException {
        Set<String> groups = new TreeSet<>();
        always("AWS::Logs::LogGroup")
                .forEach(group -> groups.add(group.at("/LogGroupName/Fn::Sub").asText()));
        Set<String> read = new TreeSet<>();
        Pattern.compile("SOURCE '([^']+)'")
                .matcher(body().at("/widgets/11/properties/query").asText())
                .results()
                .forEach(source -> read.add(source.group(1)));
        assertFalse(read.isEmpty());
        read.removeAll(groups);
        assertEquals(Set.of(), read);
    }

    @Test
    void the_outcomes_of_every_log_group_are_counted() throws JsonProcessingException {
        String query = body().at("/widgets/11/properties/query").asText();
        TEMPLATE.functions().keySet().forEach(function -> assertTrue(query.contains("-" + function + "'"), function));
    }
}
