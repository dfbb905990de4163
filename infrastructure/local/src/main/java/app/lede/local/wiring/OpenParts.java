package app.lede.local.wiring;

import java.util.ArrayDeque;
import java.util.Deque;

/** Closes the parts of a stack in reverse order of start; a failure does not keep the others open. */
final class OpenParts implements AutoCloseable {
    private final Deque<AutoCloseable> open = new ArrayDeque<>();

    synchronized <T extends AutoCloseable> T add(T part) {
        open.push(part);
        return part;
    }

    @Override
    public synchronized void close() {
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (Exception e) {
                System.err.println("While stopping: " + e);
            }
        }
    }
}
