package app.lede.extract.metadata;

import app.lede.date.MonthNames;
import app.lede.date.WeekdayNames;
import app.lede.extract.page.Passage;
import app.lede.text.LowerCase;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Recognises the lines above the headline of a press release that say what it is and when it may be used, in many languages. */
public final class ReleaseLabel {

    private static final int MAX_LENGTH = 120;

    private static final int MAX_LINES = 3;

    private static final Pattern LABEL =
            Pattern.compile("(?iu)\\W{0,3}(?:(?:press|media|news)[ -]?(?:release|statement)|for immediate"
                    + " release|(?:presse|medien)(?:mitteilung|information|erklärung)|zur sofortigen"
                    + " veröffentlichung|communiqué(?: de presse)?|pour diffusion"
                    + " immédiate|(?:nota|comunicado) de (?:prensa|imprensa)|para (?:publicación|divulgação)"
                    + " (?:inmediata|imediata)|comunicato"
                    + " stampa|persbericht|pressmeddelande|pressemelding|pressemeddelelse|lehdistötiedote|informacja"
                    + " prasowa|komunikat prasowy|tisková zpráva|sajtóközlemény|comunicat de"
                    + " presă|пресс-?релиз|прес-?реліз|basın (?:bülteni|açıklaması)|siaran pers|thông cáo báo"
                    + " chí|新闻稿|新聞稿|プレスリリース|報道発表|보도자료|بيان صحفي|הודעה לעיתונות|δελτίο τύπου)\\W{0,3}(?:\\d[\\d/."
                    + " -]{0,12})?");

    private static final Pattern APART = Pattern.compile("[\\s,:：.;()/–—-]+");

    private static final List<String> MONTH_LANGUAGES = List.of("en", "de", "fr", "es", "pt", "it", "nl");

    private static final int MAX_HEADLINE_WORDS = 30;

    /** Matches the word for the hour before which a text may not be used, with what follows. */
    private static final Pattern EMBARGO = Pattern.compile("(?iu)\\W{0,3}(?:(?:strict(?:ly)?|under)"
            + " )?(?:embargo(?:ed|é|verwijdering)?|sperrfrist|sperrvermerk)(?![\\p{L}\\p{M}])(.*)");

    /** Words beside the date of an embargo, in lower case. */
    private static final Set<String> UNTIL = Stream.of(
                    "until till til tot bis jusqu'au jusqu'à jusqu au a à hasta até ate fino al do до der den dem le"
                            + " la el las às de del um at noon midnight midday uhr h hrs am pm gmt utc cet cest bst est"
                            + " edt et pt pst pdt mez mesz for not publication release before the les 1er mittags"
                            + " mitternacht midi minuit no further notice")
            .flatMap(words -> Stream.of(words.split(" ")))
            .collect(Collectors.toUnmodifiableSet());

    private ReleaseLabel() {}

    /** Tests whether a line is such a label and nothing else. */
    public static boolean isOne(String line) {
        return line.length() <= MAX_LENGTH && (LABEL.matcher(line.strip()).matches() || isEmbargo(line.strip()));
    }

    /** Tests for an embargo with nothing but its end: "Sperrfrist: Dienstag, 4. März, 10 Uhr", but not "Embargo on oil". */
    private static boolean isEmbargo(String line) {
        Matcher embargo = EMBARGO.matcher(line);
        return embargo.matches()
                && APART.splitAsStream(LowerCase.of(embargo.group(1)))
                        .filter(word -> !word.isEmpty())
                        .allMatch(word -> UNTIL.contains(word)
                                || Character.isDigit(word.charAt(0))
                                || WeekdayNames.is(word)
                                || isMonth(word));
    }

    private static boolean isMonth(String word) {
        return MONTH_LANGUAGES.stream()
                .anyMatch(language -> MonthNames.table().named(word, language) != MonthNames.NONE);
    }

    /** Returns the passages below such lines at the beginning; an embargo stays where no other line may be the headline. */
    public static List<Passage> skipped(List<Passage> passages) {
        int from = 0;
        int first = -1;
        while (from < Math.min(MAX_LINES, passages.size() - 1)
                && isOne(passages.get(from).text())) {
            boolean embargo = EMBARGO.matcher(passages.get(from).text().strip()).matches();
            first = first < 0 && embargo ? from : first;
            from++;
        }
        boolean only = first >= 0 && !mayBeHeadline(passages.get(from));
        return passages.subList(only ? first : from, passages.size());
    }

    private static boolean mayBeHeadline(Passage passage) {
        return passage.isHeading()
                || (passage.words() <= MAX_HEADLINE_WORDS && !passage.text().endsWith("."));
    }
}
