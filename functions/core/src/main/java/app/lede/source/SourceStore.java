package app.lede.source;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The sources. Thread safe; changes from several sides at once all take effect. */
public interface SourceStore {

    /** False if there is one of this id; that one stays as it is. */
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
     * Changes a source where it still exists; the change may be asked for again when another came in between, so it must be
     * a pure function.
     *
     * @return the source after the change, empty where it was removed
     */
    Optional<Source> change(SourceId id, UnaryOperator<Source> change);

    /** False if there was none. */
    boolean remove(SourceId id);
}
