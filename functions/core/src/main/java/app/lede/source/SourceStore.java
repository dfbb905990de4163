package app.lede.source;

import java.util.Optional;
import java.util.function.UnaryOperator;

/** The sources. Thread safe; changes from several sides at once all take effect. */
public interface SourceStore {

    /** False if there is one of this id; that one stays as it is. */
    boolean add(Source source);

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
