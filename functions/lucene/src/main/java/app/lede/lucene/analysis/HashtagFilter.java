package app.lede.lucene.analysis;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.util.AttributeSource;
import org.jspecify.annotations.Nullable;

/** Adds to each hashtag and handle the bare word at the same place, in the index: {@code tag} finds {@code #tag}. */
final class HashtagFilter extends TokenFilter {

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
    private AttributeSource.@Nullable State tag;

    HashtagFilter(TokenStream in) {
        super(in);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (tag != null) {
            restoreState(tag);
            tag = null;
            int signs = signs();
            System.arraycopy(term.buffer(), signs, term.buffer(), 0, term.length() - signs);
            term.setLength(term.length() - signs);
            increment.setPositionIncrement(0);
            return true;
        }
        if (!input.incrementToken()) {
            return false;
        }
        int signs = signs();
        if (signs > 0 && signs < term.length()) {
            tag = captureState();
        }
        return true;
    }

    private int signs() {
        int signs = 0;
        while (signs < term.length() && term.charAt(signs) == '_') {
            signs++;
        }
        return signs;
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        tag = null;
    }
}
