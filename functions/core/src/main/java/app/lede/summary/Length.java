package app.lede.summary;

import java.util.Arrays;
import java.util.Optional;

/** Requested length of a summary. */
public enum Length {
    /** One sentence, the shortest that carries the news. */
    HEADLINE("headline"),
    /** At most 60 words, in whole sentences: the summary that is stored with each article. */
    SHORT("short"),
    /** The first three sentences of the cleaned text. */
    THREE_SENTENCES("three-sentences"),
    /** Up to five sentences from the whole text, each of which is a point of its own. */
    KEY_POINTS("key-points");

    private final String tag;

    Length(String tag) {
        this.tag = tag;
    }

    /** Returns the name used in requests. */
    public String tag() {
        return tag;
    }

    /** Returns the length with a name; empty for an unknown one. */
    public static Optional<Length> of(String tag) {
        return Arrays.stream(values()).filter(length -> length.tag.equals(tag)).findFirst();
    }
}
