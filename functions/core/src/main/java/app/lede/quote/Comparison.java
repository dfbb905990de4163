package app.lede.quote;

import app.lede.quote.QuotableText.Stretch;
import app.lede.quote.QuoteMatch.Difference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * Aligns a quote with the passage of a text that is most like it: the fewest words added, removed and replaced. Where the quote has an
 * ellipsis, words of the text are left out for nothing. Not thread safe.
 *
 * <p>Bounded: quotes of {@value #MOST_QUOTED} tokens, and of a long text the {@value #WINDOWS} stretches that have most of the
 * quote's words.
 */
final class Comparison {

    /** Tokens of a quote that are compared. */
    private static final int MOST_QUOTED = 600;

    /** Tokens of a text up to which all of it is compared. */
    private static final int WHOLE = 4_000;

    private static final int WINDOWS = 3;

    /** Share of words that agree from which a passage is taken for the quote's. */
    private static final double ALIKE = 0.6;

    private static final byte MATCH = 0;
    private static final byte REPLACED = 1;
    private static final byte ADDED = 2;
    private static final byte REMOVED = 3;
    private static final byte OMITTED = 4;

    private final Tokens text;
    private final Tokens quote;
    private final int[] said;
    private final Set<Integer> gaps = new HashSet<>();

    /**
     * Prepares a comparison.
     *
     * @param segments the parts of the quote between its ellipses
     */
    Comparison(Tokens text, Tokens quote, List<Stretch> segments) {
        this.text = text;
        this.quote = quote;
        this.said = segments.stream()
                .flatMapToInt(segment -> IntStream.range(segment.first(), segment.end()))
                .limit(MOST_QUOTED)
                .toArray();
        int length = 0;
        for (Stretch segment : segments) {
            length += segment.end() - segment.first();
            gaps.add(length);
        }
        gaps.remove(length);
    }

    /** An alignment: steps from the quote's start, and where in the text it begins. */
    private record Aligned(int first, List<Byte> steps, double similarity, int matches) {}

    /**
     * Returns the most similar passage.
     *
     * @param place turns offsets of the text into code points
     */
    QuoteMatch nearest(IntUnaryOperator place) {
        return windows().stream()
                .map(this::align)
                .flatMap(Optional::stream)
                .max(Comparator.comparingDouble(Aligned::similarity))
                .filter(this::isAlike)
                .<QuoteMatch>map(aligned -> changed(aligned, place))
                .orElseGet(QuoteMatch.Absent::new);
    }

    private boolean isAlike(Aligned aligned) {
        long words = IntStream.of(said).filter(quote::isWord).count();
        return aligned.similarity() >= ALIKE && aligned.matches() >= Math.min(3, Math.max(2, words - 1));
    }

    /** Returns the stretches of the text to compare with. */
    private List<Stretch> windows() {
        if (text.size() <= WHOLE) {
            return List.of(new Stretch(0, text.size()));
        }
        int length = 2 * said.length + (gaps.isEmpty() ? 20 : 400);
        Set<Integer> wanted = new HashSet<>();
        IntStream.of(said).filter(quote::isWord).map(quote::id).forEach(wanted::add);
        wanted.remove(-1);
        List<int[]> scored = new ArrayList<>();
        int step = Math.max(1, length / 4);
        for (int at = 0; at < text.size(); at += step) {
            Set<Integer> seen = new HashSet<>();
            for (int i = at; i < Math.min(text.size(), at + length); i++) {
                if (wanted.contains(text.id(i))) {
                    seen.add(text.id(i));
                }
            }
            scored.add(new int[] {at, seen.size()});
        }
        scored.sort(Comparator.comparingInt((int[] window) -> -window[1]));
        return scored.stream()
                .limit(WINDOWS)
                .map(window -> new Stretch(window[0], Math.min(text.size(), window[0] + length)))
                .toList();
    }

    /** Finds the cheapest alignment of the whole quote with a part of the stretch. */
    private Optional<Aligned> align(Stretch window) {
        int columns = window.end() - window.first();
        byte[][] steps = new byte[said.length + 1][columns + 1];
        int[] row = new int[columns + 1];
        for (int i = 1; i <= said.length; i++) {
            int[] next = new int[columns + 1];
            next[0] = i;
            steps[i][0] = ADDED;
            for (int j = 1; j <= columns; j++) {
                boolean same = quote.id(said[i - 1]) == text.id(window.first() + j - 1);
                int diagonal = row[j - 1] + (same ? 0 : 1);
                next[j] = Math.min(diagonal, Math.min(row[j], next[j - 1]) + 1);
                steps[i][j] = next[j] == diagonal ? same ? MATCH : REPLACED : next[j] == row[j] + 1 ? ADDED : REMOVED;
            }
            if (gaps.contains(i)) {
                omit(next, steps[i]);
            }
            row = next;
        }
        int end = 0;
        for (int j = 1; j <= columns; j++) {
            end = row[j] < row[end] ? j : end;
        }
        // A last word that the text has otherwise is replaced, not added, although both cost the same.
        while (end < columns
                && row[end + 1] == row[end]
                && steps[said.length][end + 1] == REPLACED
                && text.isWord(window.first() + end)) {
            end++;
        }
        return Optional.of(traced(steps, window, end));
    }

    /** Lets the text go on for nothing behind this row. */
    private static void omit(int[] row, byte[] steps) {
        for (int j = 1; j < row.length; j++) {
            if (row[j - 1] <= row[j]) {
                row[j] = row[j - 1];
                steps[j] = OMITTED;
            }
        }
    }

    private Aligned traced(byte[][] steps, Stretch window, int end) {
        List<Byte> path = new ArrayList<>();
        int matches = 0;
        int words = 0;
        int j = end;
        for (int i = said.length; i > 0; ) {
            byte step = steps[i][j];
            path.add(step);
            boolean ofQuote = step == MATCH || step == REPLACED || step == ADDED;
            boolean word = ofQuote ? quote.isWord(said[i - 1]) : text.isWord(window.first() + j - 1);
            words += word && step != OMITTED ? 1 : 0;
            matches += word && step == MATCH ? 1 : 0;
            i -= ofQuote ? 1 : 0;
            j -= step == ADDED ? 0 : 1;
        }
        Collections.reverse(path);
        return new Aligned(window.first() + j, path, words == 0 ? 0 : (double) matches / words, matches);
    }

    private QuoteMatch changed(Aligned aligned, IntUnaryOperator place) {
        List<Difference> differences = new ArrayList<>();
        int i = 0;
        int j = aligned.first();
        int fromQuote = 0;
        int fromText = j;
        for (byte step : aligned.steps()) {
            if (step == MATCH || step == OMITTED) {
                add(differences, fromQuote, i, fromText, j, place);
            }
            i += step == MATCH || step == REPLACED || step == ADDED ? 1 : 0;
            j += step == ADDED ? 0 : 1;
            if (step == MATCH || step == OMITTED) {
                fromQuote = i;
                fromText = j;
            }
        }
        add(differences, fromQuote, i, fromText, j, place);
        int last = Math.max(aligned.first(), j - 1);
        return new QuoteMatch.Changed(
                place.applyAsInt(text.start(Math.min(aligned.first(), text.size() - 1))),
                place.applyAsInt(text.end(Math.min(last, text.size() - 1))),
                differences,
                aligned.similarity());
    }

    private void add(List<Difference> differences, int from, int to, int fromText, int toText, IntUnaryOperator place) {
        if (from == to && fromText == toText) {
            return;
        }
        int start = fromText < text.size() ? text.start(fromText) : text.text().length();
        int end = toText > fromText ? text.end(toText - 1) : start;
        differences.add(new Difference(
                from == to ? "" : quote.between(said[from], said[to - 1] + 1),
                text.between(fromText, toText),
                place.applyAsInt(start),
                place.applyAsInt(end)));
    }
}
