package app.lede.aws.dynamodb;

import app.lede.article.ArticleId;
import app.lede.article.Times;
import app.lede.json.Json;
import app.lede.library.StoryJson;
import app.lede.story.Placement;
import app.lede.story.Story;
import app.lede.story.StoryStore;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * Rows {@code story#<id>}, {@code place#<article>} and {@code former#<id>} of a table of their own. A story's row has its JSON, compressed, and stands in
 * the index {@code by-latest} under {@code day} and {@code latest} = {@code time#id}; a copy's place stands in {@code
 * by-original} under {@code duplicateOf} and {@code first} = {@code time#article}. A place takes one write unit, that of a copy
 * two, a story one for each kilobyte, and one for the index when its latest report changes. Thread safe.
 */
public final class DynamoStories implements StoryStore {

    private static final String BY_LATEST = "by-latest";
    private static final String BY_ORIGINAL = "by-original";
    private static final String KEY = "id";
    private static final String STORY = "story";
    private static final String FORMER = "former";
    private static final String ORIGINAL = "duplicateOf";
    private static final String FIRST = "first";
    private static final String COPIED = "copied";
    private static final String LATEST = "latest";

    /** Bytes of a story's JSON; the largest has some 60,000. */
    private static final int LONGEST = 1_000_000;

    private final DynamoDbClient client;
    private final String table;

    public DynamoStories(DynamoDbClient client, String storiesTable) {
        this.client = client;
        this.table = storiesTable;
    }

    private static Map<String, AttributeValue> key(String kind, ArticleId id) {
        return Map.of(KEY, Attributes.text(kind + "#" + id));
    }

    private static ArticleId id(Map<String, AttributeValue> row) {
        String key = text(row, KEY).orElseThrow();
        return new ArticleId(key.substring(key.indexOf('#') + 1));
    }

    private static Optional<String> text(Map<String, AttributeValue> row, String name) {
        return Optional.ofNullable(row.get(name)).map(AttributeValue::s);
    }

    private List<Map<String, AttributeValue>> rows(String kind, Collection<ArticleId> ids) {
        return BatchGet.consistent(
                client, table, ids.stream().distinct().map(id -> key(kind, id)).toList());
    }

    @Override
    public Map<ArticleId, Placement> placements(Collection<ArticleId> ids) {
        Map<ArticleId, Placement> placements = new HashMap<>();
        rows("place", ids).forEach(row -> placements.put(id(row), placement(row)));
        return placements;
    }

    private static Placement placement(Map<String, AttributeValue> row) {
        return new Placement(
                text(row, STORY).map(ArticleId::new).orElse(null),
                text(row, ORIGINAL)
                        .map(original -> new Placement.Copy(new ArticleId(original), first(row)))
                        .orElse(null),
                row.containsKey(COPIED));
    }

    /** Returns when a copy's publisher had it. Rows older than the index do not say; they are written again with their next change. */
    private static Instant first(Map<String, AttributeValue> row) {
        return text(row, FIRST)
                .map(key -> Instant.parse(key.substring(0, key.indexOf('#'))))
                .orElse(Instant.EPOCH);
    }

    @Override
    public void place(ArticleId id, Placement placement) {
        if (placement.equals(Placement.ALONE)) {
            delete("place", id);
            return;
        }
        Map<String, AttributeValue> row = new HashMap<>(key("place", id));
        put(row, STORY, placement.story());
        if (placement.copy() != null) {
            put(row, ORIGINAL, placement.copy().original());
            row.put(FIRST, Attributes.text(key(new Copy(id, placement.copy().first()))));
        }
        if (placement.isCopied()) {
            row.put(COPIED, AttributeValue.fromBool(true));
        }
        client.putItem(PutItemRequest.builder().tableName(table).item(row).build());
    }

    private static String key(Copy copy) {
        return Times.sortable(copy.first()) + "#" + copy.id();
    }

    private static void put(Map<String, AttributeValue> row, String name, @Nullable ArticleId id) {
        if (id != null) {
            row.put(name, Attributes.text(id.value()));
        }
    }

    @Override
    public List<Copy> copies(ArticleId original, @Nullable Copy after, int limit) {
        Map<String, AttributeValue> values = new HashMap<>();
        values.put(":original", Attributes.text(original.value()));
        if (after != null) {
            values.put(":after", Attributes.text(key(after)));
        }
        QueryRequest query = QueryRequest.builder()
                .tableName(table)
                .indexName(BY_ORIGINAL)
                .keyConditionExpression("duplicateOf = :original" + (after == null ? "" : " AND #first > :after"))
                .expressionAttributeNames(after == null ? null : Map.of("#first", FIRST))
                .expressionAttributeValues(values)
                .limit(limit)
                .build();
        return client.queryPaginator(query).items().stream()
                .limit(limit)
                .map(row -> new Copy(id(row), first(row)))
                .toList();
    }

    @Override
    public Map<ArticleId, Story> stories(Collection<ArticleId> ids) {
        Map<ArticleId, Story> stories = new HashMap<>();
        rows(STORY, ids).forEach(row -> stories.put(id(row), story(row)));
        return stories;
    }

    private static Story story(Map<String, AttributeValue> row) {
        byte[] packed = Objects.requireNonNull(row.get(STORY)).b().asByteArray();
        try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(packed))) {
            return StoryJson.story(Json.read(in.readNBytes(LONGEST)));
        } catch (IOException e) {
            throw new IllegalArgumentException("not a story", e);
        }
    }

    @Override
    public void put(Story story) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
            out.write(Json.bytes(StoryJson.toJson(story)));
        } catch (IOException e) {
            throw new UncheckedIOException("in memory", e);
        }
        Map<String, AttributeValue> row = new LinkedHashMap<>(key(STORY, story.id()));
        row.put("day", Attributes.text(Times.day(story.latest())));
        row.put(LATEST, Attributes.text(Times.sortable(story.latest()) + "#" + story.id()));
        row.put(STORY, AttributeValue.fromB(SdkBytes.fromByteArray(packed.toByteArray())));
        client.putItem(PutItemRequest.builder().tableName(table).item(row).build());
    }

    @Override
    public void remove(ArticleId id) {
        delete(STORY, id);
    }

    @Override
    public void succeed(ArticleId former, ArticleId successor) {
        Map<String, AttributeValue> row = new HashMap<>(key(FORMER, former));
        put(row, STORY, successor);
        client.putItem(PutItemRequest.builder().tableName(table).item(row).build());
    }

    @Override
    public Optional<ArticleId> successor(ArticleId former) {
        return rows(FORMER, List.of(former)).stream()
                .flatMap(row -> text(row, STORY).stream())
                .map(ArticleId::new)
                .findFirst();
    }

    private void delete(String kind, ArticleId id) {
        client.deleteItem(
                DeleteItemRequest.builder().tableName(table).key(key(kind, id)).build());
    }

    @Override
    public List<Entry> latest(LocalDate day, @Nullable String before, int limit) {
        Map<String, AttributeValue> values = new HashMap<>();
        values.put(":day", Attributes.text(day.toString()));
        if (before != null) {
            values.put(":before", Attributes.text(before));
        }
        QueryRequest.Builder query = QueryRequest.builder()
                .tableName(table)
                .indexName(BY_LATEST)
                .keyConditionExpression("#day = :day" + (before == null ? "" : " AND latest < :before"))
                .expressionAttributeNames(Map.of("#day", "day"))
                .expressionAttributeValues(values)
                .scanIndexForward(false)
                .limit(limit);
        return client.queryPaginator(query.build()).items().stream()
                .limit(limit)
                .map(row -> new Entry(text(row, LATEST).orElseThrow(), id(row)))
                .toList();
    }
}
