package app.lede.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What speaks for or against a passage being part of the article, as named clues. Each name has a weight in {@code
 * clues.tsv}; a passage's score is the sum of the weights of its clues.
 */
final class Clues {

    private static final int[] WORD_STEPS = {2, 4, 7, 12, 20, 35, 60, 120};
    private static final int[] DISTANCE_STEPS = {1, 2, 3, 5, 9, 20};
    private static final int MAX_ANCESTORS = 12;

    private static final Pattern NOTICE = Pattern.compile("©|\\(c\\) ?\\d{4}|https?://|www\\.|@\\w");

    private final PageContext page;

    Clues(PageContext page) {
        this.page = page;
    }

    List<String> of(int i) {
        Passage passage = page.passages().get(i);
        List<String> clues = new ArrayList<>(48);
        own(passage, clues);
        regions(passage.frame(), clues);
        hints(passage.frame(), clues);
        place(i, passage, clues);
        neighbour("before", i - 1, clues);
        neighbour("after", i + 1, clues);
        return clues;
    }

    private static void own(Passage passage, List<String> clues) {
        String words = step(passage.words(), WORD_STEPS);
        String tag = "tag=" + passage.frame().tag();
        clues.add(tag);
        clues.add("words" + words);
        clues.add("kind=" + passage.kind() + words);
        String links = "links=" + (passage.linkedShare() == 0 ? "none" : (int) (passage.linkedShare() * 4.99));
        clues.add(links);
        clues.add(links + words);
        clues.add("end=" + ending(passage.text()));
        clues.add("end=" + ending(passage.text()) + words);
        clues.add("start=" + beginning(passage.text()));
        if (NOTICE.matcher(passage.text()).find()) {
            clues.add("notice");
        }
    }

    private static void regions(Frame frame, List<String> clues) {
        for (Region region : Region.values()) {
            if (frame.in(region)) {
                clues.add("in=" + region);
            }
        }
    }

    private static void hints(Frame frame, List<String> clues) {
        int up = 0;
        for (Frame f = frame; f != null && up < MAX_ANCESTORS; f = f.parent(), up++) {
            for (String hint : f.hints()) {
                String clue = (up < 2 ? "near=" : "around=") + hint;
                if (!clues.contains(clue)) {
                    clues.add(clue);
                }
            }
        }
    }

    private void place(int i, Passage passage, List<String> clues) {
        boolean within = passage.frame().isWithin(page.container());
        String distance = step(page.distanceToProse(i), DISTANCE_STEPS);
        clues.add("within=" + within);
        clues.add("distance" + distance);
        clues.add("within=" + within + ",distance" + distance);
        clues.add("parent=" + share(page.shareOfParent(passage)));
        clues.add("shape=" + share(page.shareOfShape(passage)));
        clues.add("headline="
                + (page.headlineAt() < 0
                        ? "none"
                        : i < page.headlineAt() ? "later" : i == page.headlineAt() ? "this" : "earlier"));
    }

    private void neighbour(String side, int i, List<String> clues) {
        if (i < 0 || i >= page.passages().size()) {
            clues.add(side + "=none");
            return;
        }
        Passage passage = page.passages().get(i);
        clues.add(side + ":words" + step(passage.words(), WORD_STEPS));
        clues.add(side + ":links=" + (int) (passage.linkedShare() * 2.99));
        clues.add(side + ":kind=" + passage.kind());
    }

    private static String share(double share) {
        return share <= 0 ? "0" : share < 0.02 ? "1" : share < 0.1 ? "2" : share < 0.3 ? "3" : share < 0.6 ? "4" : "5";
    }

    private static String step(int value, int[] steps) {
        for (int step : steps) {
            if (value <= step) {
                return "<=" + step;
            }
        }
        return ">" + steps[steps.length - 1];
    }

    private static String ending(String text) {
        int end = text.length() - 1;
        while (end > 0 && "\"'”’»)]".indexOf(text.charAt(end)) >= 0) {
            end--;
        }
        char c = text.charAt(end);
        return switch (c) {
            case '.', '!', '?', '。', '！', '？', '।', '۔', '؟' -> "sentence";
            case ':', '：' -> "colon";
            case '…' -> "ellipsis";
            default -> Character.isLetter(c) ? "letter" : Character.isDigit(c) ? "digit" : "other";
        };
    }

    private static String beginning(String text) {
        char c = text.charAt(0);
        return Character.isUpperCase(c)
                ? "upper"
                : Character.isLowerCase(c)
                        ? "lower"
                        : Character.isLetter(c) ? "letter" : Character.isDigit(c) ? "digit" : "other";
    }
}
