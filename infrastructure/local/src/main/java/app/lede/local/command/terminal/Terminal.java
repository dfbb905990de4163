package app.lede.local.command.terminal;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Output streams of a command: results for pipes, messages for people. Both are UTF-8 in any locale. */
public record Terminal(PrintStream results, PrintStream messages) {

    /**
     * Returns the terminal of this process. From then on other prints to standard output, such as an engine's banner,
     * go to the messages.
     */
    public static Terminal ofProcess() {
        Terminal terminal = new Terminal(buffered(FileDescriptor.out), unbuffered(FileDescriptor.err));
        System.setOut(terminal.messages());
        return terminal;
    }

    /** Redirects the output of engines and functions from the messages to a file, which is truncated. */
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

    /** Prints one line of result and flushes it. */
    public void result(String line) {
        results.print(line);
        results.print('\n');
        results.flush();
    }

    /** Prints one line of message. */
    public void message(String line) {
        messages.print(line);
        messages.print('\n');
        messages.flush();
    }

    /** Tests whether the reader of the results has closed the pipe, as {@code head} does. */
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
