package app.lede.local.command;

import app.lede.local.wiring.Stack;
import app.lede.local.wiring.StackFailed;
import app.lede.local.wiring.StackOptions;
import java.util.concurrent.atomic.AtomicBoolean;

/** A stack that is closed exactly once: by its command, or by a shutdown hook when the process is stopped. */
public final class OpenStack implements AutoCloseable {

    private final Stack stack;
    private final AtomicBoolean closed = new AtomicBoolean();

    private OpenStack(Stack stack) {
        this.stack = stack;
    }

    /** Starts a stack. */
    public static OpenStack start(StackOptions options) {
        OpenStack open = new OpenStack(started(options));
        Runtime.getRuntime().addShutdownHook(new Thread(open::close, "close-stack"));
        return open;
    }

    private static Stack started(StackOptions options) {
        try {
            return Stack.start(options);
        } catch (StackFailed e) {
            throw new StackNotStarted(String.valueOf(e.getMessage()), e);
        } catch (RuntimeException e) {
            throw new StackNotStarted(e.toString(), e);
        }
    }

    /** Returns the stack. */
    public Stack stack() {
        return stack;
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            stack.close();
        }
    }
}
