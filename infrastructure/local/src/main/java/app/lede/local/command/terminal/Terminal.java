package app.lede.local.command.terminal;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a command's results and its messages go: results can be piped into the next program, messages are for people.
 * Both are UTF-8 whatever the locale says.
 */
public record Terminal(PrintStream results, PrintStream messages) {

    /**
     * The terminal of this process. From here on anything else that prints to standard output, such as an engine's
     * banner, lands among the messages.
     */
    public static Terminal ofProcess() {
        Terminal terminal = new Terminal(buffered(FileDescriptor.out), unbuffered(FileDescriptor.err));
        System.setOut(terminal.messages());
        return terminal;
    }

    /** From here on what engines and functions say is kept in a file, which begins anew, and no longer among the messages. */
    public void keepOthersIn(Path file) throws IOException {
        Path parent = file.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        PrintStream log = new PrintStream(new FileOutputStream(file.toFile()), true, StandardCharsets.UTF_8);
        System.setOut(log);
        System.setErr(log);
        message("what functions and engines say is in " + file);
    }

    /** One line of result, written at once so that a reader of the pipe sees it. */
    public void result(String line) {
        results.print(line);
        results.print('\n');
        results.flush();
    }

    /** One line to the person. */
    public void message(String line) {
        messages.print(line);
        messages.print('\n');
        messages.flush();
    }

    /** Whether the reader of the results went away, as {@code head} does; what was not read is lost. */
    public boolean closed() {
        return results.checkError();
    }

    private static PrintStream buffered(FileDescriptor descriptor) {
        BufferedOutputStream out = new BufferedOutputStream(new FileOutputStream(descriptor), 1 << 16);
        return new PrintStream(out, false, StandardCharsets.UTF_8);
    }

    private static PrintStream unbuffered(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
