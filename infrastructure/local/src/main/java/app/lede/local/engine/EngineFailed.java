package app.lede.local.engine;

import org.jspecify.annotations.Nullable;

/** An engine did not start, or the folder it keeps its data in can't be used. */
public final class EngineFailed extends Exception {
    private static final long serialVersionUID = 1L;

    EngineFailed(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
