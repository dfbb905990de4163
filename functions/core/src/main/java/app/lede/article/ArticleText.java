package app.lede.article;

import app.lede.article.Block.Kind;
import java.util.List;

/** Blocks joined into the text of an article. */
public final class ArticleText {

    private ArticleText() {}

    /** A blank line between blocks, but only a line end between the items of a list and the rows of a table. */
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
