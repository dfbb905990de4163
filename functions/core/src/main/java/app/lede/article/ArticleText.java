package app.lede.article;

import app.lede.article.Block.Kind;
import java.util.List;

/** Joins blocks into an article's text. */
public final class ArticleText {

    private ArticleText() {}

    /** Joins blocks with a blank line; items of a list and rows of a table with a line break. */
    public static String join(List<Block> blocks) {
        StringBuilder text = new StringBuilder();
        Kind before = null;
        for (Block block : blocks) {
            if (before != null) {
                boolean tight = block.kind() == before && (before == Kind.LIST || before == Kind.TABLE);
                text.append(tight ? "\n" : "\n\n");
            }
            text.append(block.text());
            before = block.kind();
        }
        return text.toString();
    }
}
