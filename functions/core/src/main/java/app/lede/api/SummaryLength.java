package app.lede.api;

import app.lede.article.Article;
import app.lede.article.ArticleTexts;
import app.lede.summary.ExtractiveSummariser;
import app.lede.summary.Length;
import app.lede.summary.Summary;
import java.util.List;

/** Summarises a stored text at the length that the parameter {@code length} asks for. Thread safe. */
final class SummaryLength {

    private final ArticleTexts texts;

    SummaryLength(ArticleTexts texts) {
        this.texts = texts;
    }

    /** Loads the weights for the first request that needs them. */
    private static final class Loaded {
        private static final ExtractiveSummariser SUMMARISER = new ExtractiveSummariser();
    }

    /** Returns the requested length; an unknown one is a fault. */
    static Length of(Parameters parameters) {
        return parameters
                .choice("length", List.of(Length.values()), Length::tag)
                .orElse(Length.SHORT);
    }

    /** Returns the article with a summary of a length; with the stored one if that has the length, or if the text is gone. */
    Article of(Article article, Length length) {
        return length == Length.SHORT
                ? article
                : texts.get(article.textKey())
                        .map(parsed -> {
                            Summary summary = Loaded.SUMMARISER.summarise(
                                    parsed.text(),
                                    article.language(),
                                    article.metadata().headline(),
                                    length);
                            return article.withSummary(summary);
                        })
                        .orElse(article);
    }
}
