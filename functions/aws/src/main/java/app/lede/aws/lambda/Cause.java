package app.lede.aws.lambda;

import java.util.Arrays;
import java.util.Optional;

/** Describes a failure in one line: the root cause in its words, its class, the place where it was thrown, and the first frame of ours. */
final class Cause {

    /** In characters; messages may quote documents of any length. */
    private static final int LONGEST_MESSAGE = 300;

    /** Causes may form a ring. */
    private static final int DEEPEST = 20;

    private static final String OURS = "app.lede.";

    private Cause() {}

    /**
     * Returns a description such as {@code out of reach (IllegalStateException, thrown at java.net.Socket.connect:42,
     * by app.lede.web.A.b:7)}.
     */
    static String of(Throwable thrown) {
        Throwable root = thrown;
        StackTraceElement ours = firstOfOurs(root).orElse(null);
        for (int depth = 0; root.getCause() != null && depth < DEEPEST; depth++) {
            root = root.getCause();
            ours = firstOfOurs(root).orElse(ours);
        }
        StringBuilder place = new StringBuilder(root.getClass().getSimpleName());
        StackTraceElement[] trace = root.getStackTrace();
        if (trace.length > 0 && !trace[0].equals(ours)) {
            place.append(", thrown at ").append(place(trace[0]));
        }
        if (ours != null) {
            place.append(", by ").append(place(ours));
        }
        String message = root.getMessage();
        return message == null || message.isBlank() ? place.toString() : bounded(message) + " (" + place + ")";
    }

    private static Optional<StackTraceElement> firstOfOurs(Throwable thrown) {
        return Arrays.stream(thrown.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith(OURS))
                .findFirst();
    }

    private static String place(StackTraceElement frame) {
        return frame.getClassName() + "." + frame.getMethodName() + ":" + frame.getLineNumber();
    }

    private static String bounded(String message) {
        String line = message.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        return line.length() <= LONGEST_MESSAGE ? line : line.substring(0, LONGEST_MESSAGE) + "…";
    }
}
