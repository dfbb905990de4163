package app.lede.pipeline;

import app.lede.article.ArticleId;
import app.lede.story.Report;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The turn of a changed article, in which the stories around it are settled. Not thread safe. */
final class Turn {

    private final ArticleId changed;
    private final Instant end;
    private final Set<ArticleId> settled;
    private final GroupStories.Unsettled unsettled;
    private final Set<ArticleId> ending = new HashSet<>();
    private final Map<ArticleId, Instant> written = new LinkedHashMap<>();
    private final Map<Report, Set<ArticleId>> inherited = new LinkedHashMap<>();

    /**
     * Begins a turn.
     *
     * @param end time by which all turns of the batch end
     * @param settled the articles of the batch that need no more work
     * @param unsettled the articles whose stories may not agree with the index
     */
    Turn(ArticleId changed, Instant end, Set<ArticleId> settled, GroupStories.Unsettled unsettled) {
        this.changed = changed;
        this.end = end;
        this.settled = settled;
        this.unsettled = unsettled;
    }

    ArticleId changed() {
        return changed;
    }

    boolean isOver(InstantSource clock) {
        return !clock.instant().isBefore(end);
    }

    Set<ArticleId> settled() {
        return settled;
    }

    GroupStories.Unsettled unsettled() {
        return unsettled;
    }

    /** Returns the originals whose copies are being placed anew; their own places come last. */
    Set<ArticleId> ending() {
        return ending;
    }

    /**
     * Notes that an article's place or story was written.
     *
     * @param time close to that of the article; {@link Instant#EPOCH} if none is known
     */
    void wrote(ArticleId id, Instant time) {
        written.merge(id, time, (old, now) -> now.equals(Instant.EPOCH) ? old : now);
    }

    /** Notes that copies were given to an heir. */
    void inherited(Report heir, Set<ArticleId> copies) {
        if (!copies.isEmpty()) {
            inherited.computeIfAbsent(heir, any -> new HashSet<>()).addAll(copies);
        }
    }

    /** Notes that the places of articles agreed with the index after all that was written so far. */
    void confirm(Collection<ArticleId> ids) {
        written.keySet().removeAll(ids);
    }

    boolean isOpen() {
        return !written.isEmpty() || !inherited.isEmpty();
    }

    boolean isUnconfirmed(ArticleId id) {
        return written.containsKey(id);
    }

    /** Returns the articles that were written since they were confirmed, with a time close to theirs. */
    Map<ArticleId, Instant> unconfirmed() {
        return new LinkedHashMap<>(written);
    }

    /** Returns the heirs with the copies that were given to them since this was asked. */
    Map<Report, Set<ArticleId>> takeInherited() {
        Map<Report, Set<ArticleId>> taken = new HashMap<>(inherited);
        inherited.clear();
        return taken;
    }
}
