package app.lede.grounding;

import java.util.List;

/** Result of checking a summary against its text. */
public sealed interface Grounding {

    /** Every sentence is supported. */
    record Grounded(List<Supported> sentences) implements Grounding {

        public Grounded {
            sentences = List.copyOf(sentences);
        }
    }

    /** At least one sentence is not; the findings in the order of the sentences, at least one. */
    record Ungrounded(List<Finding> findings) implements Grounding {

        public Ungrounded {
            findings = List.copyOf(findings);
        }
    }
}
