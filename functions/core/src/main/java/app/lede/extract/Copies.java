package app.lede.extract;

import app.lede.text.Words;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which passages of a text are there already. A page prints a paragraph twice as a teaser, set otherwise, or its whole story for
 * another size of screen, set alike. Other repetitions belong there, such as the meals of a plan for a week.
 */
final class Copies {

    /** Shorter lines ("Yes.", "Advantages") may well stand twice. */
    private static final int MIN_WORDS = 6;

    /** A second printing of the story is about half of the text; repetitions within a story seldom come in such runs. */
    private static final double SECOND_PRINTING = 0.25;

    private final List<Passage> passages;
    private final int[] earlier;
    private final int[] runWords;

    private Copies(List<Passage> passages) {
        this.passages = passages;
        this.earlier = earlier();
        this.runWords = runWords();
    }

    /** For each passage whether it is a copy; linear in the text. */
    static boolean[] of(List<Passage> passages) {
        Copies copies = new Copies(passages);
        double words = passages.stream().mapToInt(Passage::words).sum();
        boolean[] answer = new boolean[passages.size()];
        for (int i = 0; i < answer.length; i++) {
            answer[i] = copies.earlier[i] >= 0
                    && passages.get(i).words() >= MIN_WORDS
                    && (copies.isSetOtherwise(i) || copies.runWords[i] > SECOND_PRINTING * words);
        }
        return answer;
    }

    /** For each passage where its words stood last; -1 if nowhere. */
    private int[] earlier() {
        int[] found = new int[passages.size()];
        Map<String, Integer> last = new HashMap<>();
        for (int i = 0; i < found.length; i++) {
            Integer before = last.put(Words.key(passages.get(i).text()), i);
            found[i] = before == null ? -1 : before;
        }
        return found;
    }

    /** For each repetition how many words follow one another as they did before. */
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
                || !PageContext.shape(frame)
                        .equals(PageContext.shape(passages.get(earlier[i]).frame()));
    }
}
