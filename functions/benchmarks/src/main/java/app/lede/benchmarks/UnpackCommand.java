package app.lede.benchmarks;

import app.lede.collection.CollectionReader;
import app.lede.collection.Part;
import app.lede.collection.Parts;
import app.lede.document.ObjectContent;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code benchmarks unpack}: measures how fast collections are taken apart, and how much memory that takes. */
@Command(
        name = "unpack",
        mixinStandardHelpOptions = true,
        description = {
            "Takes collections apart as parse-document does, without storing their parts, and prints MB of the file"
                    + " for each",
            "second of processor time, and the largest heap above that of the idle program. Make files with --make."
        })
final class UnpackCommand implements Callable<Integer> {

    private static final int MEGABYTE = 1 << 20;

    /** Bytes read at once: the channel copies them by way of memory of its own, which stays in the processor's cache. */
    private static final int SLICE = 1 << 17;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "FILE",
            arity = "0..*",
            description = "Collections: .mbox, .warc, .jsonl, .zip and others.")
    private List<Path> files = List.of();

    @Option(names = "--make", paramLabel = "DIR", description = "Writes made-up collections there and measures them.")
    private Optional<Path> made = Optional.empty();

    @Option(
            names = "--size",
            paramLabel = "MB",
            description = "Size of made-up collections (default ${DEFAULT-VALUE}).")
    private int size = 200;

    @Option(
            names = "--peers",
            paramLabel = "PYTHON",
            description = {
                "Runs peers in turn with Lede: Python's mailbox, warcio and json, in this Python, and a loop of",
                "Jackson's over JSON Lines."
            })
    private Optional<String> python = Optional.empty();

    @Option(names = "--rounds", paramLabel = "N", description = "Runs of each file (default ${DEFAULT-VALUE}).")
    private int rounds = 2;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        List<Path> measured = made.isPresent() ? MadeUpCollections.in(made.get(), (long) size * MEGABYTE) : files;
        out.printf("%-24s %8s %8s %8s %10s %10s%n", "file", "MB", "parts", "broken", "MB/s CPU", "heap MB");
        for (Path file : measured) {
            for (int run = 0; run < rounds; run++) {
                row(out, file);
                if (python.isPresent()) {
                    UnpackPeers.rows(out, file, python.get());
                }
            }
        }
        out.flush();
        return 0;
    }

    private static void row(PrintWriter out, Path file) throws IOException {
        System.gc();
        HeapWatch heap = new HeapWatch();
        long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        int parts = 0;
        int broken = 0;
        try (FileContent content = new FileContent(FileChannel.open(file));
                Parts opened = CollectionReader.open(content, file.toString())
                        .orElseThrow(() -> new IOException(file + " is no collection"))) {
            for (Optional<Part> part = opened.next(); part.isPresent(); part = opened.next()) {
                parts++;
                broken += part.get() instanceof Part.Broken ? 1 : 0;
                heap.look(parts);
            }
            double seconds = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu) / 1e9;
            double megabytes = (double) content.size() / MEGABYTE;
            out.printf(
                    "%-24s %8.0f %8d %8d %10.0f %10.0f%n",
                    file.getFileName(), megabytes, parts, broken, megabytes / seconds, heap.megabytes());
            out.flush();
        }
    }

    /** Notes the largest heap in use, garbage included, above that at its beginning. */
    private static final class HeapWatch {

        private static final int EVERY = 64;
        private static final MemoryMXBean MEMORY = ManagementFactory.getMemoryMXBean();

        private final long idle = used();
        private long most = idle;

        void look(int parts) {
            if (parts % EVERY == 0) {
                most = Math.max(most, used());
            }
        }

        double megabytes() {
            return (double) (most - idle) / MEGABYTE;
        }

        private static long used() {
            return MEMORY.getHeapMemoryUsage().getUsed();
        }
    }

    /** A file read in ranges, as an object in a bucket is. */
    private record FileContent(FileChannel channel) implements ObjectContent, AutoCloseable {

        @Override
        public long size() {
            try {
                return channel.size();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public byte[] range(long offset, int length) {
            try {
                byte[] bytes = new byte[(int) Math.min(length, Math.max(0, channel.size() - offset))];
                int at = 0;
                for (int read = 0; at < bytes.length && read >= 0; at += Math.max(0, read)) {
                    ByteBuffer slice = ByteBuffer.wrap(bytes, at, Math.min(SLICE, bytes.length - at));
                    read = channel.read(slice, offset + at);
                }
                return bytes;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
