package app.lede.extract.metadata;

import java.util.regex.Pattern;

/**
 * Recognises a line that is nothing but a reporter's name with the title behind it, as East Asian papers sign: "홍길동 기자",
 * "서울=홍길동 특파원", "山田太郎 記者". It names the author and is no text.
 *
 * <p>Thread safe; linear in the line, of which no more than {@value #MAX_LENGTH} UTF-16 units are read.
 */
public final class ReporterLine {

    private static final int MAX_LENGTH = 80;

    private static final Pattern KOREAN = Pattern.compile(
            "(?:[(\\[]?\\p{IsHangul}{2,6}\\s?=\\s?)?(?:\\p{IsHangul}{2,4}\\s?(?:인턴|선임|수습|전문)?(?:기자|특파원|논설위원|앵커)"
                    + "[)\\]]?[,·\\s]{0,3}){1,4}(?:[\\w.+-]{1,30}@[\\w.-]{1,40})?");

    /** Matches "山田太郎", and "山田 太郎" with a family name of at most three letters. */
    static final String JAPANESE_NAME =
            "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]{2,8}|\\p{IsHan}{1,3}\\s[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]{1,4}";

    private static final Pattern JAPANESE = Pattern.compile("(?:" + JAPANESE_NAME + ")\\s?(?:記者|論説委員|編集委員|特派員)");

    private ReporterLine() {}

    /** Tests whether a line names reporters and says nothing else. */
    public static boolean isAlone(String line) {
        return line.length() <= MAX_LENGTH
                && (KOREAN.matcher(line).matches() || JAPANESE.matcher(line).matches());
    }
}
