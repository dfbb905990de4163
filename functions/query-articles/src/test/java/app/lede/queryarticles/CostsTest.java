package app.lede.queryarticles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import app.lede.abstractive.ModelBudget;
import app.lede.abstractive.Spending.Call;
import app.lede.json.Json;
import app.lede.testkit.EventFiles;
import app.lede.testkit.InMemorySpending;
import app.lede.testkit.Invocation;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CostsTest {

    /** A quarter of November is over. */
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-08T12:00:00Z"));

    private static final YearMonth MONTH = YearMonth.of(2026, 11);

    private final InMemorySpending spending = new InMemorySpending();
    private final ModelBudget budget = ModelBudget.ofDollars("example.writer-v1", new BigDecimal("0.50"), spending);

    private static JsonNode costs(Library library) throws IOException {
        return Json.read(Invocation.of(library.handler(CLOCK), EventFiles.read("query-articles", "get-costs"))
                .text());
    }

    private void charge(@Nullable String sourceId, long cost) {
        spending.reserve(MONTH, 9_000, 500_000);
        spending.settle(MONTH, 9_000, new Call(sourceId, cost));
    }

    @Test
    void a_stack_without_a_model_costs_nothing() throws IOException {
        JsonNode costs = costs(new Library());

        assertEquals("off", costs.path("state").asText());
        assertFalse(costs.has("spent"));
    }

    @Test
    void shows_what_was_spent_for_each_source_and_forecasts_the_month() throws IOException {
        charge("gazette", 2_000);
        charge("gazette", 3_000);
        charge(null, 4_000);
        spending.reserve(MONTH, 9_000, 500_000);

        JsonNode costs = costs(new Library().with(budget));

        assertEquals("2026-11", costs.path("month").asText());
        assertEquals("within", costs.path("state").asText());
        assertEquals("example.writer-v1", costs.path("model").asText());
        assertEquals(0.5, costs.path("budget").asDouble());
        assertEquals(0.009, costs.path("spent").asDouble());
        assertEquals(0.009, costs.path("reserved").asDouble());
        assertEquals(0.036, costs.path("forecast").asDouble());
        assertEquals(3, costs.path("articles").asInt());
        assertEquals(0.3, costs.path("centsPerArticle").asDouble());
        assertEquals("gazette", costs.at("/sources/0/sourceId").asText());
        assertEquals(0.25, costs.at("/sources/0/centsPerArticle").asDouble());
        assertFalse(costs.at("/sources/1").has("sourceId"), "uploads have no source");
    }

    @Test
    void says_when_the_budget_is_used_up() throws IOException {
        charge("gazette", 496_000);

        assertEquals(
                "exhausted", costs(new Library().with(budget)).path("state").asText());
    }
}
