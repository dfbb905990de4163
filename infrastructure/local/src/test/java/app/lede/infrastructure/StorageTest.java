package app.lede.infrastructure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StorageTest {

    private static final Template TEMPLATE = Template.read();

    @Test
    void data_outlives_the_stack() {
        stores().forEach(id -> {
            assertEquals("Retain", TEMPLATE.resource(id).path("DeletionPolicy").asText(), id);
            assertEquals(
                    "Retain", TEMPLATE.resource(id).path("UpdateReplacePolicy").asText(), id);
        });
    }

    @Test
    void tables_can_be_taken_back_to_any_second_and_cost_nothing_when_idle() {
        TEMPLATE.resources(Template.TABLE).forEach((id, table) -> {
            assertTrue(
                    table.at("/PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled")
                            .asBoolean(),
                    id);
            assertEquals("PAY_PER_REQUEST", table.path("BillingMode").asText(), id);
        });
    }

    @Test
    void buckets_are_private_and_named_for_stack_and_account() {
        TEMPLATE.resources(Template.BUCKET).forEach((id, bucket) -> {
            JsonNode block = bucket.path("PublicAccessBlockConfiguration");
            assertEquals(4, block.size(), id);
            block.forEach(rule -> assertTrue(rule.asBoolean(), id));
            assertTrue(bucket.at("/BucketName/Fn::Sub")
                    .asText()
                    .matches("\\$\\{AWS::StackName}-[a-z]+-\\$\\{AWS::AccountId}\\$\\{BucketSuffix}"));
        });
    }

    @Test
    void raw_documents_are_versioned_and_only_replaced_versions_and_kept_pages_expire() {
        JsonNode documents = TEMPLATE.properties("DocumentsBucket");
        assertEquals("Enabled", documents.at("/VersioningConfiguration/Status").asText());
        documents.at("/LifecycleConfiguration/Rules").forEach(rule -> {
            boolean expires = rule.has("ExpirationInDays") || rule.has("ExpirationDate");
            assertEquals(expires, rule.path("Prefix").asText().equals("entries/backfill/"), rule.toString());
        });
    }

    @Test
    void delete_markers_of_raw_documents_go_with_the_last_version_below_them() {
        assertTrue(TEMPLATE
                .properties("DocumentsBucket")
                .at("/LifecycleConfiguration/Rules")
                .findValues("ExpiredObjectDeleteMarker")
                .stream()
                .anyMatch(JsonNode::asBoolean));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ArticlesTable | ''         | id                       |",
                "ArticlesTable | by-arrival | arrivalDay arrivalKey    | sourceId inLanguage countries",
                "ArticlesTable | by-changed | changedDay changedKey    | deletedAt",
                "StoriesTable  | ''         | id                       |",
                "StoriesTable  | by-latest  | day latest               |",
                "StoriesTable  | by-original | duplicateOf first       |",
                "SourcesTable  | ''         | id                       |",
                "SourcesTable  | by-slot    | slot id                  |",
                "SourcesTable  | by-list    | list id                  |",
                "ControlTable  | ''         | pk sk                    |",
            })
    void a_table_has_the_keys_that_the_code_asks_by(String table, String index, String keys, String projected) {
        JsonNode where = index.isEmpty() ? TEMPLATE.properties(table) : index(table, index);
        assertEquals(keys, String.join(" ", where.path("KeySchema").findValuesAsText("AttributeName")));
        String copied = String.join(
                " ",
                Stream.of(where.at("/Projection/NonKeyAttributes"))
                        .flatMap(list -> elements(list).stream())
                        .map(JsonNode::asText)
                        .toList());
        assertEquals(projected == null ? "" : projected, copied);
    }

    @Test
    void only_keys_are_declared_as_attributes() {
        TEMPLATE.resources(Template.TABLE).forEach((id, table) -> {
            Set<String> keys = new TreeSet<>();
            Template.walk(table, node -> {
                if (node.has("KeyType")) {
                    keys.add(node.path("AttributeName").asText());
                }
            });
            assertEquals(keys, new TreeSet<>(table.path("AttributeDefinitions").findValuesAsText("AttributeName")), id);
        });
    }

    @Test
    void articles_are_streamed_and_control_rows_expire_by_ttl() {
        assertEquals(
                "NEW_AND_OLD_IMAGES",
                TEMPLATE.properties("ArticlesTable")
                        .at("/StreamSpecification/StreamViewType")
                        .asText());
        assertEquals(
                "ttl",
                TEMPLATE.properties("ControlTable")
                        .at("/TimeToLiveSpecification/AttributeName")
                        .asText());
    }

    private static List<String> stores() {
        return Stream.of(Template.BUCKET, Template.TABLE)
                .flatMap(type -> TEMPLATE.resources(type).keySet().stream())
                .toList();
    }

    private static JsonNode index(String table, String name) {
        return elements(TEMPLATE.properties(table).path("GlobalSecondaryIndexes")).stream()
                .filter(index -> index.path("IndexName").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<JsonNode> elements(JsonNode list) {
        return List.copyOf(list.valueStream().toList());
    }
}
