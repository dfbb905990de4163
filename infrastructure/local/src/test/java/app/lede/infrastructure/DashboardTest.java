package app.lede.infrastructure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Set;
import java.util.TreeSet;
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
    void the_outcomes_of_every_log_group_are_counted() throws JsonProcessingException {
        String query = body().at("/widgets/11/properties/query").asText();
        TEMPLATE.functions().keySet().forEach(function -> assertTrue(query.contains("-" + function + "'"), function));
    }
}
