package app.lede.pipeline;

import app.lede.abstractive.AbstractiveSummariser;
import app.lede.abstractive.ModelSummary.Shown;
import app.lede.abstractive.ModelSummary.Withheld;
import app.lede.article.Article;
import app.lede.article.ParsedArticle;
import app.lede.grounding.Supported;
import app.lede.rights.UnstatedUses;
import app.lede.rights.Use;
import app.lede.summary.Sentence;
import app.lede.summary.Summary;
import java.util.List;
import java.util.Optional;

/**
 * Replaces extractive summaries by a model's where rights, budget and the grounding gate allow it. Thread safe.
 *
 * @param summariser empty in a stack without a model
 * @param unstated what is allowed where a publisher says nothing
 */
public record ModelSummaries(Optional<AbstractiveSummariser> summariser, UnstatedUses unstated) {

    /** A stack without a model. */
    public static final ModelSummaries NONE = new ModelSummaries(Optional.empty(), UnstatedUses.DEFAULT);

    /**
     * Returns the article with the model's summary, or with the reason why its own stands.
     *
     * @throws app.lede.abstractive.CallUnderway if another attempt is asking for the same summary
     */
    Article in(ParsedArticle parsed, Article article) {
        return summariser
                .map(model -> article.withSummary(summary(model, parsed, article)))
                .orElse(article);
    }

    private Summary summary(AbstractiveSummariser model, ParsedArticle parsed, Article article) {
        AbstractiveSummariser.Request request = new AbstractiveSummariser.Request(
                parsed.text(),
                article.language(),
                parsed.metadata().headline(),
                parsed.provenance().access().isWhole(),
                parsed.rights().allow(Use.AI_INPUT, unstated),
                parsed.provenance().sourceId());
        Summary own = article.summary();
        return switch (model.summarise(request)) {
            case Shown shown ->
                new Summary(sentences(shown), AbstractiveSummariser.METHOD, own.textSha256(), model.model(), null);
            case Withheld withheld -> {
                String detail = withheld.detail().isEmpty() ? "" : ": " + withheld.detail();
                yield own.withReason(withheld.reason().label() + detail);
            }
        };
    }

    /** Returns the model's sentences, each with the position of its best passage. */
    private static List<Sentence> sentences(Shown shown) {
        return shown.sentences().stream().map(ModelSummaries::positioned).toList();
    }

    private static Sentence positioned(Supported supported) {
        Sentence passage = supported.passages().getFirst();
        return new Sentence(supported.text(), passage.start(), passage.end());
    }
}
