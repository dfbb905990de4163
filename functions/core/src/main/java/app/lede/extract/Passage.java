package app.lede.extract;

import app.lede.extract.Block.Kind;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * A run of a document's text without a block boundary in it: what is kept or dropped as a whole.
 *
 * @param text never blank; a line end only where the document breaks the line
 * @param words of the text
 * @param linkedShare the share of the text's letters that are links, 0 to 1
 * @param strongShare the share that is set in bold, 0 to 1
 * @param stressedShare the share that is set in italics, 0 to 1
 * @param linkFirst whether its first letter is a link's
 * @param afterPicture whether a picture stands between the passage before and this one
 * @param anchor the first link in it
 * @param frame the block element it stands in
 */
record Passage(
        Kind kind,
        String text,
        int words,
        double linkedShare,
        double strongShare,
        double stressedShare,
        boolean linkFirst,
        boolean afterPicture,
        @Nullable Element anchor,
        Frame frame) {

    /** A passage of a text without markup. */
    static Passage plain(Kind kind, String text) {
        return new Passage(kind, text, Words.count(text), 0, 0, 0, false, false, null, Frame.ROOT);
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
