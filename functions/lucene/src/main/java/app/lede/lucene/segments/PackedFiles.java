package app.lede.lucene.segments;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.lucene.store.BaseDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.store.NoLockFactory;

/**
 * The files of a Lucene index in one array of bytes, read in place. Form: a count, then name and length of each file, then
 * their contents. Nothing can be written. Thread safe.
 */
final class PackedFiles extends BaseDirectory {

    /** Begins every packed index; changes with the form. */
    private static final int MAGIC = 0x4c454431;

    /** A segment in compound form has three files, and a few more at most. */
    private static final int MOST_FILES = 1_000;

    private final Map<String, ArrayInput> files;

    private PackedFiles(Map<String, ArrayInput> files) {
        super(NoLockFactory.INSTANCE);
        this.files = files;
    }

    /** Packs all files of a directory. */
    static byte[] pack(Directory directory) throws IOException {
        List<String> names = new ArrayList<>();
        for (String name : directory.listAll()) {
            if (!name.endsWith(".lock")) {
                names.add(name);
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(MAGIC);
        out.writeInt(names.size());
        for (String name : names) {
            out.writeUTF(name);
            out.writeInt(Math.toIntExact(directory.fileLength(name)));
        }
        for (String name : names) {
            try (IndexInput file = directory.openInput(name, IOContext.READONCE)) {
                byte[] content = new byte[Math.toIntExact(file.length())];
                file.readBytes(content, 0, content.length);
                out.write(content);
            }
        }
        return bytes.toByteArray();
    }

    /** Opens packed files; anything else is an IOException. */
    static PackedFiles open(byte[] packed) throws IOException {
        ByteArrayInputStream bytes = new ByteArrayInputStream(packed);
        DataInputStream in = new DataInputStream(bytes);
        if (in.readInt() != MAGIC) {
            throw new IOException("not a packed index");
        }
        int count = in.readInt();
        if (count < 0 || count > MOST_FILES) {
            throw new IOException("a packed index of " + count + " files");
        }
        Map<String, Integer> lengths = new TreeMap<>();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String name = in.readUTF();
            names.add(name);
            lengths.put(name, in.readInt());
        }
        int at = packed.length - bytes.available();
        Map<String, ArrayInput> files = new TreeMap<>();
        for (String name : names) {
            int length = lengths.getOrDefault(name, -1);
            if (length < 0 || length > packed.length - at) {
                throw new IOException("a packed index that was cut at " + packed.length + " bytes");
            }
            files.put(name, new ArrayInput(name, packed, at, length));
            at += length;
        }
        return new PackedFiles(files);
    }

    @Override
    public String[] listAll() {
        return files.keySet().toArray(String[]::new);
    }

    @Override
    public long fileLength(String name) throws IOException {
        return file(name).length();
    }

    @Override
    public IndexInput openInput(String name, IOContext context) throws IOException {
        return file(name).clone();
    }

    private ArrayInput file(String name) throws IOException {
        ArrayInput file = files.get(name);
        if (file == null) {
            throw new NoSuchFileException(name);
        }
        return file;
    }

    @Override
    public void close() {
        // The bytes go with the last reader.
    }

    @Override
    public Set<String> getPendingDeletions() {
        return Set.of();
    }

    @Override
    public void deleteFile(String name) {
        throw readOnly();
    }

    @Override
    public IndexOutput createOutput(String name, IOContext context) {
        throw readOnly();
    }

    @Override
    public IndexOutput createTempOutput(String prefix, String suffix, IOContext context) {
        throw readOnly();
    }

    @Override
    public void sync(Collection<String> names) {
        throw readOnly();
    }

    @Override
    public void syncMetaData() {
        throw readOnly();
    }

    @Override
    public void rename(String source, String dest) {
        throw readOnly();
    }

    private static UnsupportedOperationException readOnly() {
        return new UnsupportedOperationException("packed files are read only");
    }
}
