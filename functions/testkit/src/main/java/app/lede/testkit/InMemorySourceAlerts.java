package app.lede.testkit;

import app.lede.alert.SourceAlert;
import app.lede.alert.SourceAlerts;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** Alerts of sources in a sorted map. Thread safe. */
public final class InMemorySourceAlerts implements SourceAlerts {

    private final NavigableMap<String, SourceAlert> alerts = new ConcurrentSkipListMap<>();
    private final InstantSource clock;

    /** Creates a store that keeps its alerts for good. */
    public InMemorySourceAlerts() {
        this(InstantSource.fixed(Instant.EPOCH));
    }

    public InMemorySourceAlerts(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public void add(SourceAlert alert) {
        alerts.put(alert.key(), alert);
    }

    @Override
    public List<SourceAlert> page(@Nullable String before, int limit) {
        NavigableMap<String, SourceAlert> earlier = before == null ? alerts : alerts.headMap(before, false);
        Instant now = clock.instant();
        return earlier.descendingMap().values().stream()
                .filter(alert -> now.isBefore(alert.at().plus(SourceAlert.KEPT)))
                .limit(limit)
                .toList();
    }
}
