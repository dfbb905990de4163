package app.lede.local.command.costs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.json.Json;
import app.lede.testkit.LongRunning;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Counts articles on the local stack and compares what each used with {@code cost-budget.json}: the most calls and capacity units of
 * an article. A change that needs more says so there. Calls that depend on how messages happen to be batched have some room.
 */
@LongRunning
class CostBudgetTest {
    private static final Path TEMPLATE =
            Path.of(System.getProperty("lede.repository", "../.."), "infrastructure/template.yaml");

    @Test
    void an_article_needs_no_more_calls_and_units_than_its_budget() throws Exception {
        JsonNode budget = budget();
        Counted counted = new CountedWorkload(TEMPLATE).run();
        SortedSet<String> over = new TreeSet<>();
        counted.calls().forEach((call, number) -> {
            if (number > budget.path("calls").path(call).asDouble()) {
                over.add(call + ": " + number);
            }
        });
        assertEquals(new TreeSet<>(), over);
        assertMost(budget.path("writeUnits").asDouble(), counted.article().of(Item.DYNAMODB_WRITE_UNITS));
        assertMost(budget.path("readUnits").asDouble(), counted.article().of(Item.DYNAMODB_READ_UNITS));
        assertTrue(counted.check().of(Item.DYNAMODB_WRITE_UNITS) > 0, "no page was looked at again");
    }

    private static void assertMost(double most, double units) {
        assertTrue(units <= most, units + " units, and the budget has " + most);
    }

    private static JsonNode budget() throws IOException {
        try (InputStream file = Objects.requireNonNull(CostBudgetTest.class.getResourceAsStream("cost-budget.json"))) {
            return Json.read(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
