package app.lede.aws.lambda;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts the threads of work that was given up and has not ended: Java can't stop a thread that ignores its interrupt, and
 * each takes its share of the processor. Thread safe.
 */
public final class Strays {

    /** With so many an instance takes no more work: the next document would get a third of the processor. */
    static final int MOST = 2;

    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();

    /** Interrupts a thread and counts it until it ends. */
    void add(Thread thread) {
        threads.add(thread);
        thread.interrupt();
    }

    boolean areTooMany() {
        return running() >= MOST;
    }

    /** Ends an instance that can't be used again; called before any work is begun. */
    void check() {
        int running = running();
        if (running >= MOST) {
            throw new InstanceWornOut(running);
        }
    }

    private int running() {
        threads.removeIf(thread -> !thread.isAlive());
        return threads.size();
    }
}
