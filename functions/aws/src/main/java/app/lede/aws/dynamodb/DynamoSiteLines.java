package app.lede.aws.dynamodb;

import app.lede.article.ArticleId;
import app.lede.boilerplate.ArticleLines;
import app.lede.boilerplate.SiteLines;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Stores lines of sites in the control table: a row {@code lines#<host>} / {@code <slot>} per article. {@code lines}
 * are the hashes, eight bytes each; one query of at most 14 kB reads a site.
 */
public final class DynamoSiteLines implements SiteLines {

    private final DynamoDbClient client;
    private final ControlTable control;

    public DynamoSiteLines(DynamoDbClient client, String controlTable) {
        this.client = client;
        this.control = new ControlTable(client, controlTable);
    }

    @Override
    public List<ArticleLines> of(String host, Instant now) {
        return control.descending(partition(host)).stream()
                .filter(row -> !ControlTable.isOver(row, now))
                .map(DynamoSiteLines::lines)
                .toList();
    }

    @Override
    public void offer(String host, ArticleLines lines) {
        control.update(partition(host), Integer.toString(lines.slot()))
                .set("article", Attributes.text(lines.article().value()))
                .set("at", Attributes.millis(lines.at()))
                .set("lines", AttributeValue.fromB(bytes(lines.hashes())))
                .set(ControlTable.TTL, Attributes.seconds(lines.until()))
                .with("now", Attributes.seconds(lines.at()))
                .onlyIf("attribute_not_exists(#ttl) OR #ttl <= :now")
                .isDone(client);
    }

    private static String partition(String host) {
        return "lines#" + host;
    }

    private static ArticleLines lines(Map<String, AttributeValue> row) {
        return new ArticleLines(
                new ArticleId(value(row, "article").s()),
                Attributes.ofMillis(value(row, "at")),
                hashes(value(row, "lines").b()));
    }

    private static SdkBytes bytes(Set<Long> hashes) {
        ByteBuffer bytes = ByteBuffer.allocate(hashes.size() * Long.BYTES);
        hashes.forEach(bytes::putLong);
        return SdkBytes.fromByteArrayUnsafe(bytes.array());
    }

    private static Set<Long> hashes(SdkBytes bytes) {
        LongBuffer longs = bytes.asByteBuffer().asLongBuffer();
        Set<Long> hashes = new HashSet<>();
        while (longs.hasRemaining()) {
            hashes.add(longs.get());
        }
        return hashes;
    }

    private static AttributeValue value(Map<String, AttributeValue> row, String name) {
        return Optional.ofNullable(row.get(name)).orElseThrow();
    }
}
