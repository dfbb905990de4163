package app.lede.abstractive;

import app.lede.grounding.Supported;
import java.util.List;

/** Result of asking for a model's summary. */
public sealed interface ModelSummary {

    /** The summary, every sentence with the passages that support it. */
    record Shown(List<Supported> sentences) implements ModelSummary {

        public Shown {
            sentences = List.copyOf(sentences);
        }
    }

    /**
     * No summary; the extractive one stands.
     *
     * @param detail what the text does not support, empty for other reasons
     */
    record Withheld(Reason reason, String detail) implements ModelSummary {

        Withheld(Reason reason) {
            this(reason, "");
        }
    }
}
