package app.lede.extract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Why an article's text is what it is.
 *
 * @param dropped the passages left out next to or inside the text, in document order, at most {@value #MAX_DROPPED}
 * @param counts how many passages were dropped, by reason, also those beyond the bound
 * @param notes decisions on the whole, such as where the headline was found
 */
public record Trace(List<Dropped> dropped, Map<String, Integer> counts, List<String> notes) {

    static final int MAX_DROPPED = 200;
    private static final int MAX_SNIPPET = 120;

    /** A passage that is not part of the article; its text is cut at {@value #MAX_SNIPPET} characters. */
    public record Dropped(String text, String reason) {}

    public Trace {
        dropped = List.copyOf(dropped);
        counts = Collections.unmodifiableMap(new TreeMap<>(counts)); // Sorted: one document, one line of JSON.
        notes = List.copyOf(notes);
    }

    /** This trace, and blocks left out afterwards. */
    Trace dropping(List<Block> also, String reason) {
        Log log = new Log();
        log.dropped.addAll(dropped);
        log.counts.putAll(counts);
        log.notes.addAll(notes);
        also.forEach(block -> log.drop(block.text(), reason));
        return log.trace();
    }

    /** Collects a trace while one document is worked on; not thread safe. */
    static final class Log {
        private final List<Dropped> dropped = new ArrayList<>();
        private final Map<String, Integer> counts = new TreeMap<>();
        private final List<String> notes = new ArrayList<>();

        void drop(String text, String reason) {
            counts.merge(reason, 1, Integer::sum);
            if (dropped.size() < MAX_DROPPED) {
                dropped.add(new Dropped(snippet(text), reason));
            }
        }

        void note(String note) {
            notes.add(note);
        }

        Trace trace() {
            return new Trace(dropped, counts, notes);
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
