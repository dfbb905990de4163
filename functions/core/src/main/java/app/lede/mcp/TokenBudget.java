package app.lede.mcp;

import java.nio.charset.StandardCharsets;

/**
 * Counts down the tokens of an answer. Tokenisers differ; a token is taken for 4 bytes of UTF-8 in Latin letters and for one
 * character of three bytes and more, which is on the safe side for most. Not thread safe.
 */
final class TokenBudget {

    static final int DEFAULT = 4_000;
    static final int LEAST = 200;
    static final int MOST = 50_000;

    /** Tokens of a block's frame. */
    private static final int FRAME = 8;

    private int left;

    TokenBudget(int tokens) {
        left = tokens;
    }

    /** Takes a text if it fits; a text that does not fit closes the budget. */
    boolean take(String text) {
        int tokens = tokens(text);
        if (tokens > left) {
            left = 0;
            return false;
        }
        left -= tokens;
        return true;
    }

    static int tokens(String text) {
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        long wide = text.codePoints().filter(c -> c >= 0x800).count();
        return FRAME + (int) ((bytes - 3 * wide) / 4 + wide);
    }
}
