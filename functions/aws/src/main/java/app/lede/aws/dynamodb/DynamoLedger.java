package app.lede.aws.dynamodb;

import app.lede.fetch.CanonicalUrl;
import app.lede.fetch.UrlLedger;
import app.lede.hash.Digest;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The ledger: rows {@code url#<sha-256>} / {@code url} of the control table, which end by themselves. */
public final class DynamoLedger implements UrlLedger {

    private static final String SORT = "url";

    /** What is done outlasts what was queued before or after it, as long as its own time does. */
    private static final String NOT_DONE = "attribute_not_exists(#mark) OR #mark = :mark OR #until < :until";

    private final DynamoDbClient client;
    private final ControlTable control;

    public DynamoLedger(DynamoDbClient client, String controlTable) {
        this.client = client;
        this.control = new ControlTable(client, controlTable);
    }

    @Override
    public Map<CanonicalUrl, Mark> look(Collection<CanonicalUrl> urls, Instant now) {
        Map<String, CanonicalUrl> byPartition = new LinkedHashMap<>();
        urls.forEach(url -> byPartition.put(partition(url), url));
        List<Map<String, AttributeValue>> keys = byPartition.keySet().stream()
                .map(partition -> ControlTable.key(partition, SORT))
                .toList();
        Map<CanonicalUrl, Mark> marks = new HashMap<>();
        for (Map<String, AttributeValue> row : BatchGet.of(client, control.name(), keys)) {
            CanonicalUrl url = byPartition.get(ControlTable.partition(row));
            if (url != null && now.isBefore(Attributes.ofMillis(value(row, "until")))) {
                marks.put(url, Mark.valueOf(value(row, "mark").s()));
            }
        }
        return marks;
    }

    @Override
    public void queued(Collection<CanonicalUrl> urls, Instant until) {
        SideBySide.forEach(
                new LinkedHashSet<>(urls),
                url -> row(url, Mark.QUEUED, until).onlyIf(NOT_DONE).isDone(client));
    }

    @Override
    public void done(CanonicalUrl url, Mark mark, Instant until) {
        row(url, mark, until).isDone(client);
    }

    private ItemUpdate row(CanonicalUrl url, Mark mark, Instant until) {
        return control.update(partition(url), SORT)
                .set("mark", Attributes.text(mark.name()))
                .set("until", Attributes.millis(until))
                .set(ControlTable.TTL, Attributes.seconds(until.plusSeconds(1)));
    }

    private static String partition(CanonicalUrl url) {
        return "url#" + Digest.hex(url.value());
    }

    private static AttributeValue value(Map<String, AttributeValue> row, String name) {
        return Optional.ofNullable(row.get(name)).orElseThrow();
    }
}
