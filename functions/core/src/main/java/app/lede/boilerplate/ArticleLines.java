package app.lede.boilerplate;

import static java.util.Objects.requireNonNull;

import app.lede.article.ArticleId;
import app.lede.article.Block;
import app.lede.hash.Digest;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * 64-bit hashes of an article's lines: enough to recognise a line, not to reconstruct it.
 *
 * @param at time at which the article's document was announced
 * @param hashes hashes of the first and last lines, at most {@value #MAX_LINES}; site furniture is found at the ends
 */
public record ArticleLines(ArticleId article, Instant at, Set<Long> hashes) {

    public static final int MAX_LINES = 200;

    public ArticleLines {
        requireNonNull(article, "article");
        requireNonNull(at, "at");
        hashes = Set.copyOf(hashes);
        if (hashes.size() > MAX_LINES) {
            throw new IllegalArgumentException(hashes.size() + " lines");
        }
    }

    /** Hashes the lines of an extracted article. */
    public static ArticleLines of(ArticleId article, Instant at, List<Block> blocks) {
        Set<Long> hashes = new LinkedHashSet<>();
        int skipFrom = MAX_LINES / 2;
        int skipTo = Math.max(skipFrom, blocks.size() - MAX_LINES / 2);
        for (int i = 0; i < blocks.size(); i++) {
            if (i < skipFrom || i >= skipTo) {
                hashes.add(hash(blocks.get(i)));
            }
        }
        return new ArticleLines(article, at, hashes);
    }

    /** Hashes a line, ignoring case, accents, punctuation and spaces. */
    static long hash(Block line) {
        return Digest.first64(line.key());
    }

    /** Returns the index of this article's slot in its site. */
    public int slot() {
        return Math.floorMod(article.value().hashCode(), SiteLines.SLOTS);
    }

    /** Returns the expiry. */
    public Instant until() {
        return at.plus(SiteLines.KEPT);
    }

    boolean has(Block line) {
        return hashes.contains(hash(line));
    }
}
