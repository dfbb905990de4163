package app.lede.boilerplate;

import app.lede.article.Block;
import app.lede.article.Block.Kind;
import app.lede.extract.Extracted;
import java.util.ArrayList;
import java.util.List;

/**
 * Leaves out of an article what other articles of its site say too: from the ends inward, and between its paragraphs what
 * is short. The more a line could be a sentence of the story, which follow-ups repeat, the more articles must say it.
 */
public final class RepeatedLines {

    /** More words than a label, a notice or an invitation has. */
    private static final int LONG = 25;

    /** Long passages at the ends are repeated by follow-ups on one story too. */
    private static final int WITNESSES_OF_LONG = 2;

    /** In the middle, a short line may be a question that a series repeats. */
    private static final int WITNESSES_IN_MIDDLE = 3;

    /** "Pros", "Cost", "}": so few words between paragraphs are the article's own form more often than the site's. */
    private static final int FEW = 2;

    private final Extracted article;
    private final List<Block> blocks;
    private final List<ArticleLines> others;

    private RepeatedLines(Extracted article, List<ArticleLines> known) {
        this.article = article;
        this.blocks = article.blocks();
        this.others = known.stream().filter(other -> !isVersion(other)).toList();
    }

    /**
     * The article without what the others repeat; the article itself where that is nothing.
     *
     * @param known other articles of the site; those that share most of this one's words are taken for versions of it and
     *     don't count
     */
    public static Extracted leftOut(Extracted article, List<ArticleLines> known) {
        return known.isEmpty() ? article : new RepeatedLines(article, known).leftOut();
    }

    /** An article that says more than half of this one's words, line by line, is another version of it. */
    private boolean isVersion(ArticleLines other) {
        int all = 0;
        int shared = 0;
        for (Block block : blocks) {
            int words = block.words();
            all += words;
            shared += other.has(block) ? words : 0;
        }
        return 2 * shared > all;
    }

    private Extracted leftOut() {
        int from = 0;
        while (from < blocks.size() && !isHeading(blocks.get(from)) && isRepeatedAtEnd(blocks.get(from))) {
            from++;
        }
        int to = blocks.size();
        while (to > from && isRepeatedAtEnd(blocks.get(to - 1))) {
            to--;
        }
        List<Block> own = new ArrayList<>();
        for (int i = from; i < to; i++) {
            if (!isRepeatedInMiddle(blocks.get(i))) {
                own.add(blocks.get(i));
            }
        }
        // Where nothing is left, the site says one thing under many addresses, and that is what there is to read.
        return own.isEmpty() || own.size() == blocks.size() ? article : article.keeping(own, "repeated on the site");
    }

    /** A heading above the first paragraph belongs to it, whatever other articles call theirs. */
    private static boolean isHeading(Block block) {
        return block.kind() == Kind.HEADING;
    }

    private boolean isRepeatedAtEnd(Block block) {
        return witnesses(block) >= (block.words() > LONG ? WITNESSES_OF_LONG : 1);
    }

    private boolean isRepeatedInMiddle(Block block) {
        int words = block.words();
        return block.kind() == Kind.PARAGRAPH
                && words > FEW
                && words <= LONG
                && witnesses(block) >= WITNESSES_IN_MIDDLE;
    }

    private long witnesses(Block block) {
        return others.stream().filter(other -> other.has(block)).count();
    }
}
