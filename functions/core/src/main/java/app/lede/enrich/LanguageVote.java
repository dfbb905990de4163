package app.lede.enrich;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Turns the scores of a {@link LanguageModel} into the likeliest language and its probability. Thread safe. */
final class LanguageVote {

    /**
     * The likeliest of some languages.
     *
     * @param probability from 0 to 1, calibrated over the lengths of texts
     */
    record Winner(String language, double probability) {

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%s, probability %.2f", language, probability);
        }
    }

    private final LanguageModel model;

    LanguageVote(LanguageModel model) {
        this.model = model;
    }

    /** Returns the likeliest candidate; probabilities are softmax over scores divided by the root of the text's bytes. */
    Winner among(Set<String> candidates, String text) {
        float[] scores = model.scores(text);
        List<String> languages = model.languages();
        int best = -1;
        for (int i = 0; i < scores.length; i++) {
            if (candidates.contains(languages.get(i)) && (best < 0 || scores[i] > scores[best])) {
                best = i;
            }
        }
        double root = Math.sqrt(Math.max(1, text.getBytes(StandardCharsets.UTF_8).length));
        double sum = 0;
        double own = 0;
        for (int i = 0; i < scores.length; i++) {
            if (candidates.contains(languages.get(i))) {
                double share = Math.exp((scores[i] - scores[best]) / root);
                sum += share;
                own += languages.get(i).equals(languages.get(best)) ? share : 0;
            }
        }
        return new Winner(languages.get(best), own / sum);
    }
}
