package app.lede.local.engine.awssdk;

import app.lede.hash.Digest;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The file of one object: its bytes, its {@link ObjectHead} in JSON, the length of that in four octets, and four octets that
 * mark the end.
 */
final class ObjectFile {
    private static final int MARK = 0x4c454445;
    private static final int FOOT = 8;
    private static final int LONGEST_HEAD = 1 << 20;

    private ObjectFile() {}

    /** Returns the file name of a key: 64 hexadecimal digits. */
    static String name(String key) {
        return Digest.hex(key);
    }

    /** Ends a file that holds the bytes, and waits until the disk has it. */
    static void finish(Path file, ObjectHead head) throws IOException {
        byte[] json = head.toJson();
        ByteBuffer end = ByteBuffer.allocate(json.length + FOOT);
        end.put(json).putInt(json.length).putInt(MARK).flip();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            while (end.hasRemaining()) {
                channel.write(end);
            }
            channel.force(true);
        }
    }

    /**
     * Reads the head.
     *
     * @throws DamagedFolder when the file is not one that {@link #finish} has ended
     */
    static ObjectHead head(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            ByteBuffer foot = ByteBuffer.wrap(read(channel, size - FOOT, FOOT, file));
            int length = foot.getInt();
            if (foot.getInt() != MARK || length < 2 || length > LONGEST_HEAD) {
                throw new DamagedFolder(file, "its end is missing");
            }
            ObjectHead head = ObjectHead.ofJson(read(channel, size - FOOT - length, length, file));
            if (head.size() != size - FOOT - length
                    || !file.getFileName().toString().equals(name(head.key()))) {
                throw new DamagedFolder(file, "it is not the file of " + head.key());
            }
            return head;
        }
    }

    private static byte[] read(FileChannel channel, long from, int length, Path file) throws IOException {
        if (from < 0) {
            throw new DamagedFolder(file, "it is too short");
        }
        byte[] bytes = new byte[length];
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, from + buffer.position()) < 0) {
                throw new DamagedFolder(file, "it is too short");
            }
        }
        return bytes;
    }

    /** Opens the object's bytes. */
    static InputStream open(Path file, long size) throws IOException {
        InputStream bytes = Channels.newInputStream(FileChannel.open(file, StandardOpenOption.READ));
        return new BufferedInputStream(new Portion(bytes, size));
    }
}
