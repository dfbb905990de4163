package app.lede.summary;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where an article's first sentence begins behind the place, date and agency that wires put before it. */
final class Dateline {

    /** A dateline ends within this many characters; the patterns see no more, so they cannot run away. */
    private static final int WINDOW = 90;

    private static final String DASH = "\\s*[.:]?\\s*[-–—]{1,2}\\s*";

    /** "(CNN)", "(Reuters) --": letters the way agencies write themselves, with a capital first. */
    private static final Pattern AGENCY =
            Pattern.compile("^\\(\\p{Lu}[\\p{L}/. &]{1,22}\\)(?:" + DASH + "|\\s*)(?=\\p{L}|\\p{N}|[\"“‘'«])");

    /** "BAMAKO, May 3 (Reuters) - ", "Madrid, 5 may (EFE).- ". */
    private static final Pattern PLACE_AND_AGENCY =
            Pattern.compile("^\\p{Lu}[^.!?()]{1,50}\\([\\p{L}/. &]{2,24}\\)" + DASH + "(?=\\S)");

    /** "WASHINGTON — ", "NEW YORK, Jan. 5 -- ": only capitals, or a sentence with a dash in it would do. */
    private static final Pattern PLACE = Pattern.compile(
            "^\\p{Lu}{2,}(?:[ '’./-]\\p{Lu}{2,}){0,4}(?:, [\\p{L}\\d. ,]{1,30})?\\s[-–—]{1,2}\\s+(?=\\S)");

    private Dateline() {}

    /** How many UTF-16 units of a paragraph are dateline; 0 for most. */
    static int length(String text, Range paragraph) {
        String head = text.substring(paragraph.start(), Math.min(paragraph.end(), paragraph.start() + WINDOW));
        for (Pattern pattern : new Pattern[] {AGENCY, PLACE_AND_AGENCY, PLACE}) {
            Matcher matcher = pattern.matcher(head);
            if (matcher.find() && matcher.end() < head.length()) {
                return matcher.end();
            }
        }
        return 0;
    }
}
