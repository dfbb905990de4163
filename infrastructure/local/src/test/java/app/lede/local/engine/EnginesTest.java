package app.lede.local.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
}
