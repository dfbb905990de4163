package app.lede.testkit;

import app.lede.abstractive.AnswerStore;
import app.lede.abstractive.StoredAnswer;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Keeps answers of models in a map. Thread safe. */
public final class InMemoryAnswers implements AnswerStore {

    private record Row(Instant asked, Optional<StoredAnswer> answer) {}

    private final Map<String, Row> rows = new HashMap<>();

    @Override
    public synchronized Claim claim(String key, Instant now) {
        Row row = rows.get(key);
        if (row == null || !now.isBefore(row.asked().plus(KEPT))) {
            rows.put(key, new Row(now, Optional.empty()));
            return new Claim.Granted();
        }
        return row.answer()
                .<Claim>map(Claim.Known::new)
                .orElseGet(
                        () -> now.isBefore(row.asked().plus(LEASE)) ? new Claim.Underway() : new Claim.Interrupted());
    }

    @Override
    public synchronized void keep(String key, StoredAnswer answer, Instant now) {
        rows.put(key, new Row(now, Optional.of(answer)));
    }

    @Override
    public synchronized void release(String key) {
        rows.remove(key);
    }
}
