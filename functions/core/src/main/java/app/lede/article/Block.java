package app.lede.article;

import static java.util.Objects.requireNonNull;

import app.lede.text.Words;

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

    /** Words of the text; in scripts written without spaces two characters count as one. */
    public int words() {
        return Words.count(text);
    }

    /** The text's letters and digits alone, in lower case and without accents: for comparing, not for showing. */
    public String key() {
        return Words.key(text);
    }
}
