package app.lede.fuzz;

import static org.junit.jupiter.api.Assertions.fail;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;

/**
 * Measures work by the processor time of the calling thread, which a busy machine lengthens far less than the time on the
 * clock.
 */
public final class ProcessorTime {

    /** Work that is fast enough is fast enough once; what is compiled late or meets a full cache is measured again. */
    private static final int TRIES = 5;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private ProcessorTime() {}

    /** Returns the processor time of one run, in nanoseconds. */
    static long of(Runnable work) {
        long before = THREADS.getCurrentThreadCpuTime();
        work.run();
        return THREADS.getCurrentThreadCpuTime() - before;
    }

    /** Fails unless one of {@value #TRIES} runs takes no more processor time than the limit. */
    public static void assertAtMost(Duration limit, Runnable work) {
        long least = Long.MAX_VALUE;
        for (int run = 0; run < TRIES && least > limit.toNanos(); run++) {
            least = Math.min(least, of(work));
        }
        if (least > limit.toNanos()) {
            fail(least / 1_000_000 + " ms of processor time, " + limit.toMillis() + " allowed");
        }
    }
}
