package app.lede.testkit;

import app.lede.alert.SourceAlert;
import app.lede.alert.SourceAlerts;
import java.util.List;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** Alerts of sources in a sorted map. Thread safe. */
public final class InMemorySourceAlerts implements SourceAlerts {

    private final NavigableMap<String, SourceAlert> alerts = new ConcurrentSkipListMap<>();

    @Override
    public void add(SourceAlert alert) {
        alerts.put(alert.key(), alert);
    }

    @Override
    public List<SourceAlert> page(@Nullable String before, int limit) {
        NavigableMap<String, SourceAlert> earlier = before == null ? alerts : alerts.headMap(before, false);
        return earlier.descendingMap().values().stream().limit(limit).toList();
    }
}
