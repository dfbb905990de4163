package app.lede.local.engine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The folder of {@code --data}, held by one process at a time: {@code objects/}, {@code tables/}, {@code queues/},
 * {@code version}, and {@code lock}, which names its holder.
 */
public final class DataFolder implements AutoCloseable {
    private static final String VERSION = "lede data 1";

    /** Offset of the locked byte, beyond the file's content, since some systems prevent reading of locked bytes. */
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    private static final byte[] SQLITE = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

    private final FileChannel lock;

    private DataFolder(FileChannel lock) {
        this.lock = lock;
    }

    /**
     * Opens or makes a folder and holds it until it is closed or the process ends, however it ends.
     *
     * @throws EngineFailed when another process holds it, or another version of Lede wrote it, or it is damaged; the message says
     *     which and what to do
     */
    public static DataFolder open(Path folder) throws EngineFailed {
        try {
            Files.createDirectories(folder);
            FileChannel channel = FileChannel.open(
                    folder.resolve("lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
            try {
                hold(channel, folder);
                checkVersion(folder);
                checkTables(folder.resolve("tables").resolve("shared-local-instance.db"));
                return new DataFolder(channel);
            } catch (EngineFailed | IOException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw new EngineFailed("The data folder " + folder + " can't be used: " + e, e);
        }
    }

    private static void hold(FileChannel channel, Path folder) throws IOException, EngineFailed {
        if (lock(channel) == null) {
            String holder = Files.readString(folder.resolve("lock")).strip();
            throw new EngineFailed(
                    "The data folder " + folder + " is in use by process " + holder + "; stop that one first", null);
        }
        String pid = String.valueOf(ProcessHandle.current().pid());
        channel.truncate(0);
        channel.write(ByteBuffer.wrap((pid + "\n").getBytes(StandardCharsets.US_ASCII)), 0);
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock(LOCKED_BYTE, 1, false);
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    private static void checkVersion(Path folder) throws IOException, EngineFailed {
        Path file = folder.resolve("version");
        if (Files.exists(file)) {
            String version = Files.readString(file).strip();
            if (!version.equals(VERSION)) {
                throw new EngineFailed(
                        "The data folder " + folder + " is of another version of Lede (\"" + version
                                + "\", and this one reads \"" + VERSION + "\"); name another folder",
                        null);
            }
            return;
        }
        for (String part : List.of("objects", "tables", "queues")) {
            if (Files.exists(folder.resolve(part))) {
                throw new EngineFailed(
                        "The data folder " + folder + " was written by an earlier version of Lede, which this one does"
                                + " not read; name another folder",
                        null);
            }
        }
        Files.writeString(file, VERSION + "\n");
    }

    /** Checks a table file, since DynamoDB Local starts on a damaged one and then fails every call. */
    private static void checkTables(Path file) throws IOException, EngineFailed {
        if (!Files.exists(file) || Files.size(file) == 0) {
            return;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer start = ByteBuffer.allocate(SQLITE.length);
            channel.read(start, 0);
            if (!start.flip().equals(ByteBuffer.wrap(SQLITE))) {
                throw new EngineFailed(file + " is damaged: it is no SQLite database", null);
            }
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
