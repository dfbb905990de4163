package app.lede.testkit;

import app.lede.fetch.CanonicalUrl;
import app.lede.fetch.UrlLedger;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Marks in a map. Thread safe. */
public final class InMemoryLedger implements UrlLedger {

    private final Map<CanonicalUrl, Row> rows = new HashMap<>();

    private record Row(Mark mark, Instant until) {}

    @Override
    public synchronized Map<CanonicalUrl, Mark> look(Collection<CanonicalUrl> urls, Instant now) {
        Map<CanonicalUrl, Mark> marks = new HashMap<>();
        for (CanonicalUrl url : urls) {
            Row row = rows.get(url);
            if (row != null && now.isBefore(row.until())) {
                marks.put(url, row.mark());
            }
        }
        return marks;
    }

    @Override
    public synchronized void queued(Collection<CanonicalUrl> urls, Instant until) {
        for (CanonicalUrl url : urls) {
            rows.merge(
                    url,
                    new Row(Mark.QUEUED, until),
                    (old, queued) -> old.mark() == Mark.QUEUED || old.until().isBefore(until) ? queued : old);
        }
    }

    @Override
    public synchronized void done(CanonicalUrl url, Mark mark, Instant until) {
        rows.put(url, new Row(mark, until));
    }
}
