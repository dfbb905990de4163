package app.lede.local.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChaosTest {
    private static final List<Integer> BATCH = IntStream.range(0, 10).boxed().toList();

    private static List<List<Chaos.Delivery<Integer>>> hundred(double probability, long seed) {
        Chaos chaos = new Chaos(probability, seed, new FaultCount());
        return IntStream.range(0, 100).mapToObj(i -> chaos.deliveries(BATCH)).toList();
    }

    @Test
    void without_chaos_a_batch_arrives_in_one_piece_at_once_and_is_acknowledged() {
        Chaos none = new Chaos(0, 1, new FaultCount());
        assertEquals(List.of(new Chaos.Delivery<>(BATCH, Duration.ZERO)), none.deliveries(BATCH));
        assertEquals(false, none.dropsBeforeAcknowledging());
    }

    @Test
    void every_message_arrives_at_least_once() {
        for (List<Chaos.Delivery<Integer>> deliveries : hundred(0.9, 3)) {
            List<Integer> arrived = deliveries.stream()
                    .flatMap(delivery -> delivery.messages().stream())
                    .distinct()
                    .sorted()
                    .toList();
            assertEquals(BATCH, arrived);
        }
    }

    @Test
    void messages_come_twice_late_and_out_of_order() {
        List<Chaos.Delivery<Integer>> all =
                hundred(0.3, 3).stream().flatMap(List::stream).toList();
        int arrivals =
                all.stream().mapToInt(delivery -> delivery.messages().size()).sum();
        assertTrue(arrivals > 1200 && arrivals < 1400, "1000 messages arrived " + arrivals + " times");
        assertTrue(all.stream().anyMatch(delivery -> delivery.after().toMillis() > 500));
        assertTrue(all.stream().anyMatch(delivery -> !delivery.messages()
                .equals(delivery.messages().stream().sorted().toList())));
    }

    @Test
    void a_seed_always_gives_the_same_chaos_and_another_seed_another() {
        assertEquals(hundred(0.3, 3), hundred(0.3, 3));
        assertNotEquals(hundred(0.3, 3), hundred(0.3, 4));
    }

    @Test
    void invocations_fail_late_instead_and_afterwards_and_each_fault_is_counted() {
        FaultCount count = new FaultCount();
        Chaos chaos = new Chaos(0.5, 3, count);
        Map<Fault, Long> seen = Stream.generate(chaos::ofRequest)
                .limit(1000)
                .flatMap(Optional::stream)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        assertEquals(seen, count.counts());
        assertEquals(5, seen.size(), seen::toString);
        assertTrue(seen.values().stream().allMatch(times -> times > 60), seen::toString);
        assertTrue(Stream.generate(chaos::ofInvocation)
                .limit(1000)
                .flatMap(Optional::stream)
                .noneMatch(fault -> fault == Fault.ANSWER_INSTEAD || fault == Fault.ANSWER_AFTERWARDS));
        assertEquals(Optional.empty(), new Chaos(0, 1, count).ofRequest());
    }
}
