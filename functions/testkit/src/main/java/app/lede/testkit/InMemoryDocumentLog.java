package app.lede.testkit;

import app.lede.document.DocumentId;
import app.lede.document.DocumentLog;
import app.lede.document.DocumentRecord;
import app.lede.document.Outcome;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Keeps outcomes in a map, for ever. Thread safe. */
public final class InMemoryDocumentLog implements DocumentLog {

    private final NavigableMap<DocumentId, DocumentRecord> records = new TreeMap<>();

    /** Documents that are found by their key. */
    private final Set<DocumentId> keyed = new HashSet<>();

    private final Crashes crashes;

    public InMemoryDocumentLog() {
        this(Crashes.never());
    }

    public InMemoryDocumentLog(Crashes crashes) {
        this.crashes = crashes;
    }

    @Override
    public synchronized DocumentRecord record(DocumentRecord record) {
        noLongerCurrent(record);
        return written(record);
    }

    @Override
    public synchronized DocumentRecord recordCurrent(DocumentRecord record) {
        return written(record);
    }

    @Override
    public synchronized void noLongerCurrent(DocumentRecord record) {
        keyed.add(record.id());
    }

    private DocumentRecord written(DocumentRecord record) {
        crashes.step();
        DocumentRecord stands =
                records.merge(record.id(), record, (standing, later) -> later.replaces(standing) ? later : standing);
        crashes.step();
        return stands;
    }

    @Override
    public synchronized Optional<DocumentRecord> get(DocumentId id) {
        return Optional.ofNullable(records.get(id));
    }

    @Override
    public synchronized List<DocumentRecord> byKey(String key) {
        return records.descendingMap().values().stream()
                .filter(record -> record.key().equals(key) && keyed.contains(record.id()))
                .limit(MOST_OF_ONE_KEY)
                .toList();
    }

    @Override
    public synchronized List<DocumentRecord> parts(DocumentId parent, int after, int limit) {
        return ofParent(parent)
                .filter(record -> record.part().orElseThrow().number() > after)
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized Map<Outcome, Integer> outcomesOfParts(DocumentId parent) {
        return ofParent(parent).collect(Collectors.toMap(DocumentRecord::outcome, record -> 1, Integer::sum));
    }

    private Stream<DocumentRecord> ofParent(DocumentId parent) {
        return records.values().stream()
                .filter(record -> record.part()
                        .filter(part -> part.parent().equals(parent))
                        .isPresent())
                .sorted(Comparator.comparing(DocumentRecord::key));
    }

    @Override
    public synchronized List<DocumentRecord> newest(@Nullable DocumentId before, int limit) {
        NavigableMap<DocumentId, DocumentRecord> wanted = before == null ? records : records.headMap(before, false);
        return wanted.descendingMap().values().stream().limit(limit).toList();
    }
}
