package app.lede.summary;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A summary of one text.
 *
 * @param sentences in document order, verbatim; of a model, its own words, each with the passage of the text that supports it
 *     best. Empty only for a blank text
 * @param method name and version of the summarising method, such as {@code extractive-2}
 * @param textSha256 SHA-256 of the text that the offsets count in, as hexadecimal digits of its UTF-8 bytes; null in records of
 *     earlier versions
 * @param by {@value #EXTRACTIVE}, or the id of the model that wrote it
 * @param reason why no summary of a model is shown; null where one is, and in stacks without a model
 */
public record Summary(
        List<Sentence> sentences,
        String method,
        @Nullable String textSha256,
        String by,
        @Nullable String reason) {

    /** Author of summaries that consist of the text's own sentences. */
    public static final String EXTRACTIVE = "extractive";

    /** Copies the list of sentences. */
    public Summary {
        sentences = List.copyOf(sentences);
    }

    /** Creates a summary of the text's own sentences. */
    public Summary(List<Sentence> sentences, String method, @Nullable String textSha256) {
        this(sentences, method, textSha256, EXTRACTIVE, null);
    }

    /** Creates a summary of an unknown text. */
    public Summary(List<Sentence> sentences, String method) {
        this(sentences, method, null);
    }

    /** Returns this summary with the reason why it stands in place of a model's, if it does. */
    public Summary withReason(@Nullable String why) {
        return new Summary(sentences, method, textSha256, by, why);
    }

    /** Returns the first sentences of this summary. */
    public Summary with(List<Sentence> kept) {
        return new Summary(kept, method, textSha256, by, reason);
    }
}
