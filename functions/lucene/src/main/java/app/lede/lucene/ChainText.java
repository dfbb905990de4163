package app.lede.lucene;

import app.lede.lucene.analysis.Analyzers;
import app.lede.lucene.analysis.Chain;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;
import org.jspecify.annotations.Nullable;

/** A text that is indexed by one chain, in a field that the texts of all languages share. */
final class ChainText extends Field {

    /**
     * With the length of the text for scores. Fields that some documents lack have none: Lucene 10.6 looks for the lengths of
     * such fields one by one, which makes writing three times slower.
     */
    static final FieldType WITH_LENGTH = type(false);

    static final FieldType WITHOUT_LENGTH = type(true);

    private final Analyzers analyzers;
    private final Chain chain;
    private final String text;

    ChainText(String name, String text, FieldType type, Analyzers analyzers, Chain chain) {
        super(name, text, type);
        this.analyzers = analyzers;
        this.chain = chain;
        this.text = text;
    }

    private static FieldType type(boolean omitNorms) {
        FieldType type = new FieldType();
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
        type.setOmitNorms(omitNorms);
        type.freeze();
        return type;
    }

    @Override
    public TokenStream tokenStream(Analyzer analyzer, @Nullable TokenStream reuse) {
        return analyzers.marked(chain, text);
    }
}
