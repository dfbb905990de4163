package app.lede.simulation;

import app.lede.source.PollPlan;
import app.lede.source.Source;
import app.lede.source.SourceId;
import app.lede.source.SourceList;
import app.lede.source.SourceStore;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Sources with the table's due index, counting its writes. Not thread safe. */
final class IndexedSources implements SourceStore, SourceList {

    private final Map<SourceId, Source> sources = new LinkedHashMap<>();
    private final Map<PollPlan.Slot, Set<SourceId>> index = new HashMap<>();
    private int reindexed;

    @Override
    public boolean add(Source source) {
        sources.put(source.id(), source);
        return slot(source.slot()).add(source.id());
    }

    @Override
    public Optional<Source> get(SourceId id) {
        return Optional.ofNullable(sources.get(id));
    }

    @Override
    public Optional<Source> change(SourceId id, UnaryOperator<Source> change) {
        return get(id).map(old -> {
            Source changed = change.apply(old);
            sources.put(id, changed);
            boolean active = changed.state() == Source.State.ACTIVE;
            if (!active || !old.slot().equals(changed.slot())) {
                reindexed++;
                slot(old.slot()).remove(id);
                if (active) {
                    slot(changed.slot()).add(id);
                }
            }
            return changed;
        });
    }

    @Override
    public boolean remove(SourceId id) {
        throw new UnsupportedOperationException("nobody removes sources here");
    }

    @Override
    public List<Source> all() {
        return List.copyOf(sources.values());
    }

    @Override
    public List<Source> page(@Nullable SourceId after, int limit) {
        throw new UnsupportedOperationException("nobody pages through sources here");
    }

    @Override
    public List<SourceId> in(PollPlan.Slot slot) {
        return List.copyOf(index.getOrDefault(slot, Set.of()));
    }

    /** Returns the number of writes to the due index. */
    int reindexed() {
        return reindexed;
    }

    private Set<SourceId> slot(PollPlan.Slot slot) {
        return index.computeIfAbsent(slot, empty -> new LinkedHashSet<>());
    }
}
