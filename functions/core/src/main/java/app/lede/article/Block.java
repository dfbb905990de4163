package app.lede.article;

import static java.util.Objects.requireNonNull;

import app.lede.text.Words;

/** A block of an article's text, never blank: a paragraph, a heading, a list item or a table row. */
public record Block(Kind kind, String text) {

    /** The kind of block. */
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

    /** Counts the words; in scripts written without spaces two characters count as one. */
    public int words() {
        return Words.count(text);
    }

    /** Returns the letters and digits in lower case without accents, for comparison. */
    public String key() {
        return Words.key(text);
    }
}
