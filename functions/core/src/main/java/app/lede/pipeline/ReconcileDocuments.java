package app.lede.pipeline;

import app.lede.document.DocumentList;
import app.lede.document.DocumentRecord;
import app.lede.document.ObjectCreated;
import app.lede.document.Outcome;
import app.lede.pipeline.ReconciliationWalks.Walk;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Announces objects of the documents bucket again that have no outcome, because their notification was lost or ran out of attempts
 * unseen. Walks over the bucket once a day, as many pages a call as time allows; the next call goes on from there.
 *
 * <p>Safe to repeat: an object announced again has the same document id each time, and one whose first announcement was only late
 * ends in {@code unchanged}. Thread safe.
 */
public final class ReconcileDocuments {

    /** Age beyond which an object without an outcome is left alone: its outcome may have been forgotten. */
    static final Duration OLDEST = Duration.ofDays(3);

    /** From the begin of one walk to that of the next; a little less than a day, as schedules are not exact. */
    static final Duration BETWEEN_WALKS = Duration.ofHours(23);

    /** Difference between the times that a bucket and its notifications give for one write, at most. */
    static final Duration CLOCK_SKEW = Duration.ofMinutes(1);

    /** Prefixes of objects that are no documents, but belong to some. */
    private static final List<String> NOT_DOCUMENTS = List.of("entries/");

    private static final int PAGE = 500;

    private final DocumentList documents;
    private final Function<String, List<DocumentRecord>> records;
    private final JobQueue<ObjectCreated> announcements;
    private final ReconciliationWalks walks;

    /**
     * Assembles the step.
     *
     * @param records of an object key, as {@link DocumentsOfKey#of} finds them
     */
    public ReconcileDocuments(
            DocumentList documents,
            Function<String, List<DocumentRecord>> records,
            JobQueue<ObjectCreated> announcements,
            ReconciliationWalks walks) {
        this.documents = documents;
        this.records = records;
        this.announcements = announcements;
        this.walks = walks;
    }

    /**
     * Reports on one call.
     *
     * @param seen objects listed
     * @param announced objects announced again
     * @param complete whether the walk has come to its end
     */
    public record Reconciled(int seen, int announced, boolean complete) {}

    /**
     * Goes on with the walk under way, or begins one when the last is a day old.
     *
     * @param settling time that a new object is given to come to its outcome by itself
     * @param timeIsLeft asked between pages
     */
    public Reconciled reconcile(Instant now, Duration settling, BooleanSupplier timeIsLeft) {
        Optional<Walk> last = walks.last();
        if (last.isPresent()
                && last.get().isComplete()
                && now.isBefore(last.get().begun().plus(BETWEEN_WALKS))) {
            return new Reconciled(0, 0, true);
        }
        Walk walk = last.filter(begun -> !begun.isComplete()).orElse(new Walk(now, ""));
        return walk(walk, now, settling, timeIsLeft);
    }

    /** Walks over the whole bucket at once, whenever the last walk was. */
    public Reconciled reconcileAll(Instant now, Duration settling) {
        return walk(new Walk(now, ""), now, settling, () -> true);
    }

    private Reconciled walk(Walk from, Instant now, Duration settling, BooleanSupplier timeIsLeft) {
        int seen = 0;
        int announced = 0;
        Walk walk = from;
        do {
            DocumentList.Page page = documents.after(emptyAsNull(walk.after()), PAGE);
            List<ObjectCreated> lost = new ArrayList<>();
            for (ObjectCreated object : page.objects()) {
                if (isDue(object, now, settling) && !hasOutcome(object)) {
                    lost.add(object);
                }
            }
            // Sent before it is remembered: a crash in between announces twice rather than never.
            announcements.send(lost);
            walk = new Walk(walk.begun(), page.last());
            walks.keep(walk);
            seen += page.objects().size();
            announced += lost.size();
        } while (!walk.isComplete() && timeIsLeft.getAsBoolean());
        return new Reconciled(seen, announced, walk.isComplete());
    }

    private static @Nullable String emptyAsNull(@Nullable String key) {
        return key == null || key.isEmpty() ? null : key;
    }

    private static boolean isDue(ObjectCreated object, Instant now, Duration settling) {
        return NOT_DOCUMENTS.stream().noneMatch(object.key()::startsWith)
                && !object.at().isAfter(now.minus(settling))
                && object.at().isAfter(now.minus(OLDEST));
    }

    /** Tests for an outcome; {@code waiting} is none, since the upload has arrived. */
    private boolean hasOutcome(ObjectCreated object) {
        Instant written = object.at().minus(CLOCK_SKEW);
        return records.apply(object.key()).stream()
                .anyMatch(record -> record.outcome() != Outcome.WAITING
                        && (record.id().equals(object.documentId())
                                || record.received().isAfter(written)));
    }
}
