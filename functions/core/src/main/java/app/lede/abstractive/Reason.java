package app.lede.abstractive;

import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reasons why the extractive summary stands in place of a model's; each is counted. */
public enum Reason {
    /** The stored text is a stub of the article. */
    STUB,
    /** The publisher does not allow the text to be handed to a model. */
    RIGHTS,
    /** The grounding gate does not know the language. */
    LANGUAGE,
    /** The text is hardly longer than a summary. */
    SHORT,
    /** The month's budget has no room for the call. */
    BUDGET,
    /** An earlier attempt asked and ended before it kept the answer; it may have been paid, so nobody asks again. */
    INTERRUPTED,
    /** The model or a guardrail refused to answer. */
    REFUSED,
    /** The answer reached its maximum length. */
    CUT_OFF,
    /** The answer is not the JSON it was asked for. */
    MALFORMED,
    /** The summary has too many sentences or words. */
    TOO_LONG,
    /** The service throttled the call, or its quota is used up. */
    THROTTLED,
    /** The model took too long (408, or no answer in time). */
    MODEL_TIMEOUT,
    /** The model failed (424). */
    MODEL_ERROR,
    /** The service can't be reached, or failed. */
    UNAVAILABLE,
    /** The answer ended for a reason that this version does not know. */
    UNKNOWN_STOP,
    /** The service rejected the request: no access to the model, or no such model. */
    MISCONFIGURED,
    /** The text does not support the summary. */
    UNGROUNDED;

    /** Spells it as in records and metrics, for example {@code model-timeout}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Tests for a failure of the service that was not paid and may pass: the same question may be asked again. A timeout was
     * perhaps paid, a budget lasts for the month, and what the model answered stays what it is.
     */
    public boolean isTransient() {
        return switch (this) {
            case THROTTLED, MODEL_ERROR, UNAVAILABLE -> true;
            case STUB,
                    RIGHTS,
                    LANGUAGE,
                    SHORT,
                    BUDGET,
                    INTERRUPTED,
                    REFUSED,
                    CUT_OFF,
                    MALFORMED,
                    TOO_LONG,
                    MODEL_TIMEOUT,
                    UNKNOWN_STOP,
                    MISCONFIGURED,
                    UNGROUNDED -> false;
        };
    }

    /** Tests for the label of a failure that may pass. */
    public static boolean isTransient(@Nullable String label) {
        return Stream.of(values())
                .anyMatch(reason -> reason.isTransient() && reason.label().equals(label));
    }

    /** Reads a label; anything else is an IllegalArgumentException. */
    public static Reason ofLabel(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
