package app.lede.testkit;

import app.lede.fetch.CanonicalUrl;
import app.lede.fetch.UrlLedger;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Stores marks in a map. Thread safe. */
public final class InMemoryLedger implements UrlLedger {

    private final Map<CanonicalUrl, Row> rows = new HashMap<>();
    private int ends;

    private record Row(Known known, Instant until) {}

    @Override
    public synchronized Map<CanonicalUrl, Known> known(Collection<CanonicalUrl> urls, Instant now) {
        Map<CanonicalUrl, Known> known = new HashMap<>();
        for (CanonicalUrl url : urls) {
            Row row = rows.get(url);
            if (row != null && now.isBefore(row.until())) {
                known.put(url, row.known());
            }
        }
        return known;
    }

    @Override
    public synchronized void queued(Map<CanonicalUrl, String> entries, Instant until) {
        entries.forEach((url, entry) -> mark(url, entry, 0, until));
    }

    @Override
    public synchronized void waiting(CanonicalUrl url, int attempts, Instant until) {
        mark(url, null, attempts, until);
    }

    private void mark(CanonicalUrl url, @Nullable String entry, int attempts, Instant until) {
        Row old = rows.get(url);
        if (old == null || old.known().mark() == Mark.QUEUED || old.until().isBefore(until)) {
            String kept = entry != null || old == null ? entry : old.known().entry();
            rows.put(url, new Row(new Known(Mark.QUEUED, kept, page(old), attempts, failure(old)), until));
        }
    }

    @Override
    public synchronized void changed(CanonicalUrl url, String entry) {
        rows.computeIfPresent(
                url,
                (same, row) -> new Row(
                        new Known(
                                row.known().mark(),
                                entry,
                                page(row),
                                row.known().attempts(),
                                failure(row)),
                        row.until()));
    }

    @Override
    public synchronized void done(Collection<CanonicalUrl> urls, Mark mark, @Nullable Page page, Instant until) {
        ends++;
        urls.forEach(url -> end(url, mark, page, until));
    }

    /** Returns the number of calls that marked URLs as done. */
    public synchronized int ends() {
        return ends;
    }

    private void end(CanonicalUrl url, Mark mark, @Nullable Page page, Instant until) {
        Row old = rows.get(url);
        String entry = old == null ? null : old.known().entry();
        rows.put(url, new Row(new Known(mark, entry, page == null ? page(old) : page, 0, failure(old)), until));
    }

    @Override
    public synchronized void failure(CanonicalUrl url, @Nullable String record) {
        rows.computeIfPresent(url, (same, row) -> {
            Known known = row.known();
            return new Row(new Known(known.mark(), known.entry(), known.page(), known.attempts(), record), row.until());
        });
    }

    private static @Nullable String failure(@Nullable Row row) {
        return row == null ? null : row.known().failure();
    }

    private static @Nullable Page page(@Nullable Row row) {
        return row == null ? null : row.known().page();
    }
}
