package app.lede.testkit;

import app.lede.document.DocumentId;
import app.lede.document.DocumentLog;
import app.lede.document.DocumentRecord;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Keeps outcomes in a map, for ever. Thread safe. */
public final class InMemoryDocumentLog implements DocumentLog {

    private final NavigableMap<DocumentId, DocumentRecord> records = new TreeMap<>();
    private final Crashes crashes;

    public InMemoryDocumentLog() {
        this(Crashes.never());
    }

    public InMemoryDocumentLog(Crashes crashes) {
        this.crashes = crashes;
    }

    @Override
    public synchronized DocumentRecord record(DocumentRecord record) {
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
                .filter(record -> record.key().equals(key))
                .limit(MOST_OF_ONE_KEY)
                .toList();
    }

    @Override
    public synchronized List<DocumentRecord> newest(@Nullable DocumentId before, int limit) {
        NavigableMap<DocumentId, DocumentRecord> wanted = before == null ? records : records.headMap(before, false);
        return wanted.descendingMap().values().stream().limit(limit).toList();
    }
}
