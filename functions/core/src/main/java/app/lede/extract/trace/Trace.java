package app.lede.extract.trace;

import app.lede.article.Block;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Explains an extraction.
 *
 * @param kept passages of a page kept by their evidence, in document order, at most {@value #MAX_KEPT}; empty for other
 *     documents, which keep everything not dropped
 * @param dropped the passages left out next to or inside the text, in document order, at most {@value #MAX_DROPPED}
 * @param counts how many passages were dropped, by reason, also those beyond the bound
 * @param notes decisions on the whole, such as where the headline was found
 */
public record Trace(List<Kept> kept, List<Dropped> dropped, Map<String, Integer> counts, List<String> notes) {

    static final int MAX_DROPPED = 200;
    static final int MAX_KEPT = 200;
    private static final int MAX_SNIPPET = 120;

    /**
     * The evidence on a passage.
     *
     * @param probability probability that it is part of the article, 0 to 1, neighbours considered; the threshold may
     *     be below one half
     * @param clues its strongest clues, with weights in log-odds; positive favours the article
     */
    public record Why(double probability, List<Weight> clues) {}

    /** A clue and its weight in log-odds. */
    public record Weight(String clue, double weight) {

        @Override
        @JsonValue
        public String toString() {
            return String.format(Locale.ROOT, "%s %+.2f", clue, weight);
        }
    }

    /** A passage of the article, cut at {@value #MAX_SNIPPET} characters. */
    public record Kept(String text, Why why) {}

    /** A dropped passage, cut at {@value #MAX_SNIPPET} characters. */
    public record Dropped(
            String text,
            String reason,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Why why) {}

    public Trace {
        kept = List.copyOf(kept);
        dropped = List.copyOf(dropped);
        counts = Collections.unmodifiableMap(new TreeMap<>(counts)); // Sorted: one document, one line of JSON.
        notes = List.copyOf(notes);
    }

    /** Returns this trace with further blocks dropped. */
    public Trace dropping(List<Block> also, String reason) {
        Log log = new Log();
        log.kept.addAll(kept);
        log.dropped.addAll(dropped);
        log.counts.putAll(counts);
        log.notes.addAll(notes);
        for (Block block : also) {
            String text = Log.snippet(block.text());
            log.kept.stream()
                    .filter(each -> each.text().equals(text))
                    .findFirst()
                    .ifPresent(log.kept::remove);
            log.drop(block.text(), reason);
        }
        return log.trace();
    }

    /** Collects a trace during one extraction; not thread safe. */
    public static final class Log {
        private final List<Kept> kept = new ArrayList<>();
        private final List<Dropped> dropped = new ArrayList<>();
        private final Map<String, Integer> counts = new TreeMap<>();
        private final List<String> notes = new ArrayList<>();

        public void keep(String text, Evidence evidence) {
            if (kept.size() < MAX_KEPT) {
                kept.add(new Kept(snippet(text), evidence.why()));
            }
        }

        public void drop(String text, String reason) {
            drop(text, reason, null);
        }

        public void drop(String text, String reason, @Nullable Evidence evidence) {
            counts.merge(reason, 1, Integer::sum);
            if (dropped.size() < MAX_DROPPED) {
                dropped.add(new Dropped(snippet(text), reason, evidence == null ? null : evidence.why()));
            }
        }

        public void note(String note) {
            notes.add(note);
        }

        public Trace trace() {
            return new Trace(kept, dropped, counts, notes);
        }

        private static String snippet(String text) {
            if (text.length() <= MAX_SNIPPET) {
                return text;
            }
            int end = Character.isHighSurrogate(text.charAt(MAX_SNIPPET - 1)) ? MAX_SNIPPET - 1 : MAX_SNIPPET;
            return text.substring(0, end) + "…";
        }
    }
}
