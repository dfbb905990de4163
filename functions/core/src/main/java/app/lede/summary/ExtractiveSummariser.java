package app.lede.summary;

import app.lede.hash.Digest;
import app.lede.summary.rank.KeyPoints;
import app.lede.summary.rank.Passage;
import app.lede.summary.rank.Ranked;
import app.lede.summary.rank.References;
import app.lede.summary.rank.Sets;
import app.lede.summary.rank.StopWords;
import app.lede.summary.rank.Term;
import app.lede.summary.rank.Tokens;
import app.lede.summary.rank.Topicality;
import app.lede.summary.rank.Weights;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Summarises by extraction: whole sentences, verbatim, in document order.
 *
 * <p>Cleans the text, leaves out sentences that share nothing with the rest of it, and selects the set of sentences of the highest
 * value within the budget; in a very short text, or a language that the weights
 * were not trained on, the first sentences. Any text that is not blank
 * yields at least one sentence. If the first sentence exceeds the budget it is kept whole up to {@value #LONGEST_SENTENCE} words,
 * then cut between words.
 *
 * <p>Thread safe. Time is linear in the text up to 200,000 characters; the rest is ignored.
 */
public final class ExtractiveSummariser implements Summariser {

    /** Name and version of the method; changes whenever its summaries change. */
    public static final String METHOD = "extractive-2";

    static final int BUDGET = 60;
    static final int LONGEST_SENTENCE = 100;

    /** Words that a summary should have at least, as far as the text has them. */
    public static final int LEAST = 25;

    private static final int MOST_CHARACTERS = 1200;
    private static final int THREE = 3;

    /** Sentences of a text so short that its lead is its summary. */
    private static final int FEW = 4;

    /** Languages that the weights were trained on. */
    private static final Set<String> TRAINED = Set.of("en", "fr");

    private final Story story = new Story();
    private final Weights weights;

    /** Loads the word lists and the trained weights; share one instance. */
    public ExtractiveSummariser() {
        this(Weights.load());
    }

    /** Uses other weights, to measure them. */
    public ExtractiveSummariser(Weights weights) {
        this.weights = weights;
    }

    @Override
    public Summary summarise(String text, @Nullable String language, @Nullable String headline) {
        return summarise(text, language, headline, Length.SHORT);
    }

    /**
     * Summarises one article at a requested length.
     *
     * @param text the article's body, paragraphs separated by blank lines
     * @param language BCP 47 primary tag, if known
     * @param headline not repeated in the summary; if known
     */
    public Summary summarise(String text, @Nullable String language, @Nullable String headline, Length length) {
        List<Candidate> candidates = story.read(text, language, headline);
        if (candidates.isEmpty()) {
            return new Summary(List.of(), METHOD, Digest.hex(text));
        }
        List<Passage> passages = candidates.stream().map(Candidate::passage).toList();
        List<Term> title = new Tokens(StopWords.of(language)).of(headline == null ? "" : headline);
        int most = length == Length.KEY_POINTS ? KeyPoints.CANDIDATES : Sets.CANDIDATES;
        boolean trained = language != null && TRAINED.contains(language);
        boolean picks = trained && length == Length.SHORT;
        Topicality.Extent extent = picks ? Topicality.Extent.EVERYWHERE : Topicality.Extent.ABOVE;
        References references = References.of(language);
        Ranked ranked = Ranked.of(passages, title, language, weights, extent, most);
        int[] chosen =
                switch (length) {
                    case HEADLINE ->
                        ranked.headline(
                                weights,
                                at -> references.opens(
                                        passages.get(at).text(), at == 0, headline == null ? "" : headline));
                    case SHORT ->
                        picks && ranked.order().length > FEW
                                ? ranked.select(weights, BUDGET, LEAST)
                                : ranked.lead(BUDGET);
                    case THREE_SENTENCES -> Arrays.copyOf(ranked.order(), Math.min(THREE, ranked.order().length));
                    case KEY_POINTS -> KeyPoints.of(ranked, weights);
                };
        IntStream told = chosen.length > 0 ? Arrays.stream(chosen) : IntStream.of(ranked.order()[0]);
        return new Summary(
                Sentences.positioned(
                        text,
                        told.mapToObj(i -> bounded(text, candidates.get(i).range()))
                                .toList()),
                METHOD,
                Digest.hex(text));
    }

    /** Cuts an overlong sentence (a list, a table, a page without full stops) between words. */
    private static Range bounded(String text, Range range) {
        boolean tooManyWords = WordCount.of(text, range) > LONGEST_SENTENCE;
        if (!tooManyWords && range.length() <= MOST_CHARACTERS) {
            return range;
        }
        int end = Math.min(range.end(), range.start() + MOST_CHARACTERS);
        boolean halved = Character.isHighSurrogate(text.charAt(end - 1));
        return WordCount.first(text, new Range(range.start(), halved ? end - 1 : end), BUDGET);
    }
}
