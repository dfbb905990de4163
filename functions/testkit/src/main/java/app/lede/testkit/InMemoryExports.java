package app.lede.testkit;

import app.lede.export.Export;
import app.lede.export.ExportId;
import app.lede.export.Exports;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Exports in a map, which never expire. Thread safe. */
public final class InMemoryExports implements Exports {

    private final Map<ExportId, Export> exports = new ConcurrentHashMap<>();

    @Override
    public void add(Export export) {
        exports.put(export.id(), export);
    }

    @Override
    public Optional<Export> get(ExportId id) {
        return Optional.ofNullable(exports.get(id));
    }

    @Override
    public List<Export> live() {
        return List.copyOf(exports.values());
    }

    @Override
    public boolean replace(Export next) {
        Export stored = exports.get(next.id());
        return stored != null && stored.step() == next.step() - 1 && exports.replace(next.id(), stored, next);
    }
}
