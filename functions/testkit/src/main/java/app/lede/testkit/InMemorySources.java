package app.lede.testkit;

import app.lede.source.PollPlan;
import app.lede.source.Source;
import app.lede.source.SourceId;
import app.lede.source.SourceList;
import app.lede.source.SourceStore;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Stores sources in a map. Thread safe. */
public final class InMemorySources implements SourceStore, SourceList {

    private final Map<SourceId, Source> sources = new ConcurrentHashMap<>();

    @Override
    public boolean add(Source source) {
        return sources.putIfAbsent(source.id(), source) == null;
    }

    @Override
    public Optional<Source> get(SourceId id) {
        return Optional.ofNullable(sources.get(id));
    }

    @Override
    public Optional<Source> change(SourceId id, UnaryOperator<Source> change) {
        while (true) {
            Source old = sources.get(id);
            if (old == null) {
                return Optional.empty();
            }
            Source changed = change.apply(old);
            if (sources.replace(id, old, changed)) {
                return Optional.of(changed);
            }
        }
    }

    @Override
    public boolean remove(SourceId id) {
        return sources.remove(id) != null;
    }

    @Override
    public List<Source> page(@Nullable SourceId after, int limit) {
        return sources.values().stream()
                .filter(source -> after == null || source.id().value().compareTo(after.value()) > 0)
                .sorted(Comparator.comparing(source -> source.id().value()))
                .limit(limit)
                .toList();
    }

    @Override
    public List<SourceId> in(PollPlan.Slot slot) {
        return all().stream()
                .filter(Source::polls)
                .filter(source -> source.slot().equals(slot))
                .map(Source::id)
                .toList();
    }
}
