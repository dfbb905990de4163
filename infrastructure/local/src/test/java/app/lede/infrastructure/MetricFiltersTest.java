package app.lede.infrastructure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Filters of logs count what the functions write. */
class MetricFiltersTest {

    private static final Template TEMPLATE = Template.read();

    /** A field that is compared with a number, as in {@code { $.share >= 0 }}. */
    private static final Pattern COMPARED = Pattern.compile("\\$\\.(\\w+) *(?:[<>]=?|!?=) *-?[0-9.]+");

    @Test
    void a_field_that_a_filter_compares_as_a_number_is_tested_to_be_written_as_one() throws IOException {
        Set<String> compared = new TreeSet<>();
        TEMPLATE.resources("AWS::Logs::MetricFilter")
                .values()
                .forEach(filter -> compared.addAll(numbers(
                        filter.path("FilterPattern").asText(),
                        filter.at("/MetricTransformations/0/MetricValue").asText())));
        assertFalse(compared.isEmpty());
        Set<String> tested = new TreeSet<>(compared);
        tested.retainAll(testedNumbers());
        assertEquals(compared, tested);
    }

    @Test
    void every_filter_counts_in_the_namespace_of_the_stack() {
        TEMPLATE.resources("AWS::Logs::MetricFilter").forEach((id, filter) -> {
            JsonNode metric = filter.at("/MetricTransformations/0");
            assertEquals(
                    "AWS::StackName", metric.path("MetricNamespace").path("Ref").asText(), id);
            assertTrue(
                    TEMPLATE.resources("AWS::Logs::LogGroup").containsKey(Template.target(filter.path("LogGroupName"))),
                    id);
        });
    }

    /** Returns the fields that a pattern compares with numbers, and the field that is the metric's value. */
    private static Set<String> numbers(String pattern, String value) {
        Set<String> fields = new TreeSet<>();
        Matcher matcher = COMPARED.matcher(pattern);
        while (matcher.find()) {
            fields.add(matcher.group(1));
        }
        if (value.startsWith("$.")) {
            fields.add(value.substring(2));
        }
        return fields;
    }

    /** Returns the fields of log lines that a test of a function asserts to be numbers. */
    private static Set<String> testedNumbers() throws IOException {
        Pattern asserted = Pattern.compile("path\\(\"(\\w+)\"\\)\\.isNumber\\(\\)");
        Set<String> fields = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Repository.file("functions"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith("Test.java")).toList()) {
                asserted.matcher(Files.readString(file)).results().forEach(match -> fields.add(match.group(1)));
            }
        }
        return fields;
    }
}
