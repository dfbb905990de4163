package app.lede.extract;

import app.lede.extract.Block.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A run of a document's text without a block boundary in it: what is kept or dropped as a whole.
 *
 * @param text never blank; a line end only where the document breaks the line
 * @param words of the text
 * @param linkedShare the share of the text's letters that are links, 0 to 1
 * @param link absolute URL of the first link in it
 * @param frame the block element it stands in
 */
record Passage(
        Kind kind,
        String text,
        int words,
        double linkedShare,
        @Nullable String link,
        Frame frame) {

    /** A passage of a text without markup. */
    static Passage plain(Kind kind, String text) {
        return new Passage(kind, text, Words.count(text), 0, null, Frame.ROOT);
    }

    boolean isHeading() {
        return kind == Kind.HEADING;
    }
}
