package app.lede.pipeline;

import app.lede.article.ArticleId;
import app.lede.search.Change;
import app.lede.search.SearchIndex;
import app.lede.search.Surroundings;
import app.lede.story.Placement;
import app.lede.story.Report;
import app.lede.story.Stories;
import app.lede.story.Story;
import app.lede.story.StoryStore;
import app.lede.story.StoryStore.Copy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps stories and copies in step with the search index. For each change it looks at the reports around the article as the
 * index holds them now, works out their stories anew, and writes what differs from the store, until nothing does. So changes may
 * repeat, come late and in any order, and end in the same stories. Whatever was written is compared with the index once more, so
 * that of two instances that work on one story, the one that writes last has seen what the other saw. Thread safe.
 */
public final class GroupStories {

    /** Passes over one story; more than two or three mean that other instances keep changing it. */
    private static final int MOST_PASSES = 6;

    /** Time for the stories of one batch: articles of a large crowd take a second each, and the next batch waits for this one. */
    public static final Duration LONGEST = Duration.ofSeconds(15);

    private static final int COPIES_AT_ONCE = 100;

    private final SearchIndex index;
    private final StoryStore stories;
    private final StoryRows rows;
    private final InstantSource clock;

    public GroupStories(SearchIndex index, StoryStore stories, InstantSource clock) {
        this.index = index;
        this.stories = stories;
        this.rows = new StoryRows(stories);
        this.clock = clock;
    }

    /** Assembles the step without a limit of time. */
    public GroupStories(SearchIndex index, StoryStore stories) {
        this(index, stories, InstantSource.fixed(Instant.EPOCH));
    }

    /**
     * Brings the stories around changed articles up to date; after an exception the changes may be given again.
     *
     * @param changes that the index holds already, or later ones of the same articles
     * @return the articles whose stories are not up to date; the turn of the first article always begins, and what it did stands
     */
    public Unsettled regroup(List<Change> changes) {
        Map<ArticleId, Instant> published = changes.stream()
                .flatMap(change -> change instanceof Change.Put put ? Stream.of(put.document()) : Stream.empty())
                .collect(Collectors.toMap(
                        document -> document.id(), document -> document.published(), (one, other) -> other));
        Set<ArticleId> ids = changes.stream().map(Change::id).collect(Collectors.toCollection(LinkedHashSet::new));
        Map<ArticleId, Placement> placements = stories.placements(ids);
        Set<ArticleId> settled = new HashSet<>();
        Unsettled unsettled = new Unsettled(new HashSet<>(), new HashSet<>());
        Instant end = clock.instant().plus(LONGEST);
        for (ArticleId id : ids) {
            boolean known = published.containsKey(id) || placements.containsKey(id);
            if (known && !settled.contains(id)) {
                Turn turn = new Turn(id, end, settled, unsettled);
                settle(id, published.get(id), placements.get(id), turn);
                confirm(turn);
            }
        }
        return unsettled;
    }

    /**
     * Articles whose stories may not agree with the index.
     *
     * @param restless those whose stories changed during every pass; the next change around them tries them again
     * @param waiting those whose turn did not come within {@link #LONGEST}; their changes must be given again
     */
    public record Unsettled(Set<ArticleId> restless, Set<ArticleId> waiting) {

        /** None. */
        public static final Unsettled NONE = new Unsettled(Set.of(), Set.of());
    }

    /**
     * Looks again at what was written and is out of sight since, as after another instance removed what led there: it may have
     * been written from what that instance had changed already.
     */
    private void confirm(Turn turn) {
        for (int round = 0; round < MOST_PASSES && turn.isOpen(); round++) {
            turn.ending().clear();
            turn.takeInherited().forEach((heir, copies) -> confirm(heir, copies, turn));
            turn.unconfirmed().forEach((id, time) -> {
                if (turn.isUnconfirmed(id)) {
                    settle(id, time, place(id), turn);
                }
            });
        }
        turn.unsettled().restless().addAll(turn.unconfirmed().keySet());
    }

    /** Confirms the places that an heir gave to copies, all at once. */
    private void confirm(Report heir, Set<ArticleId> copies, Turn turn) {
        index.refresh();
        settle(heir.id(), heir.first(), place(heir.id()), turn);
        boolean isOriginal = Optional.ofNullable(place(heir.id()))
                .filter(place -> place.isCopied() && place.duplicateOf() == null)
                .isPresent();
        Set<ArticleId> found = index.reports(copies, heir.first()).stream()
                .filter(report -> isOriginal && report.isCopyOf(heir))
                .map(Report::id)
                .collect(Collectors.toSet());
        Set<ArticleId> others =
                copies.stream().filter(id -> !found.contains(id)).collect(Collectors.toSet());
        turn.settled().removeAll(others);
        if (!isOriginal && turn.ending().add(heir.id()) && settleCopies(heir.id(), turn) == Copies.MOVED) {
            turn.ending().remove(heir.id());
        }
        others.stream().filter(id -> !turn.settled().contains(id)).forEach(id -> turn.wrote(id, heir.first()));
    }

