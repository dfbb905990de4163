package app.lede.local.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

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
}
