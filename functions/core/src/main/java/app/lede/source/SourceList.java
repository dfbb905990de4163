package app.lede.source;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists sources. Thread safe. */
public interface SourceList {

    /** Sources that a walk reads at once. */
    int STRETCH = 100;

    /**
     * Returns a stretch of the sources, by id.
     *
     * @param after only ids that are greater, null from the first
     * @param limit at most so many; fewer only where the list ends
     */
    List<Source> page(@Nullable SourceId after, int limit);

    /** Returns the ids of a slot's active sources. */
    List<SourceId> in(PollPlan.Slot slot);

    /** Returns all sources, by id. */
    default List<Source> all() {
        List<Source> all = new ArrayList<>();
        SourceId after = null;
        List<Source> page;
        do {
            page = page(after, STRETCH);
            all.addAll(page);
            after = page.isEmpty() ? after : page.getLast().id();
        } while (page.size() == STRETCH);
        return all;
    }
}
