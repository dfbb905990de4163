package app.lede.enrich;

import app.lede.date.MonthNames;
import app.lede.enrich.Agencies.Credit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the datelines of news agencies in any script: {@code BAMAKO, May 3 (Reuters) -}, {@code МОСКВА, 3 мая. /ТАСС/.},
 * {@code القاهرة (رويترز) -}, {@code አዲስ አበባ፣ ግንቦት 3 (ኢዜአ) -}, {@code 新华社巴马科5月3日电}, {@code 【ワシントン共同】},
 * {@code (서울=연합뉴스)}.
 *
 * <p>A place needs evidence beside it: an agency, a date, capitals, or that it is known. Looks at the first {@value #WINDOW}
 * characters of the first two paragraphs. Thread safe.
 */
public final class DatelineReader {

    private static final int WINDOW = 140;
    private static final int PARAGRAPHS = 2;
    private static final int SEPARATORS = 6;
    private static final int LONGEST_PLACE = 40;
    private static final int MOST_WORDS = 5;
    private static final int MOST_PARTS = 7;
    private static final int LONGEST_PREPOSITION = 3;

    /**
     * Ends of datelines. A dash has spaces around it, or a bracket or full stop before it. Looks first whether one of them can
     * begin at a place, as at few places of a text.
     */
    private static final Pattern SEPARATOR = Pattern.compile("(?=[\\s.)\\]/،=|\\-–—―電】］:：]|\\p{L}[-–—])(?:"
        + "\\s[-–—―]{1,2}\\s+|[.)\\]/،]\\s*[-–—―]{1,2}\\s*|[)\\]]\\s*[:：]\\s*|\\s?=\\s?|/\\.?\\s+|[)\\]]\\s+|[)\\]](?=\\p{Lu})|\\s\\|\\s|\\.\\s+(?=\\p{L})|(?<=\\p{L})[-–—](?=\\p{L})|(?<=\\p{IsHan})電?[】］]\\s*|[】］]\\s*"
        + "|[:：]\\s+|\\p{L}[-–—]\\s)");

    /** {@code 新华社巴马科5月3日电（记者…）}. */
    private static final Pattern CHINESE = Pattern.compile(
            "^[（(]?([\\p{IsHan}]{2,4}[社网])[）)]?([\\p{IsHan}·]{2,10}?)(?:\\d{1,2}月)?\\d{1,2}日(?:专)?电(?:\\s*[（(][^）)]{0,30}[）)])?\\s*");

    /** {@code (서울=연합뉴스) 홍길동 기자 =}. */
    private static final Pattern KOREAN = Pattern.compile(
            "^[(\\[]([\\p{IsHangul}·]{2,10})=([^)\\]]{2,12})[)\\]]\\s*(?:[\\p{IsHangul} ·]{2,20}=\\s*)?");

    private static final Pattern PARTS = Pattern.compile(
            "\\s\\|\\s|[,(/)\\[\\]،፣、【】［］=\\s]*[,(/)\\[\\]،፣、【】［］=:：]+\\s*|\\s+[-–—]+\\s+|(?<=[^\\d\\s])\\.\\s+");

    private static final Pattern DATE = Pattern.compile(".*[\\p{Nd}].*");

    /** Words in capitals before a dash that are no places. */
    private static final Set<String> LABELS = Set.of(
            "UPDATE",
            "BREAKING",
            "BREAKING NEWS",
            "WATCH",
            "LIVE",
            "EXCLUSIVE",
            "OPINION",
            "ANALYSIS",
            "VIDEO",
            "PHOTOS",
            "EXPLAINER",
            "FACT CHECK",
            "INTERVIEW",
            "NEWS",
            "SPORT",
            "SPORTS",
            "EXCLUSIF",
            "URGENT",
            "ANALYSE",
            "TRIBUNE",
            "REPORTAGE",
            "ENTRETIEN",
            "VIDÉO",
            "INFOGRAPHIE",
            "EILMELDUNG",
            "KOMMENTAR",
            "EXCLUSIVA",
            "ANÁLISIS",
            "OPINIÓN",
            "ÚLTIMA HORA",
            "ÚLTIMO MOMENTO",
            "ANÁLISE",
            "OPINIÃO",
            "ESCLUSIVA",
            "СРОЧНО",
            "ВИДЕО",
            "ФОТО",
            "МНЕНИЕ",
            "SON DAKİKA",
            "FOTO",
            "BERITA");

    private final Agencies agencies;
    private final Predicate<String> known;

    DatelineReader(Agencies agencies, Predicate<String> known) {
        this.agencies = agencies;
        this.known = known;
    }

    /** Reads the dateline of a text; empty if its first two paragraphs begin with none. */
    Optional<Dateline> read(String text) {
        int at = 0;
        for (int paragraph = 0; paragraph < PARAGRAPHS && at < text.length(); paragraph++) {
            while (at < text.length() && (Character.isWhitespace(text.charAt(at)) || isInvisible(text.charAt(at)))) {
                at++;
            }
            int end = text.indexOf('\n', at);
            end = end < 0 ? text.length() : end;
            Optional<Dateline> found = opening(text, at, text.substring(at, Math.min(end, at + WINDOW)));
            if (found.isPresent()) {
                return found;
            }
            at = end;
        }
        return Optional.empty();
    }

    /** Tests for direction marks and byte order marks. */
    private static boolean isInvisible(char c) {
        return c == 0x200e || c == 0x200f || c == 0xfeff || (c >= 0x202a && c <= 0x202e);
    }

    private Optional<Dateline> opening(String text, int from, String head) {
        Matcher chinese = CHINESE.matcher(head);
        if (chinese.find() && agencies.named(chinese.group(1)).isPresent()) {
            return Optional.of(dateline(
                    text,
                    from,
                    chinese.group(2),
                    agencies.named(chinese.group(1)).get(),
                    from + chinese.end()));
        }
        Matcher korean = KOREAN.matcher(head);
        if (korean.find() && agencies.first(korean.group(2)).isPresent()) {
            return Optional.of(dateline(
                    text,
                    from,
                    korean.group(1),
                    agencies.first(korean.group(2)).get().agency(),
                    from + korean.end()));
        }
        Matcher separator = SEPARATOR.matcher(head);
        Optional<Dateline> best = Optional.empty();
        for (int tried = 0; tried < SEPARATORS && separator.find(); tried++) {
            Optional<Dateline> found = prefix(text, from, head, separator);
            if (found.isPresent() && found.get().place() != null) {
                return found;
            }
            best = best.or(() -> found);
        }
        return best;
    }

    /** Text before a separator: its parts, the agency there or right behind, and the start of the report. */
    private record Prefix(List<String> parts, @Nullable String agency, boolean dashed, int end) {

        boolean isDated() {
            return parts.stream().anyMatch(part -> DATE.matcher(part).matches());
        }

        boolean isAllDates() {
            return parts.stream().allMatch(part -> DATE.matcher(part).matches());
        }

        /** Returns the first part without its date; null if there is none. */
        @Nullable
        String place() {
            for (int i = 0; i < parts.size(); i++) {
                String part = parts.get(i);
                if (!DATE.matcher(part).matches()) {
                    return part;
                }
                String leading = i == 0 ? withoutDate(part) : "";
                if (!leading.isEmpty()) {
                    return leading;
                }
            }
            return null;
        }
    }

    private Optional<Dateline> prefix(String text, int from, String head, Matcher separator) {
        Prefix prefix = parts(head, separator);
        if (prefix == null
                || prefix.parts().size() >= MOST_PARTS
                || prefix.parts().stream().anyMatch(part -> words(part) > MOST_WORDS)
                || !beginsReport(head, prefix.end())) {
            return Optional.empty();
        }
        String place = prefix.place();
        if (place == null || !isPlace(place)) {
            return prefix.agency() != null && prefix.isAllDates()
                    ? Optional.of(dateline(text, from, null, prefix.agency(), from + prefix.end()))
                    : Optional.empty();
        }
        boolean evident = prefix.agency() != null
                || (prefix.dashed() && (isCapitals(place) || prefix.isDated() || known.test(place)));
        return evident
                ? Optional.of(dateline(text, from, place, prefix.agency(), from + prefix.end()))
                : Optional.empty();
    }

    /** Takes the text before a separator apart; null if the separator needs an agency or a date that is not there. */
    private @Nullable Prefix parts(String head, Matcher separator) {
        String mark = separator.group().strip();
        // A bracket, a full stop or the letter before a dash belongs to the prefix.
        boolean blank = Character.isWhitespace(head.charAt(separator.start()))
                || separator.group().length() == 1;
        String before = head.substring(0, blank ? separator.start() : separator.start() + 1);
        Optional<Credit> credit = agencies.first(before);
        int end = separator.end();
        if (credit.isEmpty()) {
            String after = head.substring(end);
            Optional<Credit> behind = agencies.first(after).filter(found -> found.start() == 0);
            if (behind.isPresent()) {
                int report = end + behind.get().end();
                while (report < head.length() && " .,:-–—/)]".indexOf(head.charAt(report)) >= 0) {
                    report++;
                }
                return new Prefix(split(before), behind.get().agency(), true, report);
            }
        }
        String left = credit.map(found -> before.substring(0, found.start()) + "," + before.substring(found.end()))
                .orElse(before);
        boolean dashed = !separator.group().equals(mark) && isDash(mark.charAt(mark.length() - 1));
        Prefix prefix = new Prefix(split(left), credit.map(Credit::agency).orElse(null), dashed, end);
        boolean weak = mark.equals(".") || (separator.group().equals(mark) && isDash(mark.charAt(0)));
        boolean fits = weak ? credit.isPresent() && prefix.isDated() : credit.isPresent() || dashed;
        return fits ? prefix : null;
    }

    private static boolean isDash(char c) {
        return c == '-' || c == '–' || c == '—' || c == '―';
    }

    private static List<String> split(String text) {
        return PARTS.splitAsStream(text)
                .map(DatelineReader::trimmed)
                .filter(part -> !part.isEmpty())
                .limit(MOST_PARTS)
                .toList();
    }

    /** Returns the words of a part before its first number, but for a preposition; empty if they are a month. */
    private static String withoutDate(String part) {
        int digit = 0;
        while (digit < part.length() && !Character.isDigit(part.charAt(digit))) {
            digit++;
        }
        String leading = trimmed(part.substring(0, digit));
        int space = leading.lastIndexOf(' ');
        boolean preposition = space > 0 && leading.length() - space - 1 <= LONGEST_PREPOSITION;
        String place = preposition ? leading.substring(0, space) : leading;
        return MonthNames.table().named(place, "en") == MonthNames.NONE ? place : "";
    }

    /** Tests whether what follows can begin a sentence: no small letter, unless digits or quotes open it. */
    private static boolean beginsReport(String head, int at) {
        return at < head.length() && !Character.isLowerCase(head.codePointAt(at));
    }

    private static Dateline dateline(String text, int from, @Nullable String place, @Nullable String agency, int end) {
        if (place == null) {
            return new Dateline(null, null, agency, end);
        }
        int start = text.indexOf(place, from);
        int codePoint = text.codePointCount(0, start);
        return new Dateline(
                place, new Span(codePoint, codePoint + place.codePointCount(0, place.length())), agency, end);
    }

    private static String trimmed(String part) {
        int start = 0;
        int end = part.length();
        while (start < end && !Character.isLetterOrDigit(part.charAt(start))) {
            start++;
        }
        while (end > start
                && !Character.isLetterOrDigit(part.charAt(end - 1))
                && Character.getType(part.charAt(end - 1)) != Character.NON_SPACING_MARK
                && Character.getType(part.charAt(end - 1)) != Character.COMBINING_SPACING_MARK) {
            end--;
        }
        return part.substring(start, end);
    }

    private static int words(String part) {
        return 1 + (int) part.chars().filter(Character::isWhitespace).count();
    }

    /** Tests for a name of one to four words, each with a capital if its script has them, but for short particles. */
    private static boolean isPlace(String place) {
        if (place.length() > LONGEST_PLACE || place.length() < 2 || LABELS.contains(place)) {
            return false;
        }
        int at = 0;
        int words = 0;
        while (at < place.length()) {
            int end = place.indexOf(' ', at);
            end = end < 0 ? place.length() : end;
            boolean small = end > at && Character.isLowerCase(place.codePointAt(at));
            if (small && (words == 0 || end - at > 3)) {
                return false;
            }
            words++;
            at = end + 1;
        }
        return words < MOST_WORDS && place.codePoints().allMatch(DatelineReader::isOfName);
    }

    private static boolean isOfName(int c) {
        int type = Character.getType(c);
        return Character.isLetter(c)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || " '’.-‐·ʻ\u200c".indexOf(c) >= 0;
    }

    private static boolean isCapitals(String place) {
        return place.length() > 2
                && place.codePoints().anyMatch(Character::isUpperCase)
                && place.codePoints().noneMatch(Character::isLowerCase);
    }
}
