package app.lede.pipeline;

import app.lede.collection.CollectionReader;
import app.lede.collection.Part;
import app.lede.collection.Parts;
import app.lede.collection.UnpackBounds;
import app.lede.document.DocumentLog;
import app.lede.document.DocumentRecord;
import app.lede.document.DocumentStore;
import app.lede.document.DocumentStore.PartObject;
import app.lede.document.ObjectContent;
import app.lede.document.ObjectCreated;
import app.lede.document.Outcome;
import app.lede.document.PartKey;
import app.lede.document.PartOrigin;
import app.lede.document.Reading;
import app.lede.document.ReadingRefused;
import app.lede.document.UploadClaims;
import app.lede.extract.ArticleExtractor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes a collection apart: each part becomes an object, and so a document, of its own. Goes on with another announcement when its
 * time is over; the record of the collection keeps the number of parts stored.
 *
 * <p>Safe to repeat at any point: a part's key and document id follow from its place. Thread safe.
 */
final class UnpackDocument {

    /** Time of one stretch; the handler's limit for a document is longer. */
    private static final Duration STRETCH = Duration.ofSeconds(20);

    /** Parts stored side by side, and their size together in bytes. */
    private static final int BATCH = 64;

    private static final long BATCH_BYTES = 8L * 1024 * 1024;

    /** Parts passed over or stored between two looks at the clock. */
    private static final int PASSED = 2_000;

    private static final Duration BETWEEN_RECORDS = Duration.ofSeconds(4);

    private final DocumentStore documents;
    private final DocumentLog log;
    private final JobQueue<ObjectCreated> announcements;
    private final Watchdog watchdog;
    private final InstantSource clock;

    UnpackDocument(
            DocumentStore documents,
            DocumentLog log,
            JobQueue<ObjectCreated> announcements,
            Watchdog watchdog,
            InstantSource clock) {
        this.documents = documents;
        this.log = log;
        this.announcements = announcements;
        this.watchdog = watchdog;
        this.clock = clock;
    }

    /** Result of one stretch. */
    sealed interface Unpacked {

        /** All parts are stored; or the collection ended otherwise, as its record says. */
        record Ended(DocumentRecord record) implements Unpacked {}

        /** The collection is announced again, to go on behind this many parts. */
        record GoesOn(int parts) implements Unpacked {}
    }

    /** Result of looking whether an object is a collection. */
    private sealed interface Opened {

        record Collection(Parts parts) implements Opened {}

        record Document() implements Opened {}

        record Refused(Reading.Problem problem, String detail) implements Opened {}
    }

    private static Opened open(ObjectContent content, String name) {
        try {
            return CollectionReader.open(content, name)
                    .<Opened>map(Opened.Collection::new)
                    .orElseGet(Opened.Document::new);
        } catch (ReadingRefused e) {
            return new Opened.Refused(e.problem(), String.valueOf(e.getMessage()));
        } catch (IOException | StackOverflowError e) {
            // Compressed, but damaged, or nested too deeply: the reader of documents tells how.
            return new Opened.Document();
        }
    }

    /** Takes an object apart if it is a collection, or as much of it as time allows; empty for any other document. */
    Optional<Unpacked> unpack(ObjectCreated announced, ObjectContent content, UploadClaims claims) {
        PartOrigin part = claims.part();
        String name = part == null ? announced.key() : part.name();
        // Exports for word processors are read to know them, so this is bounded, too.
        Optional<Opened> opened = watchdog.within(() -> open(content, name));
        if (opened.isEmpty()) {
            return Optional.of(ended(announced, Outcome.TOO_SLOW, "took longer than one document may", 0));
        }
        return switch (opened.get()) {
            case Opened.Document() -> Optional.empty();
            case Opened.Refused(Reading.Problem problem, String detail) ->
                Optional.of(ended(announced, ParseDocument.outcome(problem), detail, 0));
            case Opened.Collection(Parts parts) -> Optional.of(unpack(announced, parts, claims));
        };
    }

