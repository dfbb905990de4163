package app.lede.lucene.analysis;

import java.io.Reader;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;

/** Analyses texts with one chain. Thread safe. */
final class ChainAnalyzer extends Analyzer {

    private final Chain chain;
    private final UnaryOperator<TokenStream> filters;

    ChainAnalyzer(Chain chain, UnaryOperator<TokenStream> filters) {
        this.chain = chain;
        this.filters = filters;
    }

    @Override
    protected Reader initReader(String field, Reader reader) {
        return new FrontFilter(reader);
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        Tokenizer tokenizer = chain.tokenizer();
        return new TokenStreamComponents(tokenizer, filters.apply(tokenizer));
    }
}
