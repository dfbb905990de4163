package app.lede.queryarticles;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.lede.api.Answer;
import app.lede.aws.Environment;
import app.lede.testkit.Samples;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The requests that a start for a snapshot answers to itself. */
class PrimingTest {

    private static final List<String> PRIMED = List.of("GET /openapi.json", "GET /v1/articles/{id}", "GET /v1/counts");

    private final List<String> routes = new ArrayList<>();

    private static Environment started(String type) {
        return new Environment(Map.of("AWS_LAMBDA_INITIALIZATION_TYPE", type), InstantSource.fixed(Samples.NOON));
    }

    @Test
    void a_start_for_a_snapshot_primes_routes_that_read_no_secret() {
        Priming.before(started("snap-start"), request -> {
            routes.add(request.route());
            return Answer.text(200, "application/json", "{}");
        });
        assertEquals(PRIMED, routes);
    }

    @Test
    void any_other_start_primes_nothing() {
        Priming.before(started("on-demand"), request -> {
            routes.add(request.route());
            return Answer.text(200, "application/json", "{}");
        });
        assertEquals(List.of(), routes);
    }

    @Test
    void a_table_out_of_reach_does_not_fail_the_start() {
        Priming.before(started("snap-start"), request -> {
            routes.add(request.route());
            throw new IllegalStateException("no route to DynamoDB");
        });
        assertEquals(PRIMED, routes);
    }
}
