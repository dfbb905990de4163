package app.lede.quote;

import app.lede.quote.QuotableText.Stretch;
import app.lede.quote.QuoteMatch.Difference;
import app.lede.text.Negations;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** Finds negations of a text that a quote leaves out: at an ellipsis, or in front of its first word. Thread safe. */
final class Omissions {

    /** Words of a quote below which one that starts behind a negation is taken for a phrase. */
    private static final int SENTENCE = 4;

    /** Tokens of the longest negation. */
    private static final int MOST_TOKENS = 4;

    private static final Set<String> SENTENCE_ENDS = Set.of(".", "!", "?", "。", "！", "？", "।", "؟", "…");

    private final Tokens text;
    private final Negations negations;

    Omissions(Tokens text, Negations negations) {
        this.text = text;
        this.negations = negations;
    }

    /**
     * Returns the words of the text that are left out together with a negation or a word that denies.
     *
     * @param found the parts of the quote in the text, in order
     * @param goesOn whether the quote begins with an ellipsis
     * @param breaksOff whether it ends with one: a denial may be the sentence's last word, as in German
     * @param place turns offsets of the text into code points
     */
    Optional<Difference> negated(List<Stretch> found, boolean goesOn, boolean breaksOff, IntUnaryOperator place) {
        for (int i = 1; i < found.size(); i++) {
            int first = found.get(i - 1).end();
            int end = found.get(i).first();
            if (negates(first, end)) {
                return Optional.of(difference(Tokens.GAP, first, end, place));
            }
        }
        int last = found.getLast().end();
        int behind = breaksOff ? rest(last) : last;
        if (negates(last, behind)) {
            return Optional.of(difference(Tokens.GAP, last, behind, place));
        }
        int first = found.getFirst().first();
        int before = goesOn
                ? Math.max(sentence(first), first - 2)
                : beheaded(first, found.getLast().end());
        return negates(before, first)
                ? Optional.of(difference(goesOn ? Tokens.GAP : "", before, first, place))
                : Optional.empty();
    }

    private Difference difference(String quote, int first, int end, IntUnaryOperator place) {
        return new Difference(
                quote,
                text.between(first, end),
                place.applyAsInt(text.start(first)),
                place.applyAsInt(text.end(end - 1)));
    }

    private boolean negates(int first, int end) {
        return IntStream.range(first, end).anyMatch(this::negatesAt);
    }

    /** Tests for a negation of one or several tokens that starts at a token. */
    private boolean negatesAt(int first) {
        StringBuilder phrase = new StringBuilder();
        for (int token = first; token < Math.min(text.size(), first + MOST_TOKENS); token++) {
            boolean spaced = token > first && text.start(token) > text.end(token - 1);
            phrase.append(spaced ? "_" : "").append(text.key(token));
            // A phrase that begins in what is left out may end behind it: failed | to.
            if (negations.leftOut(phrase.toString())) {
                return true;
            }
        }
        return false;
    }

    /** Returns the end of the next two words of a sentence that goes on at a token. */
    private int rest(int token) {
        int end = token;
        while (end < text.size() && end < token + 2 && !endsSentence(end)) {
            end++;
        }
        return end;
    }

    /** Returns the start of the sentence that a token belongs to. */
    private int sentence(int token) {
        int first = token;
        while (first > 0 && first > token - MOST_TOKENS && !endsSentence(first - 1)) {
            first--;
        }
        return first;
    }

    /**
     * Returns the start of the negation in front of a quote of the rest of its sentence; the quote's own where there is none. A verb
     * that denies counts only with its "to": what was denied or rejected may be quoted by its name.
     */
    private int beheaded(int first, int end) {
        boolean rest = end == text.size() || endsSentence(end);
        if (!rest || end - first < SENTENCE || first == 0) {
            return first;
        }
        if (negations.negates(text.key(first - 1))) {
            return first - 1;
        }
        if (negations.leftOut(text.key(first - 1) + "_" + text.key(first))) {
            return first - 1;
        }
        boolean phrase = first > 1 && negations.leftOut(text.key(first - 2) + "_" + text.key(first - 1));
        return phrase ? first - 2 : first;
    }

    private boolean endsSentence(int token) {
        return SENTENCE_ENDS.contains(text.key(token));
    }
}
