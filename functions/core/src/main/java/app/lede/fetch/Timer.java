package app.lede.fetch;

import java.time.Duration;

/** Runs tasks after a delay, in a thread of its own. Thread safe. */
public interface Timer {

    /** Runs nothing: for requests that take no time. */
    Timer NEVER = (delay, task) -> () -> {};

    /** Runs a task once after a delay, unless it is cancelled before. */
    Alarm after(Duration delay, Runnable task);

    /** A task that waits for its time. */
    interface Alarm {

        /** Keeps a task from running; one that has begun goes on. */
        void cancel();
    }
}