    private Unpacked unpack(ObjectCreated announced, Parts parts, UploadClaims claims) {
        Optional<DocumentRecord> standing = log.get(announced.documentId());
        if (standing.filter(UnpackDocument::isDone).isPresent()) {
            return new Unpacked.Ended(standing.get());
        }
        if (claims.depth() >= PartOrigin.MAX_DEPTH) {
            String detail = "a collection inside of " + claims.depth() + " others is not taken apart";
            return ended(announced, Outcome.TOO_LARGE, detail, 0);
        }
        if (announced.isPart() && standing.isEmpty()) {
            // Parts of this part find by its record whether the collection above it was deleted.
            log.record(record(announced, Outcome.WAITING, null, 0));
        }
        int stored = standing.filter(UnpackDocument::isUnderWay)
                .map(DocumentRecord::parts)
                .orElse(0);
        return new Run(announced, parts, claims, stored).run();
    }

    private static boolean isDone(DocumentRecord record) {
        return record.isDeleted()
                || (record.outcome() == Outcome.UNPACKED && record.parser() == ArticleExtractor.VERSION);
    }

    private static boolean isUnderWay(DocumentRecord record) {
        return record.outcome() == Outcome.WAITING && record.parser() == ArticleExtractor.VERSION;
    }

    private Unpacked.Ended ended(ObjectCreated announced, Outcome outcome, @Nullable String detail, int parts) {
        DocumentRecord record = record(announced, outcome, detail, parts);
        DocumentRecord standing = log.record(record);
        if (!standing.isDeleted() && DeletedCollection.holds(log, announced.key())) {
            return new Unpacked.Ended(DeletedCollection.ended(log, standing));
        }
        return new Unpacked.Ended(standing.isDeleted() ? standing : record);
    }

    private boolean isDeleted(ObjectCreated announced) {
        return log.get(announced.documentId()).filter(DocumentRecord::isDeleted).isPresent()
                || DeletedCollection.holds(log, announced.key());
    }

    private static DocumentRecord record(ObjectCreated announced, Outcome outcome, @Nullable String detail, int parts) {
        return new DocumentRecord(
                announced.documentId(),
                announced.key(),
                announced.versionId(),
                announced.at(),
                outcome,
                detail,
                null,
                ArticleExtractor.VERSION,
                parts);
    }

    /** Some parts in a row. */
    private record Batch(
            List<Part> parts, boolean last, @Nullable ReadingRefused end) {}

    /** One stretch of one collection. */
    private final class Run {

        private final ObjectCreated announced;
        private final Parts parts;
        private final UploadClaims claims;
        private final int stored;
        private final Instant until = clock.instant().plus(STRETCH);
        private Instant recordAt = clock.instant().plus(BETWEEN_RECORDS);
        private int seen;
        private int broken;
        private long bytes;

        Run(ObjectCreated announced, Parts parts, UploadClaims claims, int stored) {
            this.announced = announced;
            this.parts = parts;
            this.claims = claims;
            this.stored = stored;
        }

        Unpacked run() {
            while (true) {
                boolean passing = seen < stored;
                Optional<Batch> batch = watchdog.within(() -> batch(passing));
                if (batch.isEmpty()) {
                    return ended(announced, Outcome.TOO_SLOW, "part " + (seen + 1) + " takes too long to find", seen);
                }
                if (!passing && isDeleted(announced)) {
                    return ended(announced, Outcome.DELETED, null, seen);
                }
                if (!passing) {
                    store(batch.get().parts());
                }
                seen += batch.get().parts().size();
                broken += count(batch.get().parts());
                if (batch.get().last() || seen >= UnpackBounds.MAX_PARTS || bytes > UnpackBounds.MAX_UNPACKED) {
                    return end(batch.get());
                }
                if (!passing && clock.instant().isAfter(until)) {
                    return goOn();
                }
                progress();
            }
        }

