package app.lede.testkit;

import app.lede.api.ExportLinks;
import app.lede.export.ExportFiles;
import app.lede.export.ExportFormat;
import app.lede.export.ExportId;
import app.lede.export.Part;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** Files of exports in maps. Thread safe. */
public final class InMemoryExportFiles implements ExportFiles, ExportLinks {

    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final Map<String, Part> parts = new ConcurrentHashMap<>();

    @Override
    public Part put(ExportId id, ExportFormat format, Part part, byte[] body) {
        Part standing = parts.putIfAbsent(location(id) + part.name(format), part);
        if (standing == null) {
            files.put(location(id) + part.name(format), body.clone());
        }
        return standing == null ? part : standing;
    }

    @Override
    public void describe(ExportId id, String name, String contentType, byte[] body) {
        files.put(location(id) + name, body.clone());
    }

    @Override
    public void retain(ExportId id, Collection<String> names) {
        files.keySet()
                .removeIf(key -> key.startsWith(location(id))
                        && !names.contains(key.substring(location(id).length())));
        parts.keySet().retainAll(files.keySet());
    }

    @Override
    public String location(ExportId id) {
        return "s3://library/exports/" + id + "/";
    }

    @Override
    public String link(ExportId id, String name) {
        return "https://library.example/exports/" + id + "/" + name;
    }

    /** Returns the names of an export's files. */
    public SortedSet<String> names(ExportId id) {
        SortedSet<String> names = new TreeSet<>();
        files.keySet().stream()
                .filter(key -> key.startsWith(location(id)))
                .forEach(key -> names.add(key.substring(location(id).length())));
        return names;
    }

    /** Returns a file's bytes; NoSuchElementException if there is none. */
    public byte[] read(ExportId id, String name) {
        return Optional.ofNullable(files.get(location(id) + name)).orElseThrow();
    }
}
