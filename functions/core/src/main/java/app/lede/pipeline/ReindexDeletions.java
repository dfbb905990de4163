package app.lede.pipeline;

import app.lede.search.Change;
import app.lede.search.ChangeIndex;
import app.lede.search.ChangesInOrder;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** Removes every deleted article from an index that was not kept up to date for a while. Thread safe. */
public final class ReindexDeletions {

    private static final int BATCH = 1_000;

    private final ChangesInOrder changes;
    private final Consumer<List<Change>> index;

    /**
     * Assembles the step.
     *
     * @param index applies a batch of changes at once, as {@link app.lede.search.SearchIndex#apply} does
     */
    public ReindexDeletions(ChangesInOrder changes, Consumer<List<Change>> index) {
        this.changes = changes;
        this.index = index;
    }

    /** Applies the deletions known at a time and returns their number. */
    public long reindex(Instant now) {
        long removed = 0;
        String position = "";
        ChangesInOrder.Page page;
        do {
            page = changes.page(position, BATCH, now.plus(ChangesInOrder.SETTLED));
            position = page.next();
            List<Change> removals = page.entries().stream()
                    .filter(ChangeIndex.Entry::deleted)
                    .<Change>map(entry -> new Change.Remove(entry.id(), entry.changed()))
                    .toList();
            if (!removals.isEmpty()) {
                index.accept(removals);
            }
            removed += removals.size();
        } while (page.entries().size() == BATCH);
        return removed;
    }
}
