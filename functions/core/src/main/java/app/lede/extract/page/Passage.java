package app.lede.extract.page;

import app.lede.article.Block.Kind;
import app.lede.text.Words;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * A run of text without a block boundary; kept or dropped as a whole.
 *
 * @param text never blank; a line end only where the document breaks the line
 * @param key the text's {@link Words#key}, computed once because many steps compare it
 * @param words of the text
 * @param anchor the first link in it
 * @param frame the block element it stands in
 */
public record Passage(
        Kind kind,
        String text,
        String key,
        int words,
        PassageStyle style,
        @Nullable Element anchor,
        Frame frame) {

    /** Creates a passage of a text without markup. */
    public static Passage plain(Kind kind, String text) {
        return new Passage(kind, text, Words.key(text), Words.count(text), PassageStyle.PLAIN, null, Frame.ROOT);
    }

    /** Returns the share of letters inside links, 0 to 1. */
    public double linkedShare() {
        return style.linked();
    }

    /** Returns the absolute URL of its first link; empty if there is none. */
    @Nullable
    public String link() {
        return anchor == null ? null : anchor.absUrl("href");
    }

    public boolean isHeading() {
        return kind == Kind.HEADING;
    }
}