    /**
     * Works on one article's surroundings until the store agrees with the index. Of those that are cut, only the article's own
     * place is written; the rest follows from the surroundings of the first report, which are the same for all, and from those of
     * the story that the article left.
     */
    private void settle(ArticleId id, @Nullable Instant published, @Nullable Placement place, Turn turn) {
        if (turn.isOver(clock)) {
            turn.unsettled().waiting().add(turn.changed());
            return;
        }
        Optional<Story> former = former(place);
        Around around = settled(id, published, place, false, turn);
        ArticleId first = around.first();
        if (!around.isWhole() && !turn.settled().contains(first)) {
            around.surroundings().reports().stream()
                    .filter(report -> report.id().equals(first))
                    .findFirst()
                    .ifPresent(report -> settled(first, report.first(), place(first), true, turn));
        }
        former.filter(story -> around.surroundings().isCut() && !turn.settled().contains(story.id()))
                .ifPresent(story -> settled(story.id(), story.firstSeen(), place(story.id()), true, turn));
    }

    /**
     * Places anew the copies of the articles that are originals no more: removed, with another text, or copied themselves. Comes
     * before their own places are written, which lead to the copies after a crash.
     *
     * @return whether the time sufficed
     */
    private boolean settleCopies(Around around, Map<ArticleId, Placement> stored, Turn turn) {
        for (Map.Entry<ArticleId, Placement> place : stored.entrySet()) {
            ArticleId id = place.getKey();
            if (endsAsOriginal(place.getValue(), around.place(id))
                    && turn.ending().add(id)) {
                switch (settleCopies(id, turn)) {
                    case MOVED -> turn.ending().remove(id);
                    case STAY -> {} // They are out of sight of these surroundings: it stays an original.
                    case WAITING -> {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private static boolean endsAsOriginal(Placement stored, Placement wanted) {
        return stored.isCopied() && !wanted.isCopied();
    }

    private enum Copies {
        /** None names the original any more. */
        MOVED,
        /** Some are its copies still. */
        STAY,
        /** The time did not suffice. */
        WAITING
    }

    private Copies settleCopies(ArticleId original, Turn turn) {
        @Nullable Copy last = null;
        List<Copy> page;
        do {
            page = stories.copies(original, last, COPIES_AT_ONCE);
            List<Copy> left = unsettled(page, turn);
            boolean stay = page.size() > left.size() && names(original, page, turn.settled());
            while (!left.isEmpty() && !stay) {
                if (turn.isOver(clock)) {
                    return Copies.WAITING;
                }
                Copy next = left.getFirst();
                settle(next.id(), next.first(), place(next.id()), turn);
                turn.settled().add(next.id());
                List<Copy> others = unsettled(left, turn);
                Placement place = Optional.ofNullable(place(next.id())).orElse(Placement.ALONE);
                stay = original.equals(place.duplicateOf());
                heir(next, place)
                        .filter(heir -> !heir.report().id().equals(original))
                        .ifPresent(heir -> inherit(heir, others, turn));
                left = unsettled(others, turn);
            }
            if (stay) {
                return Copies.STAY;
            }
            last = page.isEmpty() ? last : page.getLast();
        } while (page.size() == COPIES_AT_ONCE);
        return Copies.MOVED;
    }

    /** Tests whether any of the copies that were placed anew names the original still; the list may lag behind. */
    private boolean names(ArticleId original, List<Copy> copies, Set<ArticleId> settled) {
        List<ArticleId> ids =
                copies.stream().map(Copy::id).filter(settled::contains).toList();
        return stories.placements(ids).values().stream().anyMatch(place -> original.equals(place.duplicateOf()));
    }

    private static List<Copy> unsettled(List<Copy> copies, Turn turn) {
        return copies.stream()
                .filter(copy -> !turn.settled().contains(copy.id()))
                .toList();
    }

    /**
     * The article that has a text first now.
     *
     * @param story null if it is in none
     */
    private record Heir(Report report, @Nullable ArticleId story) {}

    /** Returns the article of which a copy that was placed anew is a copy now, or itself. */
    private Optional<Heir> heir(Copy copy, Placement place) {
        ArticleId first = Optional.ofNullable(place.duplicateOf()).orElse(copy.id());
        return index.reports(Set.of(first), copy.first()).stream()
                .map(report -> new Heir(report, place.story()))
                .findFirst();
    }

    /** Gives an heir those copies that have its text: looked up one by one, the copies of a crowd would take a second each. */
    private void inherit(Heir heir, List<Copy> copies, Turn turn) {
        if (copies.isEmpty()) {
            return;
        }
        Map<ArticleId, Report> reports =
                index
                        .reports(
                                copies.stream().map(Copy::id).toList(),
                                heir.report().first())
                        .stream()
                        .filter(report -> heir.report().compareTo(report) < 0 && report.isCopyOf(heir.report()))
                        .collect(Collectors.toMap(Report::id, report -> report));
        Map<ArticleId, Placement> stored = stories.placements(reports.keySet());
        reports.forEach((id, report) -> {
            Placement.Copy copy = new Placement.Copy(heir.report().id(), report.first());
            boolean isCopied = stored.getOrDefault(id, Placement.ALONE).isCopied();
            stories.place(id, new Placement(heir.story(), copy, isCopied));
            turn.settled().add(id);
        });
        turn.inherited(heir.report(), reports.keySet());
    }

    private @Nullable Placement place(ArticleId id) {
        return stories.placements(List.of(id)).get(id);
    }

    /** Surroundings with the stories that they make. */
    private record Around(Surroundings surroundings, Stories stories, boolean whole) {

        /** Returns the first article of the seed's story, or the original of its text. */
        ArticleId first() {
            Placement place = place(surroundings.seed());
            return Optional.ofNullable(place.story())
                    .or(() -> Optional.ofNullable(place.duplicateOf()))
                    .orElse(surroundings.seed());
        }

        boolean isWhole() {
            return whole || !surroundings.isCut() || first().equals(surroundings.seed());
        }

        Set<ArticleId> written() {
            return isWhole() ? surroundings.ids() : Set.of(surroundings.seed());
        }

        Placement place(ArticleId id) {
            return stories.placements().getOrDefault(id, Placement.ALONE);
        }

        /** Returns a time close to that of an article. */
        Instant time(ArticleId id, @Nullable Instant published) {
            List<Report> reports = surroundings.reports();
            return reports.stream()
                    .filter(report -> report.id().equals(id))
                    .findFirst()
                    .or(() -> reports.stream().min(Comparator.naturalOrder()))
                    .map(Report::first)
                    .or(() -> Optional.ofNullable(published))
                    .orElse(Instant.EPOCH);
        }

        boolean isAlone() {
            return surroundings.ids().size() == 1
                    && stories.placements().values().stream().allMatch(Placement.ALONE::equals);
        }
    }

    private Around settled(
            ArticleId id, @Nullable Instant published, @Nullable Placement place, boolean whole, Turn turn) {
        @Nullable Placement known = place;
        Around around = around(id, published, known, whole);
        for (int pass = 1; known != null || !around.isAlone() || turn.isUnconfirmed(id); pass++) {
            Map<ArticleId, Placement> stored = stories.placements(around.written());
            if (!settleCopies(around, stored, turn)) {
                turn.unsettled().waiting().add(turn.changed());
                return around;
            }
            if (!differs(around, stored, turn)) {
                turn.confirm(around.written());
                break;
            }
            for (ArticleId written : around.written()) {
                turn.wrote(written, around.time(written, published));
            }
            if (pass == MOST_PASSES || turn.isOver(clock)) {
                turn.unsettled().restless().add(turn.changed());
                turn.unsettled().restless().addAll(around.written());
                turn.confirm(around.written());
                break;
            }
            index.refresh();
            known = place(id);
            around = around(id, published, known, whole);
        }
        turn.settled().addAll(around.written());
        return around;
    }

    private Around around(ArticleId id, @Nullable Instant published, @Nullable Placement known, boolean whole) {
        Surroundings surroundings = Surroundings.of(index, id, former(known), published);
        return new Around(surroundings, Stories.of(surroundings.reports()), whole);
    }

    private Optional<Story> former(@Nullable Placement known) {
        return Optional.ofNullable(known)
                .flatMap(placement -> Optional.ofNullable(placement.story()))
                .flatMap(story ->
                        Optional.ofNullable(stories.stories(List.of(story)).get(story)));
    }

    /** Writes what differs; returns whether anything did. The seed's place comes last: after a crash it leads to the others. */
    private boolean differs(Around around, Map<ArticleId, Placement> stored, Turn turn) {
        boolean changed = around.isWhole()
                && rows.write(around.stories(), around.surroundings().ids());
        ArticleId seed = around.surroundings().seed();
        if (!around.isWhole()) {
            mark(around.place(seed).duplicateOf(), around, turn);
        }
        for (ArticleId id : (Iterable<ArticleId>) Stream.concat(
                around.written().stream().filter(other -> !other.equals(seed)), Stream.of(seed))::iterator) {
            Placement old = stored.getOrDefault(id, Placement.ALONE);
            Placement wanted = around.place(id);
            boolean isEnding = turn.ending().contains(id) && endsAsOriginal(old, wanted);
            Placement place = isEnding ? wanted.copied() : wanted;
            if (!place.equals(old)) {
                stories.place(id, place);
                changed = true;
            }
        }
        return changed;
    }

    /** Marks an original whose own place is not written along with that of its copy. */
    private void mark(@Nullable ArticleId original, Around around, Turn turn) {
        if (original != null) {
            Placement place = Optional.ofNullable(place(original)).orElse(Placement.ALONE);
            if (!place.isCopied()) {
                stories.place(original, place.copied());
                turn.wrote(original, around.time(original, null));
            }
        }
    }
}
