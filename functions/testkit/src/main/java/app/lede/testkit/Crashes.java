package app.lede.testkit;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Simulates a function that dies at a chosen step, as Lambda may at any: earlier writes remain, later ones never
 * happen. Steps lie before and after each write. Thread safe.
 */
public final class Crashes {

    /** Thrown at the chosen step. */
    public static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1;

        Crash(int step) {
            super("crashed at step " + step);
        }
    }

    private final int at;
    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicInteger steps = new AtomicInteger();

    private Crashes(int at) {
        this.at = at;
    }

    public static Crashes never() {
        return new Crashes(Integer.MAX_VALUE);
    }

    /** Crashes at the n-th step, counted from 1, and never again. */
    public static Crashes atStep(int n) {
        return new Crashes(n);
    }

    public void step() {
        if (!over.get() && steps.incrementAndGet() == at) {
            throw new Crash(at);
        }
    }

    /** Wraps a port so that it may crash before and after each call. */
    public <P> P around(Class<P> port, P real) {
        return port.cast(
                Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (proxy, method, arguments) -> {
                    step();
                    try {
                        Object answer = method.invoke(real, arguments);
                        step();
                        return answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    /**
     * Runs one attempt that may crash; disarms afterwards.
     *
     * @return whether it crashed
     */
    public boolean during(Runnable attempt) {
        try {
            attempt.run();
        } catch (RuntimeException e) {
            if (steps.get() < at) {
                throw e;
            }
        } finally {
            over.set(true);
        }
        return steps.get() >= at;
    }
}
