package app.lede.extract.metadata;

import app.lede.extract.page.Passage;
import java.util.List;
import java.util.regex.Pattern;

/** Recognises the lines above the headline of a press release that say what it is and when it may be used, in many languages. */
public final class ReleaseLabel {

    private static final int MAX_LENGTH = 120;

    private static final int MAX_LINES = 3;

    private static final Pattern LABEL =
            Pattern.compile("(?iu)\\W{0,3}(?:(?:press|media|news)[ -]?(?:release|statement)|for immediate"
                + " release|embargo(?:ed)?\\b.*|(?:presse|medien)(?:mitteilung|information|erklärung)|zur sofortigen"
                + " veröffentlichung|sperrfrist\\b.*|communiqué(?: de presse)?|pour diffusion"
                + " immédiate|(?:nota|comunicado) de (?:prensa|imprensa)|para (?:publicación|divulgação)"
                + " inmediata|comunicato"
                + " stampa|persbericht|pressmeddelande|pressemelding|pressemeddelelse|lehdistötiedote|informacja"
                + " prasowa|komunikat prasowy|tisková zpráva|sajtóközlemény|comunicat de"
                + " presă|пресс-?релиз|прес-?реліз|basın (?:bülteni|açıklaması)|siaran pers|thông cáo báo"
                + " chí|新闻稿|新聞稿|プレスリリース|報道発表|보도자료|بيان صحفي|הודעה לעיתונות|δελτίο τύπου)\\W{0,3}(?:\\d[\\d/."
                + " -]{0,12})?");

    private ReleaseLabel() {}

    /** Tests whether a line is such a label and nothing else. */
    public static boolean isOne(String line) {
        return line.length() <= MAX_LENGTH && LABEL.matcher(line.strip()).matches();
    }

    /** Returns the passages below such lines at the beginning. */
    public static List<Passage> skipped(List<Passage> passages) {
        int from = 0;
        while (from < Math.min(MAX_LINES, passages.size() - 1)
                && isOne(passages.get(from).text())) {
            from++;
        }
        return passages.subList(from, passages.size());
    }
}
