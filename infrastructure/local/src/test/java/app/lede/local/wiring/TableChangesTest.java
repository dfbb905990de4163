package app.lede.local.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** The changes of a table reach the function that the template names, in order and however often they fail. */
@TestInstance(Lifecycle.PER_CLASS)
class TableChangesTest {
    private RunningStack running;
    private DynamoDbClient dynamodb;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        running = new RunningStack(folder);
        dynamodb = client(running);
    }

    private static DynamoDbClient client(RunningStack running) {
        return DynamoDbClient.builder()
                .endpointOverride(running.stack.endpoints().dynamodb())
                .region(Region.US_EAST_1)
                .credentialsProvider(running.credentials())
                .build();
    }

    @AfterAll
    void stop() {
        dynamodb.close();
        running.close();
    }

    private void put(String id, String title) {
        put(dynamodb, id, title);
    }

    private static void put(DynamoDbClient client, String id, String title) {
        client.putItem(put -> put.tableName("things")
                .item(Map.of("id", AttributeValue.fromS(id), "title", AttributeValue.fromS(title))));
    }

    @Test
    void changes_arrive_in_order_with_both_images_and_a_deletion_with_the_old_one() throws Exception {
        put("a", "one");
        put("a", "two");
        dynamodb.deleteItem(delete -> delete.tableName("things").key(Map.of("id", AttributeValue.fromS("a"))));
        assertEquals(List.of("INSERT a:  > one", "MODIFY a: one > two", "REMOVE a: two > "), running.changes());
    }

    @Test
    void more_changes_than_a_batch_holds_all_arrive_once() throws Exception {
        List<String> ids = List.of("p1", "p2", "p3", "p4", "p5", "p6", "p7");
        ids.forEach(id -> put(id, "x"));
        assertEquals(ids.stream().map(id -> "INSERT " + id + ":  > x").toList(), running.changes());
    }

    @Test
    void a_change_that_fails_comes_again_and_then_stands_in_the_dead_letters() throws Exception {
        int before = running.stack.deadLetters();
        put("f", "fails");
        assertEquals(3, running.changes().size());
        assertEquals(before + 1, running.stack.deadLetters());
        put("g", "works");
        assertEquals(List.of("INSERT g:  > works"), running.changes());
    }

    @Test
    void changes_that_a_function_takes_one_at_a_call_are_no_failed_attempts() throws Exception {
        int before = running.stack.deadLetters();
        List<String> ids = List.of("s1", "s2", "s3", "s4", "s5");
        dynamodb.transactWriteItems(write -> write.transactItems(ids.stream()
                .map(id -> TransactWriteItem.builder()
                        .put(put -> put.tableName("things")
                                .item(Map.of("id", AttributeValue.fromS(id), "title", AttributeValue.fromS("alone"))))
                        .build())
                .toList()));
        assertEquals(5, running.changes().size());
        assertEquals(before, running.stack.deadLetters());
    }

    @Test
    void a_function_that_throws_is_called_again_with_the_same_changes() throws Exception {
        put("t", "throws");
        assertEquals(3, running.changes().size());
    }

    @Test
    void changes_of_a_data_folder_are_told_again_after_a_restart(@TempDir Path folder) throws Exception {
        Path data = folder.resolve("data");
        try (RunningStack first = new RunningStack(folder, Optional.of(data), 0, Map.of());
                DynamoDbClient client = client(first)) {
            put(client, "kept", "x");
            assertEquals(List.of("INSERT kept:  > x"), first.changes());
        }
        try (RunningStack second = new RunningStack(folder, Optional.of(data), 0, Map.of())) {
            assertEquals(List.of("INSERT kept:  > x"), second.changes());
        }
    }
}
