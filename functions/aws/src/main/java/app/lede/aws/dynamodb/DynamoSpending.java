package app.lede.aws.dynamodb;

import app.lede.abstractive.MonthCosts;
import app.lede.abstractive.Spending;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Rows {@code costs#<yyyy-mm>} of the control table: {@code total} with {@code committed}, {@code spent} and {@code articles},
 * and {@code source#<id>} with the last two. Thread safe.
 */
public final class DynamoSpending implements Spending {

    private static final String TOTAL = "total";
    private static final String SOURCE = "source#";
    private static final String COMMITTED = "committed";
    private static final String SPENT = "spent";
    private static final String ARTICLES = "articles";
    private static final Duration KEPT = Duration.ofDays(400);

    private final DynamoDbClient client;
    private final ControlTable control;

    public DynamoSpending(DynamoDbClient client, String controlTable) {
        this.client = client;
        this.control = new ControlTable(client, controlTable);
    }

    @Override
    public boolean reserve(YearMonth month, long amount, long limit) {
        return amount <= limit
                && row(month, TOTAL)
                        .count(COMMITTED, amount)
                        .with("room", Attributes.number(limit - amount))
                        .onlyIf("attribute_not_exists(#committed) OR #committed <= :room")
                        .isDone(client);
    }

    @Override
    public void settle(YearMonth month, long reserved, Call call) {
        ItemUpdate total = row(month, TOTAL).count(COMMITTED, call.cost() - reserved);
        if (call.equals(Call.NONE)) {
            total.send(client);
            return;
        }
        String source = Optional.ofNullable(call.sourceId()).orElse(MonthCosts.UPLOADS);
        ItemUpdate own = row(month, SOURCE + source);
        ItemUpdate.sendTogether(client, List.of(charged(total, call), charged(own, call)));
    }

    private static ItemUpdate charged(ItemUpdate row, Call call) {
        return row.count(SPENT, call.cost()).count(ARTICLES, 1);
    }

    private ItemUpdate row(YearMonth month, String sort) {
        Instant end = month.plusMonths(1).atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        return control.update(partition(month), sort).set(ControlTable.TTL, Attributes.seconds(end.plus(KEPT)));
    }

    @Override
    public long total(YearMonth month) {
        return control.get(partition(month), TOTAL)
                .map(row -> number(row, COMMITTED))
                .orElse(0L);
    }

    @Override
    public MonthCosts costs(YearMonth month) {
        Map<String, AttributeValue> total = Map.of();
        List<Map<String, AttributeValue>> rows = control.descending(partition(month));
        for (Map<String, AttributeValue> row : rows) {
            total = ControlTable.sortKey(row).equals(TOTAL) ? row : total;
        }
        List<MonthCosts.Source> sources = rows.stream()
                .filter(row -> ControlTable.sortKey(row).startsWith(SOURCE))
                .map(row -> new MonthCosts.Source(
                        ControlTable.sortKey(row).substring(SOURCE.length()),
                        number(row, SPENT),
                        number(row, ARTICLES)))
                .sorted(Comparator.comparingLong(MonthCosts.Source::spent).reversed())
                .toList();
        return new MonthCosts(month, number(total, COMMITTED), number(total, SPENT), number(total, ARTICLES), sources);
    }

    private static long number(Map<String, AttributeValue> row, String name) {
        AttributeValue value = row.get(name);
        return value == null ? 0 : Long.parseLong(value.n());
    }

    private static String partition(YearMonth month) {
        return "costs#" + month;
    }
}
