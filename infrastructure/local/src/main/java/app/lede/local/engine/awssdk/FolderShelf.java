package app.lede.local.engine.awssdk;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Stores objects in a folder as {@code <bucket>/<hash of the key>}, so that keys of any length and script get valid
 * file names and no key hides another. An {@link ObjectFile} is written aside and renamed, so it is complete or absent
 * whenever the process ends.
 */
final class FolderShelf implements Shelf {
    private final Path root;
    private final Path incoming;
    private final AtomicLong numbers = new AtomicLong();

    /**
     * Opens or creates the folder, and deletes incomplete writes of the last process.
     *
     * @param root of one process at a time
     */
    FolderShelf(Path root) throws IOException {
        this.root = Files.createDirectories(root.resolve("buckets"));
        this.incoming = Files.createDirectories(root.resolve("incoming"));
        for (Path left : entries(incoming)) {
            Files.delete(left);
        }
    }

    @Override
    public List<String> buckets() throws IOException {
        return entries(root).stream()
                .map(bucket -> bucket.getFileName().toString())
                .toList();
    }

    private static List<Path> entries(Path folder) throws IOException {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            files.forEach(entries::add);
        }
        return entries;
    }

    @Override
    public List<ShelvedObject> objects(String bucket) throws IOException {
        List<Path> files;
        try (Stream<Path> tree = Files.walk(root.resolve(bucket))) {
            files = tree.filter(Files::isRegularFile).toList();
        }
        List<ShelvedObject> objects = new ArrayList<>();
        for (Path file : files) {
            objects.add(new OnFile(file, ObjectFile.head(file)));
        }
        return objects;
    }

    @Override
    public void createBucket(String bucket) throws IOException {
        Files.createDirectories(root.resolve(bucket));
    }

    @Override
    public void deleteBucket(String bucket) throws IOException {
        Path folder = root.resolve(bucket);
        for (Path shard : entries(folder)) {
            Files.delete(shard);
        }
        Files.delete(folder);
    }

    @Override
    public Received receive(InputStream content) throws IOException {
        Path file = incoming.resolve(String.valueOf(numbers.incrementAndGet()));
        MessageDigest md5 = Md5.digest();
        boolean complete = false;
        try (OutputStream out = new DigestOutputStream(
                new BufferedOutputStream(Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)), md5)) {
            long size = content.transferTo(out);
            complete = true;
            return new OnItsWay(file, size, md5.digest());
        } finally {
            if (!complete) {
                Files.deleteIfExists(file);
            }
        }
    }

    private final class OnItsWay implements Received {
        private final Path file;
        private final long size;
        private final byte[] md5;
        private @Nullable ObjectHead head;

        private OnItsWay(Path file, long size, byte[] md5) {
            this.file = file;
            this.size = size;
            this.md5 = md5;
        }

        @Override
        public long size() {
            return size;
        }

        @Override
        public byte[] md5() {
            return md5.clone();
        }

        @Override
        public InputStream open() throws IOException {
            return ObjectFile.open(file, size);
        }

        @Override
        public void settle(ObjectHead described) throws IOException {
            head = described;
            ObjectFile.finish(file, described);
        }

        @Override
        public ShelvedObject place(String bucket) throws IOException {
            ObjectHead placed = Optional.ofNullable(head).orElseThrow();
            String name = ObjectFile.name(placed.key());
            Path shard = Files.createDirectories(root.resolve(bucket).resolve(name.substring(0, 2)));
            Path place = shard.resolve(name);
            Files.move(file, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            sync(shard);
            return new OnFile(place, placed);
        }

        @Override
        public void discard() {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                System.err.println("s3: " + file + " could not be deleted, which the next start will do: " + e);
            }
        }
    }

    /**
     * Syncs a folder, which makes a rename durable; skipped where folders cannot be opened, as on Windows, and renames
     * need no sync.
     */
    private static void sync(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException notOnThisSystem) {
            // The process may still be killed at any moment; only a power cut is not provided for.
        }
    }

    private record OnFile(Path file, ObjectHead head) implements ShelvedObject {

        @Override
        public InputStream open() throws IOException {
            return ObjectFile.open(file, head.size());
        }

        @Override
        public void remove() throws IOException {
            Files.deleteIfExists(file);
        }
    }
}
