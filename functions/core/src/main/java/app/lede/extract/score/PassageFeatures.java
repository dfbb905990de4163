package app.lede.extract.score;

import app.lede.extract.page.Frame;
import app.lede.extract.page.FrameTotals;
import app.lede.extract.page.Passage;
import app.lede.extract.page.Prose;
import app.lede.extract.page.Region;
import java.util.regex.Pattern;

/** Features in a passage itself: length, links, characters, the words of short passages, names of its elements. */
final class PassageFeatures {

    private static final int MAX_ANCESTORS = 12;
    private static final int NEAR_ANCESTORS = 2;

    /**
     * Share of prose above which an element is the whole page. Swept .7 to 1 on pages of sites not trained on: .9 best.
     */
    private static final double WHOLE_PAGE = 0.9;

    /** Maximum words for word features; words of longer passages indicate the topic, not the role. */
    private static final int MAX_LINE_WORDS = 25;

    private static final int MAX_LABEL_WORDS = 6;

    private static final Pattern HANDLE_OR_YEAR = Pattern.compile("\\(c\\) ?\\d{4}|@\\w");

    private static final Region[] REGIONS = Region.values();

    private PassageFeatures() {}

    static void add(Passage passage, FrameTotals totals, FeatureSink features) {
        String words = Buckets.words(passage.words());
        String links = passage.linkedShare() == 0 ? "none" : Buckets.fifth(passage.linkedShare());
        String ending = ending(passage.text());
        features.add("tag=", passage.frame().tag());
        features.add("words", words);
        features.add("kind=", passage.kind().name(), words);
        features.add("links=", links);
        features.add("links=", links, words);
        features.add("end=", ending);
        features.add("end=", ending, words);
        features.add("start=", beginning(passage.text()));
        if (passage.style().linkFirst()) {
            features.add("linkfirst", words);
            features.add("linkfirst,end=", ending);
        }
        if (passage.style().afterPicture()) {
            features.add("picture");
            features.add("picture", words);
        }
        if (isNotice(passage.text())) {
            features.add("notice");
        }
        if (passage.words() <= MAX_LINE_WORDS) {
            line(passage, features);
        }
        for (Region region : REGIONS) {
            if (passage.frame().in(region)) {
                features.add("in=", region.name());
            }
        }
        nameTokens(passage.frame(), totals, features);
    }

    /** Tests for a copyright sign, an address or a handle. */
    private static boolean isNotice(String text) {
        return text.indexOf('©') >= 0
                || text.contains("http://")
                || text.contains("https://")
                || text.contains("www.")
                || ((text.indexOf('@') >= 0 || text.contains("(c)"))
                        && HANDLE_OR_YEAR.matcher(text).find());
    }

    private static void line(Passage passage, FeatureSink features) {
        String text = passage.text();
        String[] words = passage.key().split(" ", MAX_LINE_WORDS + 1);
        String size = passage.words() <= MAX_LABEL_WORDS ? "line=" : "text=";
        for (int i = 0; i < Math.min(words.length, MAX_LINE_WORDS); i++) {
            features.add(size, words[i]);
        }
        features.add("first=", words[0]);
        if (words.length > 1) {
            features.add("first=", words[0], "_", words[1]);
        }
        double digits = 0;
        double capitals = 0;
        for (int i = 0; i < text.length(); i++) {
            digits += Character.isDigit(text.charAt(i)) ? 1 : 0;
            capitals += Character.isUpperCase(text.charAt(i)) ? 1 : 0;
        }
        features.add("digits=", Buckets.fifth(digits / text.length()));
        features.add("upper=", Buckets.fifth(capitals / text.length()));
    }

    /** Adds the name features of an element, unless it holds nearly the whole page; those would identify the site. */
    private static void nameTokens(Frame frame, FrameTotals totals, FeatureSink features) {
        Frame f = frame;
        for (int up = 0; up < NEAR_ANCESTORS; up++, f = f.parent()) {
            if (f == null || totals.passageShare(f) >= WHOLE_PAGE) {
                return;
            }
            features.addEach("near=", f.nameTokens());
        }
        if (f != null) {
            Frame around = f;
            features.addShared(around, sink -> around(around, totals, sink));
        }
    }

    private static void around(Frame frame, FrameTotals totals, FeatureSink features) {
        int up = NEAR_ANCESTORS;
        for (Frame f = frame;
                f != null && up < MAX_ANCESTORS && totals.passageShare(f) < WHOLE_PAGE;
                f = f.parent(), up++) {
            features.addEach("around=", f.nameTokens());
        }
    }

    private static String ending(String text) {
        int end = text.length() - 1;
        while (end > 0 && "\"'”’»)]".indexOf(text.charAt(end)) >= 0) {
            end--;
        }
        if (Prose.isCutOff(text)) {
            return "ellipsis";
        }
        char c = text.charAt(end);
        return switch (c) {
            case '.', '!', '?', '。', '！', '？', '।', '۔', '؟' -> "sentence";
            case ':', '：' -> "colon";
            default -> Character.isLetter(c) ? "letter" : Character.isDigit(c) ? "digit" : "other";
        };
    }

    private static String beginning(String text) {
        char c = text.charAt(0);
        if (Character.isLetter(c)) {
            return Character.isUpperCase(c) ? "upper" : Character.isLowerCase(c) ? "lower" : "letter";
        }
        return Character.isDigit(c) ? "digit" : "other";
    }
}
