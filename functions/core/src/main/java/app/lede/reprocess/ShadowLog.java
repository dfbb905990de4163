package app.lede.reprocess;

import app.lede.document.DocumentId;
import app.lede.document.DocumentLog;
import app.lede.document.DocumentRecord;
import app.lede.document.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Knows no outcome and records none. Thread safe. */
final class ShadowLog implements DocumentLog {

    @Override
    public DocumentRecord record(DocumentRecord record) {
        return record;
    }

    @Override
    public Optional<DocumentRecord> get(DocumentId id) {
        return Optional.empty();
    }

    @Override
    public List<DocumentRecord> byKey(String key) {
        return List.of();
    }

    @Override
    public List<DocumentRecord> parts(DocumentId parent, int after, int limit) {
        return List.of();
    }

    @Override
    public Map<Outcome, Integer> outcomesOfParts(DocumentId parent) {
        return Map.of();
    }

    @Override
    public List<DocumentRecord> newest(@Nullable DocumentId before, int limit) {
        return List.of();
    }
}
