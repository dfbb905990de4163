package app.lede.extract;

import static java.util.Objects.requireNonNull;

/** A piece of an article's text, never blank: a paragraph, a heading, one item of a list, one row of a table. */
public record Block(Kind kind, String text) {

    /** What a block is to its reader. */
    public enum Kind {
        PARAGRAPH,
        HEADING,
        LIST,
        QUOTE,
        CAPTION,
        TABLE
    }

    public Block {
        requireNonNull(kind, "kind");
        requireNonNull(text, "text");
        if (text.isBlank()) {
            throw new IllegalArgumentException("a block without text");
        }
    }
}
