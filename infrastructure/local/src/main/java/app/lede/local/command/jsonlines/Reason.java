package app.lede.local.command.jsonlines;

import java.io.EOFException;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;

/** Describes failures to users. */
public final class Reason {

    private Reason() {}

    /** Returns the reason of a failure; never empty. */
    public static String of(Throwable cause) {
        return switch (cause) {
            case NoSuchFileException e -> "no such file: " + e.getFile();
            case AccessDeniedException e -> "no permission to read: " + e.getFile();
            case EOFException e -> "ends too early: the .gz file is not whole";
            case MalformedInputException e -> "not valid UTF-8";
            case StackOverflowError e -> "nested too deeply";
            case OutOfMemoryError e -> "needs more memory than there is; run java with a larger -Xmx";
            default ->
                Optional.ofNullable(cause.getMessage())
                        .filter(message -> !message.isBlank())
                        .orElse(cause.getClass().getSimpleName());
        };
    }
}
