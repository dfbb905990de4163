package app.lede.testkit;

import app.lede.reprocess.Reprocessing;
import app.lede.reprocess.Reprocessings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Runs in a map, which never expire. Thread safe. */
public class InMemoryReprocessings implements Reprocessings {

    private final Map<String, Reprocessing> runs = new ConcurrentHashMap<>();

    @Override
    public void add(Reprocessing run) {
        runs.put(run.id(), run);
    }

    @Override
    public Optional<Reprocessing> get(String id) {
        return Optional.ofNullable(runs.get(id));
    }

    @Override
    public List<Reprocessing> live() {
        return List.copyOf(runs.values());
    }

    @Override
    public boolean replace(Reprocessing next) {
        Reprocessing stored = runs.get(next.id());
        return stored != null && stored.step() == next.step() - 1 && runs.replace(next.id(), stored, next);
    }
}
