package app.lede.local.engine.awssdk;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps objects in memory, for as long as the process lives. */
final class MemoryShelf implements Shelf {

    @Override
    public List<String> buckets() {
        return List.of();
    }

    @Override
    public List<ShelvedObject> objects(String bucket) {
        return List.of();
    }

    @Override
    public void createBucket(String bucket) {
        // Memory has no place to make.
    }

    @Override
    public void deleteBucket(String bucket) {
        // Nothing was made.
    }

    @Override
    public Received receive(InputStream content) throws IOException {
        byte[] bytes = content.readAllBytes();
        return new InMemory(bytes, Md5.of(bytes));
    }

    private static final class InMemory implements Received {
        private final byte[] bytes;
        private final byte[] md5;
        private @Nullable ObjectHead head;

        private InMemory(byte[] bytes, byte[] md5) {
            this.bytes = bytes;
            this.md5 = md5;
        }

        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public byte[] md5() {
            return md5.clone();
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }

        @Override
        public void settle(ObjectHead described) {
            head = described;
        }

        @Override
        public ShelvedObject place(String bucket) {
            return new Held(Optional.ofNullable(head).orElseThrow(), bytes);
        }

        @Override
        public void discard() {
            // The collector does.
        }
    }

    private record Held(ObjectHead head, byte[] bytes) implements ShelvedObject {

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }

        @Override
        public void remove() {
            // The collector does.
        }
    }
}
