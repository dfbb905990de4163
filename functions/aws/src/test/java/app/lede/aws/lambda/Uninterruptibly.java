package app.lede.aws.lambda;

import java.util.concurrent.CountDownLatch;

/** Ignores interrupts, as a library that computes does. */
final class Uninterruptibly {

    private Uninterruptibly() {}

    /** Waits for a latch whatever happens. */
    static void await(CountDownLatch latch) {
        while (true) {
            try {
                latch.await();
                return;
            } catch (InterruptedException e) {
                // On purpose: the thread goes on.
            }
        }
    }
}
