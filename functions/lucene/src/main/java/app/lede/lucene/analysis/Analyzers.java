package app.lede.lucene.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** Analyses texts for the index and for queries, in every chain. Thread safe; keep one. */
public final class Analyzers {

    /**
     * A term of a text.
     *
     * @param position of the word; several terms may share one
     * @param start first UTF-16 code unit of the word in the text
     * @param end exclusive
     */
    public record Term(String text, int position, int start, int end) {}

    private final Map<Chain, Analyzer> index = each(chain -> tokens -> new HashtagFilter(chain.stemmed(tokens)));
    private final Map<Chain, Analyzer> query = each(chain -> chain::stemmed);
    private final Map<Chain, Analyzer> prefix = each(chain -> chain::folded);

    private static Map<Chain, Analyzer> each(Function<Chain, UnaryOperator<TokenStream>> filters) {
        Map<Chain, Analyzer> analyzers = new EnumMap<>(Chain.class);
        for (Chain chain : Chain.values()) {
            analyzers.put(chain, new ChainAnalyzer(chain, filters.apply(chain)));
        }
        return analyzers;
    }

    /** Returns the terms that the index is to hold for a text, marked with their chain; to be used up before the next. */
    public TokenStream marked(Chain chain, String text) {
        return new MarkerFilter(of(index, chain).tokenStream("", text), chain.marker());
    }

    /** Returns the terms to look for; those of one position are alternatives. */
    public List<Term> sought(Chain chain, String text) {
        return terms(of(query, chain), text);
    }

    /** Returns the terms of a text with their inflections, for prefixes. */
    public List<Term> folded(Chain chain, String text) {
        return terms(of(prefix, chain), text);
    }

    private static Analyzer of(Map<Chain, Analyzer> analyzers, Chain chain) {
        Analyzer analyzer = analyzers.get(chain);
        if (analyzer == null) {
            throw new IllegalStateException("no analyser of " + chain);
        }
        return analyzer;
    }

    /** Hands over each term that the index holds for a text, in order. */
    public void eachIndexed(Chain chain, String text, Consumer<Term> use) {
        each(of(index, chain), text, use);
    }

    private static List<Term> terms(Analyzer analyzer, String text) {
        List<Term> terms = new ArrayList<>();
        each(analyzer, text, terms::add);
        return terms;
    }

    private static void each(Analyzer analyzer, String text, Consumer<Term> use) {
        try (TokenStream tokens = analyzer.tokenStream("", text)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            OffsetAttribute offset = tokens.addAttribute(OffsetAttribute.class);
            PositionIncrementAttribute increment = tokens.addAttribute(PositionIncrementAttribute.class);
            int position = -1;
            tokens.reset();
            while (tokens.incrementToken()) {
                position += increment.getPositionIncrement();
                use.accept(new Term(term.toString(), position, offset.startOffset(), offset.endOffset()));
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // The text is in memory.
        }
    }
}
