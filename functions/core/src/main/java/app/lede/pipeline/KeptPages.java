package app.lede.pipeline;

import app.lede.backfill.Backfill;
import app.lede.backfill.Sending;
import app.lede.document.DocumentStore;
import app.lede.document.Erasure;
import app.lede.json.Json;
import app.lede.source.SourceId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps the entries of an archive's pages among the documents until the backfill is over, so that no page is asked for twice. An
 * object holds the {@value #STRETCH} entries that are sent at once, without their contents. Thread safe.
 */
final class KeptPages {

    /** Entries of one object. */
    static final int STRETCH = 20;

    private final DocumentStore documents;
    private final Erasure erasure;

    KeptPages(DocumentStore documents, Erasure erasure) {
        this.documents = documents;
        this.erasure = erasure;
    }

    /** Entries that are sent at once, the oldest first. */
    record Stretch(List<PastEntry> entries) {
        Stretch {
            entries = List.copyOf(entries);
        }
    }

    /** Keeps the entries of a page, the oldest first. */
    void keep(Backfill run, int page, List<PastEntry> entries) {
        Map<String, byte[]> objects = new LinkedHashMap<>();
        for (int from = 0; from < entries.size(); from += STRETCH) {
            List<PastEntry> some = entries.subList(from, Math.min(from + STRETCH, entries.size()));
            objects.put(key(run, page, from), Json.bytes(new Stretch(some)));
        }
        documents.putEntries(objects);
    }

    /** Returns the entries to send at a place; none if their object has expired. */
    List<PastEntry> of(Backfill run, Sending at) {
        return documents
                .entry(key(run, at.page(), at.offset()))
                .map(bytes -> Json.read(new String(bytes, StandardCharsets.UTF_8), Stretch.class)
                        .entries())
                .orElse(List.of());
    }

    /** Deletes everything kept for a backfill. */
    void forget(SourceId source, Instant started) {
        erasure.deleteAll(folder(source, started));
    }

    /** Returns the folder of a source's backfills. */
    static String folder(SourceId source) {
        return "entries/backfill/" + source + "/";
    }

    /** Returns the folder of one backfill. */
    static String folder(SourceId source, Instant started) {
        return folder(source) + started.toEpochMilli() + "/";
    }

    private static String key(Backfill run, int page, int offset) {
        return folder(run.source(), run.started()) + page + "/" + offset;
    }
}
