package app.lede.alert;

import app.lede.saved.SearchId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps how far the alerts of each search have come. Thread safe; an exception means storage out of reach. */
public interface AlertStates {

    Optional<AlertState> state(SearchId id, Watch watch);

    /**
     * Replaces the state of a saved search.
     *
     * @param before the state that must still stand; null if there must be none
     * @return false if another state stands, or the search was deleted
     */
    boolean replace(SearchId id, Watch watch, @Nullable AlertState before, AlertState after);
}
