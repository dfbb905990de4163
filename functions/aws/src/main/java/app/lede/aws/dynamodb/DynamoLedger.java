package app.lede.aws.dynamodb;

import app.lede.aws.SideBySide;
import app.lede.fetch.CanonicalUrl;
import app.lede.fetch.UrlLedger;
import app.lede.hash.Digest;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Stores URL marks in the control table: rows {@code url#<sha-256>} / {@code url}, with expiry. */
public final class DynamoLedger implements UrlLedger {

    private static final String SORT = "url";

    /** Prevents a queued mark from replacing an unexpired done mark. */
    private static final String NOT_DONE = "attribute_not_exists(#mark) OR #mark = :mark OR #until < :until";

    private final DynamoDbClient client;
    private final ControlTable control;

    public DynamoLedger(DynamoDbClient client, String controlTable) {
        this.client = client;
        this.control = new ControlTable(client, controlTable);
    }

    @Override
    public Map<CanonicalUrl, Known> known(Collection<CanonicalUrl> urls, Instant now) {
        Map<String, CanonicalUrl> byPartition = new LinkedHashMap<>();
        urls.forEach(url -> byPartition.put(partition(url), url));
        List<Map<String, AttributeValue>> keys = byPartition.keySet().stream()
                .map(partition -> ControlTable.key(partition, SORT))
                .toList();
        Map<CanonicalUrl, Known> known = new HashMap<>();
        for (Map<String, AttributeValue> row : BatchGet.of(client, control.name(), keys)) {
            CanonicalUrl url = byPartition.get(ControlTable.partition(row));
            if (url != null && row.containsKey("mark") && now.isBefore(Attributes.ofMillis(value(row, "until")))) {
                known.put(url, known(row));
            }
        }
        return known;
    }

    @Override
    public void queued(Map<CanonicalUrl, String> entries, Instant until) {
        SideBySide.forEach(entries.entrySet(), entry -> row(entry.getKey(), Mark.QUEUED, until)
                .set("entry", Attributes.text(entry.getValue()))
                .remove("attempts")
                .onlyIf(NOT_DONE)
                .isDone(client));
    }

    @Override
    public void waiting(CanonicalUrl url, int attempts, Instant until) {
        row(url, Mark.QUEUED, until)
                .set("attempts", Attributes.number(attempts))
                .onlyIf(NOT_DONE)
                .isDone(client);
    }

    @Override
    public void changed(CanonicalUrl url, String entry) {
        control.update(partition(url), SORT)
                .set("entry", Attributes.text(entry))
                .onlyIf("attribute_exists(pk)")
                .isDone(client);
    }

    @Override
    public void failure(CanonicalUrl url, @Nullable String record) {
        control.update(partition(url), SORT)
                .setOrRemove("failure", record == null ? null : Attributes.text(record))
                .onlyIf("attribute_exists(pk)")
                .isDone(client);
    }

    @Override
    public void done(Collection<CanonicalUrl> urls, Mark mark, @Nullable Page page, Instant until) {
        List<ItemUpdate> rows = urls.stream()
                .distinct()
                .map(url -> ended(url, mark, page, until))
                .toList();
        ItemUpdate.sendTogether(client, rows);
    }

    private ItemUpdate ended(CanonicalUrl url, Mark mark, @Nullable Page page, Instant until) {
        ItemUpdate row = row(url, mark, until).remove("attempts");
        if (page != null) {
            row.set("object", Attributes.text(page.object())).set("body", Attributes.text(page.body()));
            set(row, "etag", page.etag());
            set(row, "lastModified", page.lastModified());
        }
        return row;
    }

    private static void set(ItemUpdate row, String name, @Nullable String text) {
        if (text == null) {
            row.remove(name);
        } else {
            row.set(name, Attributes.text(text));
        }
    }

    private static Known known(Map<String, AttributeValue> row) {
        String object = text(row, "object");
        Page page = object == null
                ? null
                : new Page(object, value(row, "body").s(), text(row, "etag"), text(row, "lastModified"));
        return new Known(
                Mark.valueOf(value(row, "mark").s()), text(row, "entry"), page, attempts(row), text(row, "failure"));
    }

    private static int attempts(Map<String, AttributeValue> row) {
        AttributeValue attempts = row.get("attempts");
        return attempts == null ? 0 : Integer.parseInt(attempts.n());
    }

    private static @Nullable String text(Map<String, AttributeValue> row, String name) {
        AttributeValue value = row.get(name);
        return value == null ? null : value.s();
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
