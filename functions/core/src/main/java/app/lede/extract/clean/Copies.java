package app.lede.extract.clean;

import app.lede.article.Block.Kind;
import app.lede.extract.page.Frame;
import app.lede.extract.page.FrameTotals;
import app.lede.extract.page.Passage;
import app.lede.extract.page.Shape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Detects duplicate passages. Pages repeat a paragraph as a teaser in another style, or the whole story for another
 * screen size in the same style. Other repetitions are intended, such as the meals of a weekly plan.
 */
final class Copies {

    /** Minimum words; shorter lines ("Yes.", "Advantages") may occur twice. */
    private static final int MIN_WORDS = 6;

    /**
     * Minimum share of the text in repeated runs for a second printing, which is about half; repetitions within a story
     * are shorter.
     */
    private static final double SECOND_PRINTING = 0.25;

    private static final int MIN_QUOTE_WORDS = 4;
    private static final int MAX_QUOTE_WORDS = 50;

    /** Number of passages set apart that are looked up, since each costs a search of the text. */
    private static final int MAX_QUOTES = 30;

    private static final Set<String> PULL =
            Set.of("pull", "pullquote", "pullquotes", "quote", "zitat", "citation", "callout");

    private final List<Passage> passages;
    private final int[] earlier;
    private final int[] runWords;

    private Copies(List<Passage> passages) {
        this.passages = passages;
        this.earlier = earlier();
        this.runWords = runWords();
    }

    /** Returns, for each passage, whether it is a copy; linear in the text. */
    static boolean[] of(List<Passage> passages) {
        Copies copies = new Copies(passages);
        double words = passages.stream().mapToInt(Passage::words).sum();
        boolean[] answer = new boolean[passages.size()];
        for (int i = 0; i < answer.length; i++) {
            answer[i] = copies.earlier[i] >= 0
                    && passages.get(i).words() >= MIN_WORDS
                    && (copies.isSetOtherwise(i) || copies.runWords[i] > SECOND_PRINTING * words);
        }
        copies.pulled(answer);
        return answer;
    }

    /** Marks pull quotes: a sentence of the text set once more, larger, between its paragraphs. */
    private void pulled(boolean[] copies) {
        String text = "";
        int looks = 0;
        for (int i = 0; i < copies.length && looks < MAX_QUOTES; i++) {
            Passage passage = passages.get(i);
            if (!copies[i] && isSetApart(passage)) {
                text = text.isEmpty() ? paragraphs() : text;
                looks++;
                copies[i] = text.contains(passage.key());
            }
        }
    }

    private static boolean isSetApart(Passage passage) {
        boolean size = passage.words() >= MIN_QUOTE_WORDS && passage.words() <= MAX_QUOTE_WORDS;
        return size
                && (passage.kind() == Kind.QUOTE
                        || isPull(passage.frame())
                        || isPull(FrameTotals.parent(passage.frame())));
    }

    private static boolean isPull(Frame frame) {
        return frame.tag().equals("aside") || frame.nameTokens().stream().anyMatch(PULL::contains);
    }

    /** Returns the text that a quote may be pulled from: what is not set apart itself. */
    private String paragraphs() {
        return passages.stream()
                .filter(passage -> !isSetApart(passage))
                .map(Passage::key)
                .collect(Collectors.joining("\n"));
    }

    /** Returns, for each passage, the index of its last earlier occurrence; -1 if there is none. */
    private int[] earlier() {
        int[] found = new int[passages.size()];
        Map<String, Integer> last = new HashMap<>();
        for (int i = 0; i < found.length; i++) {
            Integer before = last.put(passages.get(i).key(), i);
            found[i] = before == null ? -1 : before;
        }
        return found;
    }

    /** Returns, for each repetition, the words of the run that repeats in the same order. */
    private int[] runWords() {
        int[] words = new int[passages.size()];
        for (int start = 0, end; start < words.length; start = end) {
            end = start + 1;
            int sum = passages.get(start).words();
            while (earlier[start] >= 0 && end < words.length && earlier[end] == earlier[end - 1] + 1) {
                sum += passages.get(end++).words();
            }
            for (int i = start; i < end; i++) {
                words[i] = earlier[start] < 0 ? 0 : sum;
            }
        }
        return words;
    }

    private boolean isSetOtherwise(int i) {
        Frame frame = passages.get(i).frame();
        return frame.id() == 0
                || !Shape.of(frame).equals(Shape.of(passages.get(earlier[i]).frame()));
    }
}
