package app.lede.summary;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the end of a news agency's dateline (place, date, agency) at the start of an article. */
final class Dateline {

    /** Maximum length of a dateline; bounds the patterns. */
    private static final int WINDOW = 90;

    private static final String DASH = "\\s*[.:]?\\s*[-–—]{1,2}\\s*";

    /** Agency in parentheses: "(CNN)", "(Reuters) --". The first letter is a capital. */
    private static final Pattern AGENCY =
            Pattern.compile("\\(\\p{Lu}[\\p{L}/. &]{1,22}\\)(?:" + DASH + "|\\s*)(?=\\p{L}|\\p{N}|[\"“‘'«])");

    /** Place, date and agency: "BAMAKO, May 3 (Reuters) - ", "Madrid, 5 may (EFE).- ", "القاهرة (رويترز) - ". */
    private static final Pattern PLACE_AND_AGENCY =
            Pattern.compile("[\\p{Lu}\\p{Lo}][^.!?()؟।۔]{1,50}\\([\\p{L}/. &]{2,24}\\)" + DASH + "(?=\\S)");

    /** The same without a dash, of agencies alone: "New York (CNN)When the". */
    private static final Pattern PLACE_AND_KNOWN_AGENCY = Pattern.compile(
            "\\p{Lu}[^.!?()]{1,50}\\((?:CNN|AP|AFP|UPI|EFE|ANSA|TASS|PTI|ANI|APA|Reuters|Xinhua|Bloomberg)"
                    + "\\)\\s*(?=\\p{Lu}|\\p{N}|[\"“‘'«])");

    /** Agency between slashes: "МОСКВА, 3 мая. /ТАСС/. ". */
    private static final Pattern SLASHES =
            Pattern.compile("\\p{Lu}[^!?()/]{1,50}\\. ?/[\\p{L}. ]{2,24}/\\.?" + "(?:" + DASH + "|\\s*)(?=\\S)");

    /** Agency, place and date in Chinese, with the reporter: "新华社北京5月3日电（记者王明）". */
    private static final Pattern CHINESE =
            Pattern.compile("\\p{IsHan}{3,12}\\d{1,2}月\\d{1,2}日[电電讯訊](?:[（(][^）)]{1,40}[）)])?\\s*(?=\\S)");

    /**
     * Place in capitals: "WASHINGTON — ", "NEW YORK, Jan. 5 -- ". Mixed case would match sentences that contain a dash.
     */
    private static final Pattern PLACE = Pattern.compile(
            "\\p{Lu}{2,}(?:[ '’./-]\\p{Lu}{2,}){0,4}(?:, [\\p{L}\\d. ,]{1,30})?\\s[-–—]{1,2}\\s+(?=\\S)");

    /**
     * Forms of datelines in the order in which they are tried.
     *
     * @param marks characters of which a dateline of this form has one: most lines have none, and no pattern need be tried
     */
    private record Form(String marks, Pattern pattern) {

        /** Returns the length of a dateline of this form at the beginning of a text; 0 if there is none. */
        int length(String head) {
            if (!hasMark(head)) {
                return 0;
            }
            Matcher matcher = pattern.matcher(head);
            return matcher.lookingAt() && matcher.end() < head.length() ? matcher.end() : 0;
        }

        private boolean hasMark(String head) {
            for (int i = 0; i < marks.length(); i++) {
                if (head.indexOf(marks.charAt(i)) >= 0) {
                    return true;
                }
            }
            return false;
        }
    }

    private static final List<Form> FORMS = List.of(
            new Form("(", AGENCY),
            new Form("(", PLACE_AND_AGENCY),
            new Form("(", PLACE_AND_KNOWN_AGENCY),
            new Form("/", SLASHES),
            new Form("日", CHINESE),
            new Form("-–—", PLACE));

    private Dateline() {}

    /** Returns the dateline's length in UTF-16 units; 0 if there is none. */
    static int length(String text, Range paragraph) {
        String head = text.substring(paragraph.start(), Math.min(paragraph.end(), paragraph.start() + WINDOW));
        for (Form form : FORMS) {
            int length = form.length(head);
            if (length > 0) {
                return length;
            }
        }
        return 0;
    }
}
