package app.lede.extract.page;

import app.lede.text.Words;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the sentences of a brief: a headline with a sentence or two below it, too few for {@link Prose}. Languages that write
 * in one word what others write in three, and scripts without spaces, are measured alike: by whole sentences.
 */
public final class Brief {

    /** Minimum words of a brief; six English words are four in Finnish or Korean. */
    private static final int MIN_WORDS = 5;

    /** Minimum words of a sentence of it. */
    private static final int MIN_SENTENCE = 3;

    private static final double MAX_LINKED = 0.3;
    private static final String STOPS = ".!?…。！？｡．।॥؟۔።։។။";
    private static final String CLOSING = "\"'”’»›)]）】」』";

    private static final int ELSEWHERE = Region.NAV.mask()
            | Region.FOOTER.mask()
            | Region.ASIDE.mask()
            | Region.FORM.mask()
            | Region.CAPTION.mask()
            | Region.DIALOG.mask()
            | Region.HIDDEN.mask()
            | Region.COMMENTS.mask()
            | Region.CONSENT.mask()
            | Region.RELATED.mask()
            | Region.SIGNUP.mask()
            | Region.UNSEEN.mask();

    private Brief() {}

    /**
     * Returns the passages kept and the sentences beside them below a headline.
     *
     * @param headline index of its passage; below 0 if the page shows none
     * @param kept passages of the list; if there are none, all sentences below the headline are taken
     * @return in order; {@code kept} itself without a headline, or with fewer words than a brief has
     */
    public static List<Passage> among(List<Passage> passages, int headline, List<Passage> kept) {
        if (headline < 0) {
            return kept;
        }
        Set<Passage> chosen = Collections.newSetFromMap(new IdentityHashMap<>());
        chosen.addAll(kept);
        Set<Integer> parents = kept.stream().map(Brief::parent).collect(Collectors.toSet());
        List<Passage> told = new ArrayList<>();
        for (int i = 0; i < passages.size(); i++) {
            Passage passage = passages.get(i);
            boolean beside = i > headline && (kept.isEmpty() || parents.contains(parent(passage)));
            if (chosen.contains(passage) || (beside && isSentence(passage))) {
                told.add(passage);
            }
        }
        int words = told.stream().mapToInt(Passage::words).sum();
        return words >= MIN_WORDS ? told : kept;
    }

    private static int parent(Passage passage) {
        Frame parent = passage.frame().parent();
        return parent == null ? passage.frame().id() : parent.id();
    }

    private static boolean isSentence(Passage passage) {
        return !passage.isHeading()
                && passage.words() >= MIN_SENTENCE
                && passage.linkedShare() <= MAX_LINKED
                && (passage.frame().regions() & ELSEWHERE) == 0
                && endsInStop(passage.text())
                && isWorded(passage.text());
    }

    private static boolean endsInStop(String text) {
        int end = text.length() - 1;
        while (end >= 0 && (CLOSING.indexOf(text.charAt(end)) >= 0 || text.charAt(end) == ' ')) {
            end--;
        }
        return end >= 0 && STOPS.indexOf(text.charAt(end)) >= 0;
    }

    /** Tests for more letters than a date or a row of figures has. */
    private static boolean isWorded(String text) {
        long digits = text.chars().filter(Character::isDigit).count();
        return digits * 4 < Words.letters(text);
    }
}
