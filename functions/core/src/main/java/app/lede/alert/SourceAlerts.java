package app.lede.alert;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps alerts of silent sources for feeds, {@link SourceAlert#KEPT 90 days} each. Thread safe; an exception means storage out of reach. */
public interface SourceAlerts {

    /** Adds an alert; the same one again changes nothing. */
    void add(SourceAlert alert);

    /**
     * Returns alerts, latest first.
     *
     * @param before exclusive upper bound of {@link SourceAlert#key}; null starts at the top
     * @param limit maximum number of alerts
     */
    List<SourceAlert> page(@Nullable String before, int limit);
}
