package app.lede.local.command.jsonlines;

import app.lede.article.ArticleId;
import app.lede.document.ObjectContent;
import app.lede.hash.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** A file that is read in ranges, so that a large one is never held whole. Thread safe. */
record FileContent(FileChannel channel) implements ObjectContent, AutoCloseable {

    static FileContent of(Path file) throws IOException {
        return new FileContent(FileChannel.open(file));
    }

    /** Returns the id of the file as a document without an address; reads it once. */
    ArticleId id() {
        try (InputStream bytes = from(0)) {
            return new ArticleId(Digest.base32(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

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
            ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(length, Math.max(0, channel.size() - offset)));
            int read = 0;
            while (bytes.hasRemaining() && read >= 0) {
                read = channel.read(bytes, offset + bytes.position());
            }
            return bytes.array();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
