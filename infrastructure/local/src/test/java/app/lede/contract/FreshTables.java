package app.lede.contract;

import app.lede.local.template.Table;
import app.lede.local.template.Template;
import app.lede.testkit.EventFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.Projection;

/**
 * Creates empty tables as declared in {@code infrastructure/template.yaml}, each with a unique name. Omits TTL and
 * streams: tests have their own time, and an engine would expire items by the machine's.
 */
final class FreshTables {

    private final DynamoDbClient client;
    private final List<Table> declared;

    FreshTables(DynamoDbClient client) {
        this.client = client;
        try {
            this.declared = Template.read(
                            EventFiles.repository().resolve("infrastructure").resolve("template.yaml"), Map.of())
                    .tables();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String articles() {
        return create("ArticlesTable");
    }

    String sources() {
        return create("SourcesTable");
    }

    String control() {
        return create("ControlTable");
    }

    String stories() {
        return create("StoriesTable");
    }

    private String create(String id) {
        Table table =
                declared.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
        String name = id + "-" + UUID.randomUUID();
        CreateTableRequest.Builder request = CreateTableRequest.builder()
                .tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(attributes(table))
                .keySchema(keys(table.key()));
        if (!table.indexes().isEmpty()) {
            request.globalSecondaryIndexes(
                    table.indexes().stream().map(FreshTables::index).toList());
        }
        client.createTable(request.build());
        client.waiter().waitUntilTableExists(describe -> describe.tableName(name));
        return name;
    }

    private static List<AttributeDefinition> attributes(Table table) {
        List<AttributeDefinition> attributes = new ArrayList<>();
        table.attributeTypes()
                .forEach((name, type) -> attributes.add(AttributeDefinition.builder()
                        .attributeName(name)
                        .attributeType(type)
                        .build()));
        return attributes;
    }

    private static GlobalSecondaryIndex index(Table.Index index) {
        Projection.Builder projection = Projection.builder().projectionType(index.projection());
        if (!index.included().isEmpty()) {
            projection.nonKeyAttributes(index.included());
        }
        return GlobalSecondaryIndex.builder()
                .indexName(index.name())
                .keySchema(keys(index.key()))
                .projection(projection.build())
                .build();
    }

    private static List<KeySchemaElement> keys(Table.Key key) {
        List<KeySchemaElement> keys = new ArrayList<>();
        keys.add(element(key.hash(), KeyType.HASH));
        key.range().ifPresent(range -> keys.add(element(range, KeyType.RANGE)));
        return keys;
    }

    private static KeySchemaElement element(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }
}
