package app.lede.contract;

import app.lede.local.template.Table;
import app.lede.local.template.Template;
import app.lede.local.wiring.TableRequest;
import app.lede.testkit.EventFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

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
        client.createTable(TableRequest.of(table).tableName(name).build());
        client.waiter().waitUntilTableExists(describe -> describe.tableName(name));
        return name;
    }
}
