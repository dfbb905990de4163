package app.lede.lucene.analysis;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Takes the dots out of acronyms (U.N is UN), before lower case. In English, US and U.S. become a term of their own, so that
 * neither is the pronoun.
 */
final class AcronymFilter extends TokenFilter {

    private static final String UNITED_STATES = "u.s.";

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final boolean english;

    AcronymFilter(TokenStream in, boolean english) {
        super(in);
        this.english = english;
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        boolean dotted = isDotted();
        if (dotted) {
            int letters = (term.length() + 1) / 2;
            for (int i = 1; i < letters; i++) {
                term.buffer()[i] = term.buffer()[2 * i];
            }
            term.setLength(letters);
        }
        if (english && isUs(dotted)) {
            term.setEmpty().append(UNITED_STATES);
        }
        return true;
    }

    private boolean isUs(boolean dotted) {
        return term.length() == 2
                && (dotted ? Character.toUpperCase(term.charAt(0)) : term.charAt(0)) == 'U'
                && (dotted ? Character.toUpperCase(term.charAt(1)) : term.charAt(1)) == 'S';
    }

    /** Tests for single letters with a dot between each two. */
    private boolean isDotted() {
        int length = term.length();
        if (length < 3 || length % 2 == 0) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            char c = term.charAt(i);
            if (i % 2 == 0 ? !Character.isLetter(c) : c != '.') {
                return false;
            }
        }
        return true;
    }
}
