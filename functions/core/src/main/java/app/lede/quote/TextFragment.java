package app.lede.quote;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Builds links to a passage of a page (URL Fragment Text Directives, WICG): {@code #:~:text=start,end}. The words are the text's
 * own; a page that shows them otherwise opens at its top. Thread safe.
 */
public final class TextFragment {

    /** Words up to which a passage is named in full. */
    private static final int WHOLE = 12;

    private static final int ENDS = 5;

    /** Characters of few words from which a passage is in a script without spaces, and those of its ends. */
    private static final int SPACELESS = 80;

    private static final int HALF = 12;

    private TextFragment() {}

    /**
     * Returns a link to a passage.
     *
     * @param start of the passage in code points of the text
     */
    public static String link(String url, String text, int start, int end) {
        int from = text.offsetByCodePoints(0, start);
        String passage = text.substring(from, text.offsetByCodePoints(from, end - start));
        List<String> words = Arrays.stream(passage.strip().split("\\s+", -1)).toList();
        if (words.size() < ENDS && passage.length() > SPACELESS) {
            return fragment(
                    url,
                    encoded(List.of(passage.substring(0, HALF))) + ","
                            + encoded(List.of(passage.substring(passage.length() - HALF))));
        }
        boolean whole = words.size() <= WHOLE && !passage.strip().contains("\n");
        String directive = whole
                ? encoded(words)
                : encoded(words.subList(0, Math.min(ENDS, words.size()))) + ","
                        + encoded(words.subList(Math.max(0, words.size() - ENDS), words.size()));
        return fragment(url, directive);
    }

    private static String fragment(String url, String directive) {
        int fragment = url.indexOf('#');
        return (fragment < 0 ? url + "#" : url) + ":~:text=" + directive;
    }

    private static String encoded(List<String> words) {
        byte[] bytes = String.join(" ", words).getBytes(StandardCharsets.UTF_8);
        StringBuilder encoded = new StringBuilder();
        for (byte one : bytes) {
            char c = (char) (one & 0xff);
            boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || "._~!*'()".indexOf(c) >= 0);
            encoded.append(plain ? String.valueOf(c) : String.format(Locale.ROOT, "%%%02X", (int) c));
        }
        return encoded.toString();
    }
}
