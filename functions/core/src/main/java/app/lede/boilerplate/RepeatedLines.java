package app.lede.boilerplate;

import app.lede.article.Block;
import app.lede.article.Block.Kind;
import app.lede.extract.Extracted;
import java.util.ArrayList;
import java.util.List;

/**
 * Removes lines that other articles of the same site contain: from both ends inward, and short lines between
 * paragraphs. The more a line resembles a sentence of the story, the more articles must contain it, since follow-ups
 * repeat sentences.
 */
public final class RepeatedLines {

    /** Word count above which a line counts as a passage. */
    private static final int LONG = 25;

    /** Articles that must contain a long passage at the ends; follow-ups on one story repeat some. */
    private static final int WITNESSES_OF_LONG = 2;

    /** Articles that must contain a short line in the middle, where it may be a series' recurring question. */
    private static final int WITNESSES_IN_MIDDLE = 3;

    /**
     * Word count up to which lines between paragraphs are kept ("Pros", "Cost", "}"): usually the article's own form.
     */
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
     * Returns the article without repeated lines; the article itself if nothing is repeated.
     *
     * @param known other articles of the site; those that share most of this one's words count as its versions and are
     *     ignored
     */
    public static Extracted leftOut(Extracted article, List<ArticleLines> known) {
        return known.isEmpty() ? article : new RepeatedLines(article, known).leftOut();
    }

    /** Tests whether another article contains more than half of this one's words, line by line. */
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
        // If nothing would be left, the site serves one text at many addresses; keep it.
        return own.isEmpty() || own.size() == blocks.size() ? article : article.keeping(own, "repeated on the site");
    }

    /** Tests for a heading above the first paragraph, which is kept even if repeated. */
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
