package app.lede.source;

import java.util.List;

/** Walks over the sources. Thread safe. */
public interface SourceList {

    /** All of them, by id. */
    List<Source> all();

    /** The active sources of a slot. */
    List<SourceId> in(PollPlan.Slot slot);
}
