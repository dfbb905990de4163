package app.lede.testkit;

import app.lede.backfill.Backfill;
import app.lede.backfill.Backfills;
import app.lede.json.Json;
import app.lede.source.SourceId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Backfills in a map, as JSON. Thread safe. */
public class InMemoryBackfills implements Backfills {

    private final Map<SourceId, String> runs = new ConcurrentHashMap<>();

    @Override
    public Optional<Backfill> get(SourceId source) {
        return Optional.ofNullable(runs.get(source)).map(run -> Json.read(run, Backfill.class));
    }

    @Override
    public boolean add(Backfill first) {
        return runs.putIfAbsent(first.source(), Json.text(first)) == null;
    }

    @Override
    public boolean replace(Backfill next) {
        return replace(next.step() - 1, next);
    }

    @Override
    public boolean note(Backfill same) {
        return replace(same.step(), same);
    }

    private boolean replace(int step, Backfill run) {
        String stored = runs.get(run.source());
        return stored != null
                && Json.read(stored, Backfill.class).step() == step
                && runs.replace(run.source(), stored, Json.text(run));
    }

    @Override
    public void remove(SourceId source) {
        runs.remove(source);
    }
}
