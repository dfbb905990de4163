package app.lede.local.command.costs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.local.calls.Call;
import app.lede.local.calls.CallLedger;
import app.lede.local.calls.CallLedger.Count;
import app.lede.local.calls.CallLedger.Units;
import app.lede.local.command.terminal.WrongUsage;
import app.lede.local.policy.Context;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BillTest {
    private static final Counted COUNTED = new Counted(
            10,
            Map.of("fetch-article s3:PutObject", 1.0),
            Usage.of(Item.DYNAMODB_WRITE_UNITS, 4).plus(Usage.of(Item.S3_WRITES, 1)),
            Usage.of(Item.DYNAMODB_WRITE_UNITS, 1),
            Usage.of(Item.DYNAMODB_READ_UNITS, 1),
            Usage.of(Item.API_REQUESTS, 1),
            Map.of("schedule-polls", Usage.of(Item.SCHEDULER_TICKS, 1)),
            Usage.of(Item.ALARM_METRICS, 3));

    private static Bill bill(double articles, double sources) {
        return Bill.of(
                COUNTED,
                new Bill.Volume(articles, sources, 100, 20_000),
                Map.of("schedule-polls", 1440.0),
                0,
                Prices.of("us-east-1"));
    }

    @Test
    void a_month_has_thirty_days_of_articles_polls_requests_and_ticks() {
        Usage month = bill(1_000, 10).amounts();
        assertEquals(30 * (4_000 + 240), month.of(Item.DYNAMODB_WRITE_UNITS));
        assertEquals(30_000, month.of(Item.S3_WRITES));
        assertEquals(3_000, month.of(Item.API_REQUESTS));
        assertEquals(43_200, month.of(Item.SCHEDULER_TICKS));
        assertEquals(3, month.of(Item.ALARM_METRICS));
        assertEquals(30 * 4_000, month.of(Item.DYNAMODB_READ_UNITS));
    }

    @Test
    void later_looks_end_at_their_most_a_day() {
        assertEquals(30 * 20_000, bill(1_000_000, 10).amounts().of(Item.DYNAMODB_READ_UNITS));
    }

    @Test
    void ten_times_the_articles_cost_ten_times_what_articles_cost() {
        double one = bill(10_000, 0).dollars().getOrDefault(Item.S3_WRITES, 0.0);
        assertEquals(10 * one, bill(100_000, 0).dollars().getOrDefault(Item.S3_WRITES, 0.0), 1e-9);
        assertEquals(300_000 / 1_000 * 0.005, one, 1e-9);
    }

    @ParameterizedTest
    @ValueSource(strings = {"us-east-1", "eu-west-1"})
    void every_item_has_a_price(String region) {
        Prices prices = Prices.of(region);
        for (Item item : Item.values()) {
            assertTrue(prices.of(item, Usage.of(item, 1)) > 0, item.key());
        }
    }

    @Test
    void a_region_without_prices_is_refused() {
        assertThrows(WrongUsage.class, () -> Prices.of("mars-north-1"));
    }

    @Test
    void the_line_of_json_has_units_calls_total_and_the_date_of_prices() {
        JsonNode json = CostsCommand.json(COUNTED, bill(1_000, 10), Prices.of("us-east-1"));
        assertEquals(4, json.at("/perArticle/writeUnits").asInt());
        assertEquals(
                1,
                json.path("perArticle")
                        .path("calls")
                        .path("fetch-article s3:PutObject")
                        .asInt());
        double sum = 0;
        for (JsonNode item : json.at("/perMonth/items")) {
            sum += item.asDouble();
        }
        assertEquals(json.at("/perMonth/total").asDouble(), sum, 0.01);
        assertTrue(json.path("pricesAsOf").asText().matches("\\d{4}-\\d\\d-\\d\\d"));
    }

    @Test
    void usage_is_read_from_the_ledger_between_two_times() {
        CallLedger ledger = new CallLedger();
        Call put = new Call("reader", "dynamodb:PutItem", "Rows.Arn", new Context(Map.of()));
        ledger.add(put, Count.REQUESTS, 2);
        ledger.consumed(put, Units.WRITE, 2);
        ledger.invoked("reader", 100);
        Snapshot before = Snapshot.of(ledger);
        ledger.add(put, Count.REQUESTS, 1);
        ledger.consumed(put, Units.WRITE, 3);
        ledger.invoked("reader", 2_000);
        Snapshot between = Snapshot.of(ledger).since(before);
        Usage usage = between.usage(List.of("reader"), Map.of("reader", 512));
        assertEquals(3, usage.of(Item.DYNAMODB_WRITE_UNITS));
        assertEquals(1, usage.of(Item.LAMBDA_REQUESTS));
        assertEquals(1, usage.of(Item.LAMBDA_GB_SECONDS), 1e-9);
        assertEquals(Map.of("reader dynamodb:PutItem", 1.0), between.requests(List.of("reader")));
        assertEquals(Usage.NOTHING, between.usage(List.of("writer"), Map.of()));
    }
}
