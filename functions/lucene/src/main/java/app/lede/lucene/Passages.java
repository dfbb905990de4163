package app.lede.lucene;

import app.lede.enrich.Span;
import app.lede.lucene.Occurrences.Found;
import app.lede.lucene.analysis.Analyzers;
import app.lede.lucene.analysis.Chain;
import app.lede.search.Passage;
import app.lede.search.query.Query;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Chooses the passage of a text where most different words of a query stand close together; the first of several. It begins
 * and ends with a sentence where one does nearby, otherwise with a word.
 */
public final class Passages {

    /** Longest distance between the first and the last word of a passage, in UTF-16 code units. */
    private static final int REACH = 240;

    /** Most of a text before the first word and after the last. */
    private static final int MARGIN = 120;

    /** Text that is looked at: about 150,000 words, read in some 100 ms. */
    private static final int LONGEST_TEXT = 1_000_000;

    private static final String ENDS_SENTENCE = ".!?…。！？؟።।";

    private Passages() {}

    /** Returns the passage, as {@link app.lede.search.SearchIndex#passage} does; empty if no word of the query occurs. */
    public static Optional<Passage> best(Query query, Analyzers analyzers, Chain chain, String text) {
        String read = text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
        List<Found> found = new ArrayList<>(Occurrences.of(query, analyzers, chain, read));
        found.sort(Comparator.comparingInt(Found::start).thenComparingInt(Found::end));
        return found.isEmpty() ? Optional.empty() : Optional.of(passage(text, densest(found)));
    }

    /** Returns the run of occurrences within reach of each other that has the most different words. */
    private static List<Found> densest(List<Found> found) {
        Map<Integer, Integer> inside = new HashMap<>();
        int bestFirst = 0;
        int bestLast = 0;
        int most = 0;
        int first = 0;
        for (int last = 0; last < found.size(); last++) {
            inside.merge(found.get(last).needle(), 1, Integer::sum);
            while (first < last && found.get(last).end() - found.get(first).start() > REACH) {
                inside.computeIfPresent(found.get(first++).needle(), (needle, count) -> count == 1 ? null : count - 1);
            }
            if (inside.size() > most || (inside.size() == most && bestFirst == first)) {
                most = inside.size();
                bestFirst = first;
                bestLast = last;
            }
        }
        return found.subList(bestFirst, bestLast + 1);
    }

    private static Passage passage(String text, List<Found> marks) {
        int last = marks.stream().mapToInt(Found::end).max().orElseThrow();
        int start = start(text, marks.getFirst().start());
        int end = end(text, last);
        int base = text.codePointCount(0, start);
        List<Span> spans = new ArrayList<>();
        int covered = 0;
        for (Found mark : marks) {
            if (mark.start() >= covered) {
                spans.add(new Span(
                        base + text.codePointCount(start, mark.start()),
                        base + text.codePointCount(start, mark.end())));
                covered = mark.end();
            }
        }
        return new Passage(new Span(base, base + text.codePointCount(start, end)), spans);
    }

    /** Goes back to the beginning of the sentence; beyond the margin, to the first word within it. */
    private static int start(String text, int mark) {
        int word = mark;
        for (int i = mark; i > Math.max(0, mark - MARGIN); i--) {
            char before = text.charAt(i - 1);
            if (before == '\n' || (i < mark && isEnd(text, i - 1))) {
                return skipped(text, i, mark);
            }
            word = Character.isWhitespace(before) ? i : word;
        }
        return mark <= MARGIN ? 0 : word;
    }

    private static int skipped(String text, int from, int mark) {
        int start = from;
        while (start < mark && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        return start;
    }

    /** Goes on to the end of the sentence; beyond the margin, to the last word within it. */
    private static int end(String text, int mark) {
        int word = mark;
        int most = Math.min(text.length(), mark + MARGIN);
        for (int i = mark; i < most; i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                return i;
            }
            if (isEnd(text, i)) {
                return i + 1;
            }
            word = Character.isWhitespace(c) ? i : word;
        }
        return most == text.length() ? most : word;
    }

    /** Tests whether a sentence ends with a character: a full stop counts only before white space. */
    private static boolean isEnd(String text, int at) {
        char c = text.charAt(at);
        return ENDS_SENTENCE.indexOf(c) >= 0
                && (c > 0x7F || at + 1 == text.length() || Character.isWhitespace(text.charAt(at + 1)));
    }
}
