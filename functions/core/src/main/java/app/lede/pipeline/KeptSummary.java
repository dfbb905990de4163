package app.lede.pipeline;

import app.lede.article.Article;
import app.lede.article.ArticleTexts;
import app.lede.article.ParsedArticle;
import app.lede.edit.Materiality;
import app.lede.hash.Digest;
import app.lede.summary.Sentence;
import app.lede.summary.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Keeps the summary of the stored revision for one that changes nothing material, so that readers are not shown another and no model
 * is paid for it. Each sentence's passage must stand in the new text word for word. A summary of another version of the pipeline, or
 * of a text with other rights or another access, is made anew. Thread safe.
 */
record KeptSummary(ArticleTexts texts) {

    /** Returns the summary with its positions in the new text; empty if it is to be made anew. */
    Optional<Summary> of(Article stored, ParsedArticle revised) {
        return !isComparable(stored, revised) || stored.summary().sentences().isEmpty()
                ? Optional.empty()
                : texts.get(stored.textKey())
                        .filter(before -> !Materiality.between(before, revised).isMaterial())
                        .flatMap(before -> moved(stored.summary(), before.text(), revised.text()));
    }

    /** Tests for the same parser, and for the same rights and access, which decide whether a model may be asked. */
    private static boolean isComparable(Article stored, ParsedArticle revised) {
        return stored.provenance().parser() == revised.provenance().parser()
                && stored.provenance().access() == revised.provenance().access()
                && stored.rights().verdicts().equals(revised.rights().verdicts());
    }

    private static Optional<Summary> moved(Summary summary, String before, String after) {
        List<Sentence> moved = new ArrayList<>();
        int length = before.codePointCount(0, before.length());
        for (Sentence sentence : summary.sentences()) {
            if (sentence.end() > length) {
                return Optional.empty();
            }
            int start = before.offsetByCodePoints(0, sentence.start());
            String passage =
                    before.substring(start, before.offsetByCodePoints(start, sentence.end() - sentence.start()));
            int at = after.indexOf(passage);
            if (at < 0) {
                return Optional.empty();
            }
            int first = after.codePointCount(0, at);
            moved.add(new Sentence(sentence.text(), first, first + sentence.end() - sentence.start()));
        }
        return Optional.of(new Summary(moved, summary.method(), Digest.hex(after), summary.by(), summary.reason()));
    }
}
