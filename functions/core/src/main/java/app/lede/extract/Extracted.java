package app.lede.extract;

import static java.util.Objects.requireNonNull;

import app.lede.article.AccessFinding;
import app.lede.article.ArticleText;
import app.lede.article.Block;
import app.lede.article.Metadata;
import app.lede.document.Reading.Problem;
import app.lede.extract.trace.Trace;
import app.lede.text.InvisibleText;
import app.lede.text.Words;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An article as a document gives it: its metadata, its body, and the trace of how both were found. All text is the
 * document's own.
 *
 * @param blocks the body in reading order, without the headline; never empty
 * @param language BCP 47, as declared
 * @param declaredUrl what the document calls its own address (rel=canonical, og:url): absolute, otherwise as it stands
 *     there
 * @param access how much of the article the document shows
 * @param hidden number of invisible characters that were removed from the text, see {@link InvisibleText}
 */
public record Extracted(
        Metadata metadata,
        List<Block> blocks,
        @Nullable String language,
        @Nullable String declaredUrl,
        AccessFinding access,
        int hidden,
        Trace trace)
        implements Extraction {

    public Extracted {
        requireNonNull(metadata, "metadata");
        blocks = List.copyOf(blocks);
        requireNonNull(access, "access");
        requireNonNull(trace, "trace");
    }

    /** Joins the blocks: paragraphs by a blank line, items of one list by a line end. Never blank; linear in its length. */
    public String text() {
        return ArticleText.join(blocks);
    }

    public Extracted withMetadata(Metadata changed) {
        return new Extracted(changed, blocks, language, declaredUrl, access, hidden, trace);
    }

    /** Returns the article without hidden characters, and none if it has no others. */
    Extraction visible() {
        List<Block> shown = new ArrayList<>(blocks.size());
        int removed = 0;
        for (Block block : blocks) {
            String text = InvisibleText.strip(block.text());
            removed += text.length() == block.text().length() ? 0 : InvisibleText.count(block.text());
            if (!text.isBlank()) {
                shown.add(new Block(block.kind(), text));
            }
        }
        Metadata clean = metadata.visible();
        if (shown.isEmpty()) {
            return new Nothing(Problem.EMPTY, "the text consists of invisible characters");
        }
        return removed == 0 && clean.equals(metadata)
                ? this
                : new Extracted(clean, removed == 0 ? blocks : shown, language, declaredUrl, access, removed, trace);
    }

    Extracted withAccess(AccessFinding seen) {
        return new Extracted(metadata, blocks, language, declaredUrl, seen, hidden, trace);
    }

    /**
     * Keeps some of the blocks alone.
     *
     * @param kept blocks of this article, in its order; not empty
     * @param reason why the others are left out, for the trace
     */
    public Extracted keeping(List<Block> kept, String reason) {
        Metadata counted = metadata.toBuilder()
                .wordCount(Words.count(ArticleText.join(kept)))
                .build();
        return new Extracted(
                counted, kept, language, declaredUrl, access, hidden, trace.dropping(without(kept), reason));
    }

    /** Returns the blocks not kept, by identity: of equal lines one may be kept. */
    private List<Block> without(List<Block> kept) {
        Set<Block> staying = Collections.newSetFromMap(new IdentityHashMap<>());
        staying.addAll(kept);
        return blocks.stream().filter(block -> !staying.contains(block)).toList();
    }
}
