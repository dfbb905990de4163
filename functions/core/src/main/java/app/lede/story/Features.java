package app.lede.story;

import app.lede.text.Table;
import app.lede.text.Words;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the features of a text: names and numbers before words, frequent before rare, those of the headline and the first
 * sentences before others. Words that stand in most news, whatever the event, weigh little. Not thread safe.
 */
final class Features {

    /** Tokens that are looked at; a news report says first what it is about. */
    private static final int MOST_TOKENS = 1_500;

    /** Features of a report. */
    static final int MOST = 48;

    private static final int LEAD_TOKENS = 45;
    private static final int LONGEST = 24;
    private static final int SHORTEST_WORD = 4;
    private static final int SHORTEST_NAME = 3;
    private static final double NAME = 3;
    private static final double NUMBER = 1.6;
    private static final double WORD = 1;
    private static final double COMMON = 0.15;
    private static final double LEAD = 1.6;
    private static final double SCALE = 12;
    private static final int MOST_WEIGHT = 255;
    private static final int FIRST_YEAR = 1_900;
    private static final int LAST_YEAR = 2_100;

    private static final Set<String> COMMON_STEMS = commonStems();

    private final Map<String, Count> counts = new HashMap<>();

    private static final class Count {
        private final String shown;
        private int times;
        private int asName;
        private boolean number;
        private boolean lower;
        private boolean lead;

        private Count(String shown) {
            this.shown = shown;
        }
    }

    private Features() {}

    /** Tests for a word that stands in most news. */
    static boolean isCommon(String stem) {
        return COMMON_STEMS.contains(stem);
    }

    /** Returns the heaviest features of a headline and a text, heaviest first. */
    static List<Feature> of(@Nullable String headline, String text) {
        Features features = new Features();
        if (headline != null) {
            features.count(headline, Tokens.of(headline, LEAD_TOKENS), true);
        }
        features.count(text, Tokens.of(text, MOST_TOKENS), false);
        return features.counts.entrySet().stream()
                .map(entry -> feature(entry.getKey(), entry.getValue()))
                .flatMap(Stream::ofNullable)
                .sorted(Comparator.comparingInt(Feature::weight).reversed().thenComparing(Feature::shown))
                .limit(MOST)
                .toList();
    }

    /** Counts tokens; the capitals of a headline say nothing. */
    private void count(String text, List<Token> tokens, boolean headline) {
        @Nullable Token before = null;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean pair = token.kind() == Token.Kind.CHARACTER;
            if (!pair) {
                count(token, text.substring(token.start(), token.end()), token.key(), headline, i);
            } else if (before != null && before.end() == token.start()) {
                count(token, text.substring(before.start(), token.end()), before.key() + token.key(), headline, i);
            }
            before = pair ? token : null;
        }
    }

    private void count(Token token, String shown, String key, boolean headline, int place) {
        if (shown.length() > LONGEST) {
            return;
        }
        boolean number = token.kind() == Token.Kind.NUMBER;
        Count count =
                counts.computeIfAbsent(number ? '#' + key : Feature.stem(key), stem -> new Count(number ? key : shown));
        count.times++;
        count.number = number;
        count.lead |= headline || place < LEAD_TOKENS;
        if (!headline) {
            count.asName += token.kind() == Token.Kind.NAME ? 1 : 0;
            count.lower |= token.kind() == Token.Kind.WORD;
        }
    }

    /** Weighs a feature; null for one that says nothing. */
    private static @Nullable Feature feature(String stem, Count count) {
        if (count.number) {
            return isTelling(count.shown) ? weighed(Feature.Kind.NUMBER, count, NUMBER) : null;
        }
        boolean pair =
                count.shown.length() == 2 && Character.isLetter(count.shown.charAt(0)) && stem.charAt(0) >= 0x0e00;
        boolean common = isCommon(stem);
        if (count.asName > 0 && !count.lower && stem.length() >= SHORTEST_NAME) {
            return weighed(Feature.Kind.NAME, count, common ? COMMON : NAME);
        }
        return pair || stem.length() >= SHORTEST_WORD
                ? weighed(Feature.Kind.WORD, count, common ? COMMON : WORD)
                : null;
    }

    private static Feature weighed(Feature.Kind kind, Count count, double base) {
        double weight = base * (1 + Math.log(count.times)) * (count.lead ? LEAD : 1) * SCALE;
        return new Feature(kind, count.shown, (int) Math.max(1, Math.min(MOST_WEIGHT, Math.round(weight))));
    }

    /** Tests whether a number is neither a single digit nor a year. */
    private static boolean isTelling(String digits) {
        if (digits.length() < 2) {
            return false;
        }
        boolean whole = digits.length() == 4 && digits.indexOf('.') < 0;
        int value = whole ? Integer.parseInt(digits) : 0;
        return value < FIRST_YEAR || value > LAST_YEAR;
    }

    private static Set<String> commonStems() {
        return Table.lines(Features.class, "common-words.txt").stream()
                .flatMap(line -> Stream.of(line.split(" ", -1)))
                .map(word -> Feature.stem(Words.key(word)))
                .collect(Collectors.toUnmodifiableSet());
    }
}
