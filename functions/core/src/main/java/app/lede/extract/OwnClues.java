package app.lede.extract;

import app.lede.text.Words;
import java.util.List;
import java.util.regex.Pattern;

/** Clues in a passage itself: length, links, characters, the words of short passages, names of its elements. */
final class OwnClues {

    private static final int MAX_ANCESTORS = 12;
    private static final int NEAR_ANCESTORS = 2;

    /**
     * Share of prose above which an element is the whole page. Swept .7 to 1 on pages of sites not trained on: .9 best.
     */
    private static final double WHOLE_PAGE = 0.9;

    /** Maximum words for word clues; words of longer passages indicate the topic, not the role. */
    private static final int MAX_LINE_WORDS = 25;

    private static final int MAX_LABEL_WORDS = 6;

    private static final Pattern NOTICE = Pattern.compile("©|\\(c\\) ?\\d{4}|https?://|www\\.|@\\w");

    private OwnClues() {}

    static void add(Passage passage, FrameTotals totals, List<String> clues) {
        String words = Steps.words(passage.words());
        String links = "links=" + (passage.linkedShare() == 0 ? "none" : Steps.fifth(passage.linkedShare()));
        String ending = "end=" + ending(passage.text());
        clues.add("tag=" + passage.frame().tag());
        clues.add("words" + words);
        clues.add("kind=" + passage.kind() + words);
        clues.add(links);
        clues.add(links + words);
        clues.add(ending);
        clues.add(ending + words);
        clues.add("start=" + beginning(passage.text()));
        if (passage.style().linkFirst()) {
            clues.add("linkfirst" + words);
            clues.add("linkfirst," + ending);
        }
        if (passage.style().afterPicture()) {
            clues.add("picture");
            clues.add("picture" + words);
        }
        if (NOTICE.matcher(passage.text()).find()) {
            clues.add("notice");
        }
        if (passage.words() <= MAX_LINE_WORDS) {
            line(passage, clues);
        }
        regions(passage.frame(), clues);
        hints(passage.frame(), totals, clues);
    }

    private static void line(Passage passage, List<String> clues) {
        String text = passage.text();
        String[] words = Words.key(text).split(" ", MAX_LINE_WORDS + 1);
        String size = passage.words() <= MAX_LABEL_WORDS ? "line=" : "text=";
        for (int i = 0; i < Math.min(words.length, MAX_LINE_WORDS); i++) {
            clues.add(size + words[i]);
        }
        clues.add("first=" + words[0]);
        if (words.length > 1) {
            clues.add("first=" + words[0] + "_" + words[1]);
        }
        double digits = text.chars().filter(Character::isDigit).count();
        double capitals = text.chars().filter(Character::isUpperCase).count();
        clues.add("digits=" + Steps.fifth(digits / text.length()));
        clues.add("upper=" + Steps.fifth(capitals / text.length()));
    }

    private static void regions(Frame frame, List<String> clues) {
        for (Region region : Region.values()) {
            if (frame.in(region)) {
                clues.add("in=" + region);
            }
        }
    }

    /** Adds the name clues of an element, unless it holds nearly the whole page; those would identify the site. */
    private static void hints(Frame frame, FrameTotals totals, List<String> clues) {
        int up = 0;
        for (Frame f = frame;
                f != null && up < MAX_ANCESTORS && totals.passageShare(f) < WHOLE_PAGE;
                f = f.parent(), up++) {
            for (String hint : f.hints()) {
                clues.add((up < NEAR_ANCESTORS ? "near=" : "around=") + hint);
            }
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