        /** Reads the next parts; passed-over ones are not kept. */
        private Batch batch(boolean passing) {
            List<Part> batch = new ArrayList<>();
            long size = 0;
            int most = passing ? Math.min(PASSED, stored - seen) : Math.min(BATCH, UnpackBounds.MAX_PARTS - seen);
            try {
                while (batch.size() < most && (passing || size < BATCH_BYTES)) {
                    Optional<Part> part = parts.next();
                    if (part.isEmpty()) {
                        return new Batch(batch, true, null);
                    }
                    size += size(part.get());
                    batch.add(passing ? emptied(part.get()) : part.get());
                }
                bytes += size;
                return new Batch(batch, false, null);
            } catch (ReadingRefused e) {
                return new Batch(batch, true, e);
            } catch (UncheckedIOException e) {
                throw e;
            } catch (IOException | RuntimeException e) {
                String detail = String.valueOf(e.getMessage());
                return new Batch(batch, true, new ReadingRefused(Reading.Problem.ENCODING, detail));
            }
        }

        private void store(List<Part> batch) {
            List<PartObject> objects = new ArrayList<>();
            for (int i = 0; i < batch.size(); i++) {
                PartKey key = new PartKey(announced.documentId(), seen + i + 1);
                switch (batch.get(i)) {
                    case Part.Document part ->
                        objects.add(new PartObject(
                                key, part.bytes(), part.contentType(), claims.ofPart(part.url(), origin(part))));
                    case Part.Broken part -> log.record(record(key, part));
                }
            }
            documents.putParts(objects);
        }

        private PartOrigin origin(Part.Document part) {
            return new PartOrigin(part.name(), claims.depth() + 1, part.at());
        }

        private DocumentRecord record(PartKey key, Part.Broken part) {
            return new DocumentRecord(
                            key.documentId(),
                            key.key(),
                            null,
                            announced.at(),
                            ParseDocument.outcome(part.problem()),
                            part.name() + ": " + part.detail(),
                            null,
                            ArticleExtractor.VERSION)
                    .named(part.name());
        }

        private Unpacked end(Batch last) {
            ReadingRefused end = last.end();
            if (end == null && seen == 0) {
                return ended(announced, Outcome.EMPTY, Parts.NOTHING, 0);
            }
            if (end != null && seen == 0) {
                return ended(announced, ParseDocument.outcome(end.problem()), String.valueOf(end.getMessage()), 0);
            }
            if (end != null) {
                seen++;
                broken++;
                PartKey key = new PartKey(announced.documentId(), seen);
                log.record(record(key, new Part.Broken("the rest", end.problem(), String.valueOf(end.getMessage()))));
            }
            return ended(announced, Outcome.UNPACKED, detail(last.last()), seen);
        }

        private String detail(boolean complete) {
            String count = seen + (seen == 1 ? " part" : " parts");
            String failed = broken == 0 ? "" : ", " + broken + " of them unreadable";
            return count + failed + (complete ? "" : "; the collection has more than are taken out");
        }

        private Unpacked goOn() {
            log.record(UnpackDocument.record(announced, Outcome.WAITING, detail(true) + " so far", seen));
            announcements.send(List.of(announced));
            return new Unpacked.GoesOn(seen);
        }

        private void progress() {
            if (seen > stored && clock.instant().isAfter(recordAt)) {
                log.record(UnpackDocument.record(announced, Outcome.WAITING, detail(true) + " so far", seen));
                recordAt = clock.instant().plus(BETWEEN_RECORDS);
            }
        }
    }

    private static int count(List<Part> parts) {
        return (int) parts.stream().filter(Part.Broken.class::isInstance).count();
    }

    private static long size(Part part) {
        return part instanceof Part.Document document ? document.bytes().length : 0;
    }

    /** Forgets the bytes of a part that is only counted. */
    private static Part emptied(Part part) {
        return part instanceof Part.Document document
                ? new Part.Document(document.name(), new byte[0], document.contentType())
                : part;
    }
}
