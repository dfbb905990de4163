package app.lede.aws.lambda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class BoundedWorkTest {

    private final Strays strays = new Strays();

    private BoundedWork within(Duration limit) {
        return new BoundedWork(limit, strays);
    }

    @Test
    void work_that_ends_in_time_gives_its_result() {
        assertEquals(Optional.of(7), within(Duration.ofMinutes(1)).within(() -> 7));
        strays.check();
    }

    @Test
    void what_the_work_throws_is_thrown_to_the_caller() {
        BoundedWork work = within(Duration.ofMinutes(1));
        assertThrows(
                StackOverflowError.class,
                () -> work.within(() -> {
                    throw new StackOverflowError();
                }));
        assertThrows(
                IllegalArgumentException.class,
                () -> work.within(() -> {
                    throw new IllegalArgumentException();
                }));
    }

    @Test
    void work_that_computes_for_longer_than_its_limit_is_given_up() {
        AtomicBoolean enough = new AtomicBoolean();
        // The processor may be shared with others: whichever verdict, the caller goes on and the thread is counted.
        try {
            assertEquals(Optional.empty(), within(Duration.ofMillis(300)).within(() -> {
                long sum = 0;
                while (!enough.get()) {
                    sum++;
                }
                return sum;
            }));
        } catch (IllegalStateException e) {
            assertTrue(String.valueOf(e.getMessage()).startsWith("got"), () -> "another failure: " + e);
        }
        assertFalse(strays.areTooMany());
        enough.set(true);
    }

    @Test
    void work_that_got_no_processor_is_not_called_slow_but_fails_and_comes_again() {
        CountDownLatch never = new CountDownLatch(1);
        assertThrows(
                IllegalStateException.class, () -> within(Duration.ofMillis(50)).within(() -> {
                    Uninterruptibly.await(never);
                    return 1;
                }));
        never.countDown();
    }
}
