package app.lede.aws.dynamodb;

import app.lede.article.ArticleId;
import app.lede.search.ArrivalIndex;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** Lists articles by arrival, with the index {@code by-arrival} and the days in the control table. */
public final class DynamoArrivals implements ArrivalIndex {

    private final DynamoDbClient client;
    private final String table;
    private final ArrivalDays days;

    public DynamoArrivals(DynamoDbClient client, String articlesTable, String controlTable) {
        this.client = client;
        this.table = articlesTable;
        this.days = new ArrivalDays(client, controlTable);
    }

    @Override
    public List<Day> days() {
        return days.all();
    }

    @Override
    public List<Entry> walk(LocalDate day, int shard, @Nullable String before, int limit) {
        Map<String, AttributeValue> values = new HashMap<>();
        values.put(":day", Attributes.text(ArticleItem.arrivalDay(day, shard)));
        if (before != null) {
            values.put(":before", Attributes.text(before));
        }
        QueryRequest query = QueryRequest.builder()
                .tableName(table)
                .indexName(ArticleItem.BY_ARRIVAL)
                .keyConditionExpression("arrivalDay = :day" + (before == null ? "" : " AND arrivalKey < :before"))
                .expressionAttributeValues(values)
                .scanIndexForward(false)
                .limit(limit)
                .build();
        return client.queryPaginator(query).items().stream()
                .limit(limit)
                .map(DynamoArrivals::entry)
                .toList();
    }

    private static Entry entry(Map<String, AttributeValue> item) {
        ObjectNode json = Attributes.json(item);
        List<String> countries = new ArrayList<>();
        json.path("countries").forEach(country -> countries.add(country.asText()));
        return new Entry(
                json.path("arrivalKey").asText(),
                new ArticleId(json.path("id").asText()),
                json.path("sourceId").textValue(),
                json.path("inLanguage").textValue(),
                countries);
    }
}
