package app.lede.benchmarks;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/**
 * Resources used by the measured thread. Garbage collection and compilation run on other threads and are not counted;
 * the former shows in the allocation.
 *
 * @param wall wall time in nanoseconds
 * @param cpu CPU time in nanoseconds
 * @param allocated bytes
 */
public record Cost(long wall, long cpu, long allocated) {

    static final Cost NONE = new Cost(0, 0, 0);

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Returns the current thread's totals so far; subtract two to measure work. */
    public static Cost now() {
        return new Cost(System.nanoTime(), THREADS.getCurrentThreadCpuTime(), THREADS.getCurrentThreadAllocatedBytes());
    }

    /** Adds another cost. */
    public Cost plus(Cost other) {
        return new Cost(wall + other.wall, cpu + other.cpu, allocated + other.allocated);
    }

    /** Subtracts an earlier total. */
    public Cost minus(Cost other) {
        return new Cost(wall - other.wall, cpu - other.cpu, allocated - other.allocated);
    }
}
