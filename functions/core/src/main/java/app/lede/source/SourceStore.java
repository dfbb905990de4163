package app.lede.source;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Stores sources. Thread safe; concurrent changes all take effect. */
public interface SourceStore {

    /** Adds a source; returns false and changes nothing if its id exists. */
    boolean add(Source source);

    /**
     * Adds many at once, each as {@link #add} does.
     *
     * @param sources of different ids
     * @return those that stood there already, as they are
     */
    default Map<SourceId, Source> addAll(List<Source> sources) {
        Map<SourceId, Source> standing = new LinkedHashMap<>();
        for (Source source : sources) {
            if (!add(source)) {
                get(source.id()).ifPresent(found -> standing.put(found.id(), found));
            }
        }
        return standing;
    }

    Optional<Source> get(SourceId id);

    /**
     * Changes a source if it exists. {@code change} must be a pure function, since it is applied again after a
     * concurrent change.
     *
     * @return the changed source; empty if it was removed
     */
    Optional<Source> change(SourceId id, UnaryOperator<Source> change);

    /** Removes a source; returns false if it did not exist. */
    boolean remove(SourceId id);
}
