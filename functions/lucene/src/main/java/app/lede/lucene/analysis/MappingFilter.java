package app.lede.lucene.analysis;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Replaces characters of terms that a language writes in several ways. */
final class MappingFilter extends TokenFilter {

    /** A mapping of single characters. */
    @FunctionalInterface
    interface Mapping {
        char map(char c);
    }

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final Mapping mapping;

    MappingFilter(TokenStream in, Mapping mapping) {
        super(in);
        this.mapping = mapping;
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        char[] buffer = term.buffer();
        for (int i = 0; i < term.length(); i++) {
            buffer[i] = mapping.map(buffer[i]);
        }
        return true;
    }

    /** Russian ё is usually written е. */
    static char yo(char c) {
        return c == 'ё' ? 'е' : c == 'Ё' ? 'Е' : c;
    }

    /**
     * Amharic letters of equal sound: the rows of ሐ and ኀ are written for ሀ, ሠ for ሰ, ዐ for አ, ፀ for ጸ, and the first and
     * fourth letters of the rows of ሀ and አ for each other.
     */
    static char amharic(char c) {
        char row =
                switch (c & ~7) {
                    case 'ሐ', 'ኀ' -> (char) ('ሀ' + (c & 7));
                    case 'ሠ' -> (char) ('ሰ' + (c & 7));
                    case 'ዐ' -> (char) ('አ' + (c & 7));
                    case 'ፀ' -> (char) ('ጸ' + (c & 7));
                    default -> c;
                };
        return row == 'ሃ' ? 'ሀ' : row == 'ኣ' ? 'አ' : row;
    }
}
