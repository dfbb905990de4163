package app.lede.local.wiring;

import java.io.PrintWriter;
import java.io.StringWriter;

/** Renders a stack trace as text. */
final class StackTrace {
    private StackTrace() {}

    static String of(Throwable throwable) {
        StringWriter text = new StringWriter();
        throwable.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
