package app.lede.benchmarks;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/**
 * What work takes of the thread that does it. Garbage collection and compilation run on threads of their own and don't count;
 * the former shows in the allocation.
 *
 * @param wall nanoseconds on the clock
 * @param cpu nanoseconds of processor
 * @param allocated bytes
 */
record Cost(long wall, long cpu, long allocated) {

    static final Cost NONE = new Cost(0, 0, 0);

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** All that the current thread has taken so far; what work takes is the difference. */
    static Cost now() {
        return new Cost(System.nanoTime(), THREADS.getCurrentThreadCpuTime(), THREADS.getCurrentThreadAllocatedBytes());
    }

    Cost plus(Cost other) {
        return new Cost(wall + other.wall, cpu + other.cpu, allocated + other.allocated);
    }

    Cost minus(Cost other) {
        return new Cost(wall - other.wall, cpu - other.cpu, allocated - other.allocated);
    }
}
