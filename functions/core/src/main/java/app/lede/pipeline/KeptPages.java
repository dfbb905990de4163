package app.lede.pipeline;

import app.lede.backfill.Backfill;
import app.lede.backfill.Sending;
import app.lede.document.DocumentStore;
import app.lede.document.Erasure;
import app.lede.fetch.CanonicalUrl;
import app.lede.json.Json;
import app.lede.source.SourceId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Keeps the entries of an archive's pages among the documents until the backfill is over, so that no page is asked for twice. An
 * object holds the {@value #STRETCH} entries that are sent at once; their contents are objects of their own. Thread safe.
 */
final class KeptPages {

    /** Entries of one object. */
    static final int STRETCH = 20;

    /** Objects discarded at once, with up to 200 contents: some seconds. */
    private static final int DISCARDED = 10;

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
                .map(KeptPages::entries)
                .orElse(List.of());
    }

    private static List<PastEntry> entries(byte[] stretch) {
        return Json.read(new String(stretch, StandardCharsets.UTF_8), Stretch.class)
                .entries();
    }

    /**
     * Deletes a part of what is kept for a backfill that will not go on, with the contents of the entries that nobody has sent.
     *
     * @param unseen returns those of the keys that nobody has sent
     * @return whether nothing is left
     */
    boolean discard(SourceId source, Instant started, UnaryOperator<Set<CanonicalUrl>> unseen) {
        List<String> stretches = documents.entries(folder(source, started), DISCARDED);
        for (String stretch : stretches) {
            Map<CanonicalUrl, String> contents = new HashMap<>();
            documents.entry(stretch).map(KeptPages::entries).orElse(List.of()).stream()
                    .map(PastEntry::job)
                    .filter(job -> job.entry().content() != null)
                    .forEach(job -> contents.put(
                            new CanonicalUrl(job.key()),
                            Objects.requireNonNull(job.entry().content())));
            unseen.apply(contents.keySet())
                    .forEach(key -> erasure.delete(Objects.requireNonNull(contents.get(key)), null));
            erasure.delete(stretch, null); // Last, so that a call that breaks off is made good by the next.
        }
        return stretches.isEmpty();
    }

    /** Deletes everything kept for a backfill; contents stay, since they were sent. */
    void forget(SourceId source, Instant started) {
        erasure.deleteAll(folder(source, started));
    }

    /** Returns the folder of one backfill. */
    private static String folder(SourceId source, Instant started) {
        return "entries/backfill/" + source + "/" + started.toEpochMilli() + "/";
    }

    private static String key(Backfill run, int page, int offset) {
        return folder(run.source(), run.started()) + page + "/" + offset;
    }
}
