package app.lede.aws.lambda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.aws.events.SqsEvent;
import app.lede.json.Json;
import app.lede.testkit.TickingClock;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SqsBatchTest {

    private static final Duration ATTEMPT = Duration.ofSeconds(10);

    private final Strays strays = new Strays();
    private final FakeContext context = new FakeContext();
    private final WideLog log = new WideLog(
            context, "parse-document", new TickingClock(Instant.parse("2026-01-02T03:04:05Z"), Duration.ofMillis(7)));
    private final Set<String> worked = Collections.synchronizedSet(new TreeSet<>());

    private static byte[] batch(int messages) {
        return ("{\"Records\":["
                        + IntStream.range(0, messages)
                                .mapToObj(i -> "{\"messageId\":\"m" + i + "\",\"body\":\"b" + i
                                        + "\",\"attributes\":{\"ApproximateReceiveCount\":\"2\"}}")
                                .collect(Collectors.joining(","))
                        + "]}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private String run(SqsBatch batch, byte[] event, SqsBatch.Work work) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        batch.run(new ByteArrayInputStream(event), answer, context, log, work);
        return answer.toString(StandardCharsets.UTF_8);
    }

    @Test
    void a_batch_that_succeeds_has_no_failures() throws IOException {
        String answer =
                run(SqsBatch.oneByOne(ATTEMPT, strays), batch(3), (message, line) -> worked.add(message.body()));
        assertEquals("{\"batchItemFailures\":[]}", answer);
        assertEquals(Set.of("b0", "b1", "b2"), worked);
    }

    @Test
    void one_that_breaks_comes_again_and_the_others_do_not() throws IOException {
        String answer = run(SqsBatch.oneByOne(ATTEMPT, strays), batch(3), (message, line) -> {
            if (message.id().equals("m1")) {
                throw new IllegalStateException("broken");
            }
            worked.add(message.id());
        });
        assertEquals("{\"batchItemFailures\":[{\"itemIdentifier\":\"m1\"}]}", answer);
        assertEquals(Set.of("m0", "m2"), worked);
    }

    @Test
    void a_failure_is_one_line_with_the_error_the_message_and_the_attempt() throws IOException {
        run(SqsBatch.oneByOne(ATTEMPT, strays), batch(1), (message, line) -> {
            throw new IllegalStateException("broken");
        });
        JsonNode line = Json.read(context.lines().get(0));
        assertEquals("failed", line.path("outcome").asText());
        assertEquals("m0", line.path("messageId").asText());
        assertEquals(2, line.path("attempt").asInt());
        assertTrue(line.path("error").asText().startsWith("broken (IllegalStateException"));
        assertEquals(1, context.lines().size());
    }

    @ParameterizedTest
    @MethodSource("errors")
    void an_error_fails_its_message_alone(Error error) throws IOException {
        for (SqsBatch batch : List.of(SqsBatch.oneByOne(ATTEMPT, strays), SqsBatch.together(ATTEMPT, strays))) {
            String answer = run(batch, batch(10), (message, line) -> {
                if (message.id().equals("m3")) {
                    throw error;
                }
            });
            assertEquals("{\"batchItemFailures\":[{\"itemIdentifier\":\"m3\"}]}", answer);
        }
    }

    static Stream<Error> errors() {
        return Stream.of(
                new NoClassDefFoundError("org/bouncycastle/Provider"),
                new StackOverflowError(),
                new OutOfMemoryError("Java heap space"),
                new AssertionError("in a library"));
    }

    @Test
    void a_message_that_may_not_come_again_leaves_a_record_before_its_last_attempt() throws IOException {
        List<String> noted = new ArrayList<>();
        SqsBatch.Work work = new SqsBatch.Work() {
            @Override
            public void on(SqsEvent.Message message, WideLog.Line line) {
                noted.add("worked");
                throw new IllegalStateException("broken");
            }

            @Override
            public void lastly(SqsEvent.Message message, String cause) {
                noted.add(cause);
            }

            @Override
            public void gaveUp(SqsEvent.Message message, String cause) {
                noted.add("gave up: " + cause.substring(0, 20));
            }
        };
        run(SqsBatch.oneByOne(ATTEMPT, strays), attempt(4), work);
        run(SqsBatch.oneByOne(ATTEMPT, strays), attempt(5), work);
        context.remaining(Duration.ofSeconds(1));
        run(SqsBatch.oneByOne(ATTEMPT, strays), attempt(5), work);
        assertEquals(
                List.of(
                        "worked",
                        "the last attempt did not end",
                        "worked",
                        "gave up: broken (IllegalState",
                        "gave up: no time was left for"),
                noted);
    }

    private static byte[] attempt(int number) {
        return new String(batch(1), StandardCharsets.UTF_8)
                .replace("ReceiveCount\":\"2", "ReceiveCount\":\"" + number)
                .getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void messages_that_outlast_the_call_come_again_and_are_named() throws IOException {
        context.remaining(Duration.ofSeconds(4)); // Three of which are kept for the answer.
        CountDownLatch never = new CountDownLatch(1);
        String answer = run(SqsBatch.together(Duration.ZERO, strays), batch(10), (message, line) -> {
            if (message.id().equals("m1")) {
                Uninterruptibly.await(never);
            }
            worked.add(message.id());
        });
        assertEquals("{\"batchItemFailures\":[{\"itemIdentifier\":\"m1\"}]}", answer);
        assertEquals(9, worked.size());
        assertTrue(context.lines().getFirst().contains("outlasted the call"));
        never.countDown();
    }

    @Test
    void an_instance_with_two_threads_that_do_not_end_hands_back_the_rest_and_then_ends() throws IOException {
        CountDownLatch never = new CountDownLatch(1);
        for (int i = 0; i < Strays.MOST; i++) {
            strays.add(Thread.ofPlatform().daemon().start(() -> Uninterruptibly.await(never)));
            if (i == 0) {
                run(SqsBatch.oneByOne(ATTEMPT, strays), batch(1), (message, line) -> worked.add(message.id()));
            }
        }
        assertThrows(
                InstanceWornOut.class,
                () -> run(SqsBatch.oneByOne(ATTEMPT, strays), batch(1), (message, line) -> worked.add("never")));
        assertEquals(Set.of("m0"), worked);
        never.countDown();
    }

    @Test
    void a_batch_whose_second_message_leaves_the_last_stray_hands_back_what_follows() throws IOException {
        CountDownLatch never = new CountDownLatch(1);
        String answer = run(SqsBatch.oneByOne(ATTEMPT, strays), batch(4), (message, line) -> {
            strays.add(Thread.ofPlatform().daemon().start(() -> Uninterruptibly.await(never)));
            worked.add(message.id());
        });
        assertEquals("{\"batchItemFailures\":[{\"itemIdentifier\":\"m2\"},{\"itemIdentifier\":\"m3\"}]}", answer);
        assertEquals(Set.of("m0", "m1"), worked);
        never.countDown();
    }

    @Test
    void with_less_time_than_one_attempt_the_rest_is_handed_back_untouched() throws IOException {
        String answer = run(SqsBatch.oneByOne(ATTEMPT, strays), batch(3), (message, line) -> {
            worked.add(message.id());
            context.remaining(Duration.ofMillis(9_999));
        });
        assertEquals("{\"batchItemFailures\":[{\"itemIdentifier\":\"m1\"},{\"itemIdentifier\":\"m2\"}]}", answer);
        assertEquals(Set.of("m0"), worked);
    }

    @Test
    void messages_worked_on_together_wait_for_each_other() throws IOException {
        CountDownLatch all = new CountDownLatch(10);
        String answer = run(SqsBatch.together(ATTEMPT, strays), batch(10), (message, line) -> {
            all.countDown();
            try {
                all.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            if (message.id().equals("m7")) {
                throw new IllegalStateException("broken");
            }
        });
        assertEquals("{\"batchItemFailures\":[{\"itemIdentifier\":\"m7\"}]}", answer);
    }

    @Test
    void an_empty_batch_is_a_success() throws IOException {
        assertEquals(
                "{\"batchItemFailures\":[]}", run(SqsBatch.oneByOne(ATTEMPT, strays), batch(0), (message, line) -> {}));
    }
}
