package app.lede.extract;

import app.lede.article.Block.Kind;
import app.lede.text.Words;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * A run of a document's text without a block boundary in it: what is kept or dropped as a whole.
 *
 * @param text never blank; a line end only where the document breaks the line
 * @param words of the text
 * @param anchor the first link in it
 * @param frame the block element it stands in
 */
record Passage(
        Kind kind,
        String text,
        int words,
        Style style,
        @Nullable Element anchor,
        Frame frame) {

    /** A passage of a text without markup. */
    static Passage plain(Kind kind, String text) {
        return new Passage(kind, text, Words.count(text), Style.PLAIN, null, Frame.ROOT);
    }

    /** The share of the text's letters that are links, 0 to 1. */
    double linkedShare() {
        return style.linked();
    }

    /** Absolute URL of the first link in it; empty if that leads nowhere. */
    @Nullable
    String link() {
        return anchor == null ? null : anchor.absUrl("href");
    }

    boolean isHeading() {
        return kind == Kind.HEADING;
    }
}
