package app.lede.pipeline;

import app.lede.backfill.Backfill;
import app.lede.document.DocumentStore;
import app.lede.feed.FeedItem;
import app.lede.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Keeps the entries of an archive's pages among the documents until they are sent, so that no page is asked for twice. */
final class KeptPages {

    private final DocumentStore documents;

    KeptPages(DocumentStore documents) {
        this.documents = documents;
    }

    /** The entries of one page, the oldest first. */
    record Page(List<FeedItem> items) {
        Page {
            items = List.copyOf(items);
        }
    }

    void keep(Backfill run, int index, List<FeedItem> items) {
        documents.putEntries(Map.of(key(run, index), Json.bytes(new Page(items))));
    }

    /** Returns the entries of a page; none if it was forgotten. */
    List<FeedItem> of(Backfill run, int index) {
        return documents
                .entry(key(run, index))
                .filter(bytes -> bytes.length > 0)
                .map(bytes -> Json.read(new String(bytes, StandardCharsets.UTF_8), Page.class)
                        .items())
                .orElse(List.of());
    }

    /** Replaces a page by nothing; the bucket deletes replaced objects in time. */
    void forget(Backfill run, int index) {
        documents.putEntries(Map.of(key(run, index), new byte[0]));
    }

    private static String key(Backfill run, int index) {
        return "entries/backfill/" + run.source() + "/" + run.started().toEpochMilli() + "/" + index;
    }
}
