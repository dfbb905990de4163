package app.lede.extract.metadata;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Removes from a byline what is neither name nor role: emoji, addresses, handles, dates, the paper that the text was written
 * for; and finds the labelled name in lines that give source, reporter and time in a row (来源, 记者, 기자).
 *
 * <p>Linear in the length of the line, which the caller bounds.
 */
final class BylineText {

    private static final Pattern SYMBOLS =
            Pattern.compile("[[\\p{So}&&[^®©™]]\\p{Cs}\\p{Cn}\\x{1f000}-\\x{1faff}\\ufe0f\\u200d]+");

    /** Matches "ines@courier.example (Ines Lindqvist)", the form of RSS. */
    private static final Pattern NAMED_ADDRESS =
            Pattern.compile("^\\s*[\\w.+-]{1,64}@[\\w.-]{1,255}\\s{0,9}\\(([^()]{2,80})\\)\\s*$");

    private static final Pattern ADDRESS = Pattern.compile("(?<![\\w.+/:-])[\\w.+-]{1,64}@[\\w.-]{1,255}(?![\\w@])");
    private static final Pattern HANDLE = Pattern.compile("(?<![\\w.+-])@\\w{2,30}(?!\\w)");

    /** Matches the rest of a line from a date on: "on Wed, 03/04/2026 - 09:12", "04.03.2026-08:10", "4 March 2026". */
    private static final Pattern DATED = Pattern.compile(
            "(?s)(?:\\s(?:on|am|le|el|il|op|den|på|w dniu|от) (?:\\p{L}{2,12}\\.?,? )?|[\\s|,·•(–—-]+)(?:\\d{1,2}[./-]"
                + " ?\\d{1,2}[./-] ?\\d{2,4}|\\d{4}[./年-] ?\\d{1,2}[./月-]|\\d{1,2}\\.? (?:de )?\\p{L}{3,12}\\.? (?:de"
                + " )?\\d{4}|\\p{L}{3,12}\\.? \\d{1,2},? \\d{4}).*$");

    /** Matches "Ines Lindqvist for the Courier". */
    private static final Pattern FOR_A_PAPER = Pattern.compile(
            "^(\\p{Lu}[\\p{L}.'’-]{0,30} \\p{Lu}[\\p{L}.'’-]{1,30}) (?:for|on behalf of|für|pour|para|voor|för|per)"
                    + " (?:[Tt]he |die |den |le |la |el |il |de )?\\p{Lu}.*$");

    /** Matches the reporter's label between source and time; the name may be spaced from it. */
    private static final Pattern CHINESE_REPORTER = Pattern.compile(
            "(?:本报记者|记者|記者|作者|撰文)[:：/／\\s]{0,3}(\\p{IsHan}{2,4}(?:[、\\s]\\p{IsHan}{2,4}){0,4})(?![\\p{IsHan}])");

    private static final Pattern KOREAN_REPORTER = Pattern.compile(
            "(?<!\\p{IsHangul})(\\p{IsHangul}{2,4})\\s?(?:인턴|선임|수습|전문)?(?:기자|특파원|논설위원|앵커)(?!\\p{IsHangul})");

    private static final Pattern JAPANESE_REPORTER =
            Pattern.compile("^(" + ReporterLine.JAPANESE_NAME + ")\\s?(?:記者|論説委員|編集委員|特派員)$");

    private BylineText() {}

    static String of(String line) {
        Matcher named = NAMED_ADDRESS.matcher(line);
        String text = named.matches() ? named.group(1) : line;
        text = SYMBOLS.matcher(text).replaceAll(" ");
        text = HANDLE.matcher(ADDRESS.matcher(text).replaceAll(" ")).replaceAll(" ");
        text = labelled(text);
        text = DATED.matcher(text).replaceFirst("");
        return FOR_A_PAPER.matcher(text.strip()).replaceFirst("$1").strip();
    }

    private static String labelled(String text) {
        Matcher chinese = CHINESE_REPORTER.matcher(text);
        if (chinese.find()) {
            return chinese.group(1).replaceAll("\\s", "、");
        }
        Matcher korean = KOREAN_REPORTER.matcher(text);
        StringBuilder names = new StringBuilder();
        while (korean.find()) {
            names.append(names.isEmpty() ? "" : "、").append(korean.group(1));
        }
        Matcher japanese = JAPANESE_REPORTER.matcher(text.strip());
        return !names.isEmpty() ? names.toString() : japanese.matches() ? japanese.group(1) : text;
    }
}
