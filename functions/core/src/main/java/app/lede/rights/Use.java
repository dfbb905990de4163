package app.lede.rights;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A use of an article's text that publishers rule on. */
public enum Use {
    /** Indexing, listing and linking to the article. */
    SEARCH,
    /** Showing an extract or a summary. */
    SUMMARY,
    /** Handing the text to a model: a model's summary, a tool of an agent. */
    AI_INPUT,
    /** Exporting texts in bulk, as for training. */
    AI_TRAIN;

    /** Spells it as in the API: {@code search}, {@code summary}, {@code ai-input}, {@code ai-train}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the use of a label. */
    public static Optional<Use> ofLabel(String label) {
        return Stream.of(values()).filter(use -> use.label().equals(label)).findFirst();
    }
}
