package app.lede.document.pdf;

import app.lede.text.LowerCase;
import app.lede.text.Words;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Joins lines and words hyphenated across them. Keeps a hyphen if the rest of the document writes the word with one
 * ("well-known"), else removes it.
 */
final class Hyphenation {

    private static final Pattern WORD = Pattern.compile("\\p{L}+(?:-\\p{L}+)*");
    private static final Pattern CUT = Pattern.compile("(\\p{L}+)[-\\u2010]$");
    private static final Pattern REST = Pattern.compile("^\\p{Ll}\\p{L}*");

    private final Set<String> words = new HashSet<>();

    Hyphenation(List<PdfLine> lines) {
        for (PdfLine line : lines) {
            Matcher word = WORD.matcher(line.text());
            while (word.find()) {
                words.add(LowerCase.of(word.group()));
            }
        }
    }

    String join(List<PdfLine> lines) {
        StringBuilder text = new StringBuilder();
        for (PdfLine line : lines) {
            append(text, line.text());
        }
        return text.toString();
    }

    private void append(StringBuilder text, String line) {
        int last = text.length() - 1;
        if (last < 0) {
            text.append(line);
            return;
        }
        if (text.charAt(last) == '\u00ad') {
            text.setLength(last);
            text.append(line);
            return;
        }
        Matcher cut = CUT.matcher(text.substring(Math.max(0, last - 60)));
        Matcher rest = REST.matcher(line);
        if (!cut.find()) {
            text.append(isUnspaced(text.charAt(last)) && isUnspaced(line.charAt(0)) ? "" : " ")
                    .append(line);
        } else {
            if (rest.find() && !isCompound(cut.group(1), rest.group())) {
                text.setLength(last);
            }
            text.append(line);
        }
    }

    private boolean isCompound(String start, String end) {
        String whole = LowerCase.of(start + end);
        String compound = LowerCase.of(start + "-" + end);
        return words.contains(compound) && !words.contains(whole);
    }

    /** Scripts that stand without spaces, also across lines, and their punctuation. */
    private static boolean isUnspaced(char c) {
        return Words.isUnspaced(c) || (c >= 0x3000 && c <= 0x303f);
    }
}
