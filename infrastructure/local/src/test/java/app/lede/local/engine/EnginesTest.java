package app.lede.local.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;

class EnginesTest {
    private static final URI SOMEWHERE = URI.create("http://127.0.0.1:4566");
    private static final URI SQS = URI.create("http://127.0.0.1:9324");

    private static Engines start(Map<String, URI> elsewhere) throws EngineFailed {
        Engines.Plan plan = new Engines.Plan(new Engines.Ports(0, 0, 0), Optional.empty(), elsewhere);
        return Engines.start(plan, Credentials.local(), stored -> {});
    }

    @Test
    void one_address_elsewhere_is_every_engine_s_and_a_service_s_own_wins() throws Exception {
        try (Engines engines = start(Map.of("AWS_ENDPOINT_URL", SOMEWHERE, "AWS_ENDPOINT_URL_SQS", SQS))) {
            assertEquals(SOMEWHERE, engines.s3().endpoint());
            assertEquals(SOMEWHERE, engines.dynamodb().endpoint());
            assertEquals(SQS, engines.sqs().endpoint());
        }
    }

    @Test
    void only_what_runs_elsewhere_is_not_started() throws Exception {
        try (Engines engines = start(Map.of("AWS_ENDPOINT_URL_SQS", SQS, "AWS_ENDPOINT_URL_DYNAMODB", SOMEWHERE))) {
            assertEquals(SQS, engines.sqs().endpoint());
            assertNotEquals(SOMEWHERE, engines.s3().endpoint());
        }
    }

    @Test
    void kept_tables_are_written_ahead_so_that_an_item_costs_one_sync(@TempDir Path data) throws Exception {
        Engines.Plan plan = new Engines.Plan(new Engines.Ports(0, 0, 0), Optional.of(data), Map.of());
        Engines.start(plan, Credentials.local(), stored -> {}).close();
        byte[] header = Files.readAllBytes(data.resolve("tables").resolve("shared-local-instance.db"));
        // SQLite's file format, section 1.3: write and read version, 2 for write-ahead
        assertEquals(2, header[18]);
        assertEquals(2, header[19]);
    }

    @Test
    void tables_damaged_behind_a_whole_header_are_named(@TempDir Path data) throws Exception {
        Path file = Files.createDirectories(data.resolve("tables")).resolve("shared-local-instance.db");
        Files.writeString(file, "SQLite format 3\0" + "U".repeat(8_000));
        Engines.Plan plan = new Engines.Plan(new Engines.Ports(0, 0, 0), Optional.of(data), Map.of());
        EngineFailed failed =
                assertThrows(EngineFailed.class, () -> Engines.start(plan, Credentials.local(), stored -> {}));
        assertTrue(String.valueOf(failed.getMessage()).contains(file + " is damaged"), failed::toString);
    }

    @Test
    void queues_kept_in_one_folder_are_not_found_in_another_by_the_same_process(@TempDir Path folder) throws Exception {
        assertEquals(List.of("one"), queuesAfterMaking("one", folder.resolve("a")));
        assertEquals(List.of("two"), queuesAfterMaking("two", folder.resolve("b")));
        assertEquals(List.of("one", "three"), queuesAfterMaking("three", folder.resolve("a")));
    }

    private static List<String> queuesAfterMaking(String queue, Path data) throws Exception {
        Engines.Plan plan = new Engines.Plan(
                new Engines.Ports(0, 0, 0), Optional.of(data), Map.of("AWS_ENDPOINT_URL_S3", SOMEWHERE));
        try (Engines engines = Engines.start(plan, Credentials.local(), stored -> {});
                SqsClient sqs = sqs(engines)) {
            sqs.createQueue(create -> create.queueName(queue));
            return sqs.listQueues().queueUrls().stream()
                    .map(url -> url.substring(url.lastIndexOf('/') + 1))
                    .sorted()
                    .toList();
        }
    }

    private static SqsClient sqs(Engines engines) {
        return SqsClient.builder()
                .endpointOverride(engines.sqs().endpoint())
                .region(Region.of(engines.credentials().region()))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(
                        engines.credentials().accessKeyId(),
                        engines.credentials().secretAccessKey())))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }
}
