package app.lede.abstractive;

import java.time.Duration;
import java.time.Instant;

/**
 * Keeps what models answered, by {@link Prompt#key}, so that no question is paid twice: whoever asks claims the question first,
 * and a claim without an answer is never given to another. Thread safe.
 */
public interface AnswerStore {

    /** Time in which whoever claimed a question has its answer, or none will come; longer than any function runs. */
    Duration LEASE = Duration.ofMinutes(5);

    /** Time for which answers are kept; later, an article that shows a summary is still not asked about again. */
    Duration KEPT = Duration.ofDays(35);

    /** State of a question. */
    sealed interface Claim {

        /** The caller asks, and nobody else will. */
        record Granted() implements Claim {}

        /** The question was answered, or failed for good. */
        record Known(StoredAnswer answer) implements Claim {}

        /** Another claimed it less than {@link #LEASE} ago. */
        record Underway() implements Claim {}

        /** Another claimed it and kept no answer. */
        record Interrupted() implements Claim {}
    }

    /** Claims a question. */
    Claim claim(String key, Instant now);

    /** Keeps the answer of a claimed question. */
    void keep(String key, StoredAnswer answer, Instant now);

    /** Gives a claim back: nothing was paid, and the question may be asked again. */
    void release(String key);
}
