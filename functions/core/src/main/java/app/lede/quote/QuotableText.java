package app.lede.quote;

import app.lede.text.Negations;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A text that quotes are looked for in. A quote may leave words out with an ellipsis, but no negation: without it the text says
 * something else.
 *
 * <p>Thread safe. Linear in the text for exact quotes; others are compared within windows of bounded size.
 */
public final class QuotableText {

    /** Most tokens that an ellipsis leaves out. */
    private static final int MOST_OMITTED = 400;

    /** Places tried for the first part of a quote that leaves words out. */
    private static final int MOST_STARTS = 1_000;

    private final String text;
    private final Tokens tokens;
    private final Omissions omissions;

    /**
     * Splits a text into words.
     *
     * @param language of the text, BCP 47 primary tag; of an unknown one the negations of all languages count
     */
    public QuotableText(String text, @Nullable String language) {
        this.text = text;
        this.tokens = Tokens.of(text);
        this.omissions = new Omissions(tokens, Negations.of(language));
    }

    /** Looks for a quote word for word. */
    public Optional<QuoteMatch.Exact> findExact(String quote) {
        return find(quote, false) instanceof QuoteMatch.Exact exact ? Optional.of(exact) : Optional.empty();
    }

    /** A stretch of tokens. */
    record Stretch(int first, int end) {}

    /** Looks for a quote. */
    public QuoteMatch find(String quote) {
        return find(quote, true);
    }

    private QuoteMatch find(String quote, boolean compared) {
        Tokens said = tokens.quote(quote);
        List<Stretch> segments = segments(said);
        if (segments.isEmpty()) {
            return new QuoteMatch.Absent();
        }
        Optional<List<Stretch>> found = exact(said, segments);
        if (found.isEmpty()) {
            return compared ? new Comparison(tokens, said, segments).nearest(this::place) : new QuoteMatch.Absent();
        }
        return omissions
                .negated(found.get(), said.isGap(0), said.isGap(said.size() - 1), this::place)
                .<QuoteMatch>map(difference -> new QuoteMatch.Changed(
                        place(tokens.start(found.get().getFirst().first())),
                        place(tokens.end(found.get().getLast().end() - 1)),
                        List.of(difference),
                        withoutNegation(found.get())))
                .orElseGet(() -> exactly(quote, found.get()));
    }

    /** Returns the share of words that agree where all but a negation do. */
    private static double withoutNegation(List<Stretch> found) {
        int words = found.stream().mapToInt(part -> part.end() - part.first()).sum();
        return words / (words + 1.0);
    }

    private QuoteMatch exactly(String quote, List<Stretch> found) {
        int start = tokens.start(found.getFirst().first());
        int end = tokens.end(found.getLast().end() - 1);
        boolean elided = found.size() > 1;
        List<Fold> folds = elided ? spliced(quote, found) : Fold.needed(quote.strip(), text.substring(start, end));
        return new QuoteMatch.Exact(place(start), place(end), folds, elided);
    }

    /** Tells of a quote with ellipses whether a part of it runs over a break between paragraphs. */
    private List<Fold> spliced(String quote, List<Stretch> found) {
        return !Fold.isBroken(quote)
                        && found.stream()
                                .anyMatch(part -> Fold.isBroken(
                                        text.substring(tokens.start(part.first()), tokens.end(part.end() - 1))))
                ? List.of(Fold.PARAGRAPHS)
                : List.of();
    }

    private int place(int chars) {
        return text.codePointCount(0, chars);
    }

    /** Splits a quote at its ellipses; drops punctuation at the ends of each part. */
    private static List<Stretch> segments(Tokens quote) {
        List<Stretch> segments = new ArrayList<>();
        int first = 0;
        for (int i = 0; i <= quote.size(); i++) {
            if (i == quote.size() || quote.isGap(i)) {
                trimmed(quote, first, i).ifPresent(segments::add);
                first = i + 1;
            }
        }
        return segments;
    }

    private static Optional<Stretch> trimmed(Tokens quote, int from, int to) {
        int first = from;
        int end = to;
        while (first < end && isEdge(quote, first)) {
            first++;
        }
        while (end > first && isEdge(quote, end - 1)) {
            end--;
        }
        return first < end ? Optional.of(new Stretch(first, end)) : Optional.empty();
    }

    /** Tests for punctuation that belongs to the one who quotes; signs of money and percent belong to the number. */
    private static boolean isEdge(Tokens quote, int token) {
        int c = quote.key(token).codePointAt(0);
        return switch (Character.getType(c)) {
            case Character.CURRENCY_SYMBOL, Character.MATH_SYMBOL, Character.OTHER_SYMBOL -> false;
            default ->
                !quote.isWord(token) && !NumberSigns.isFigure(c) && !NumberSigns.isPer(c) && "#&@".indexOf(c) < 0;
        };
    }

    /** Finds all segments in their order, the first as late as the rest allows, so that the whole is short. */
    private Optional<List<Stretch>> exact(Tokens said, List<Stretch> segments) {
        if (segments.stream().anyMatch(segment -> hasUnknown(said, segment))) {
            return Optional.empty();
        }
        int tried = 0;
        List<Stretch> best = List.of();
        for (int at = next(said, segments.getFirst(), 0); at >= 0; at = next(said, segments.getFirst(), at + 1)) {
            List<Stretch> found = from(at, said, segments);
            if (!found.isEmpty() && (best.isEmpty() || length(found) < length(best))) {
                best = found;
            }
            if ((segments.size() == 1 && !best.isEmpty()) || ++tried == MOST_STARTS) {
                break;
            }
        }
        return best.isEmpty() ? Optional.empty() : Optional.of(best);
    }

    private static boolean hasUnknown(Tokens said, Stretch segment) {
        for (int token = segment.first(); token < segment.end(); token++) {
            if (said.id(token) < 0) {
                return true;
            }
        }
        return false;
    }

    private List<Stretch> from(int start, Tokens said, List<Stretch> segments) {
        List<Stretch> found = new ArrayList<>();
        int at = start;
        for (Stretch segment : segments) {
            int next = found.isEmpty() ? start : next(said, segment, at);
            if (next < 0 || next - at > MOST_OMITTED) {
                return List.of();
            }
            at = next + segment.end() - segment.first();
            found.add(new Stretch(next, at));
        }
        return found;
    }

    private static int length(List<Stretch> found) {
        return found.getLast().end() - found.getFirst().first();
    }

    /** Returns the next place of a segment; -1 if there is none. */
    private int next(Tokens said, Stretch segment, int from) {
        int length = segment.end() - segment.first();
        int first = said.id(segment.first());
        for (int at = from; at <= tokens.size() - length && first >= 0; at++) {
            int same = tokens.id(at) == first ? 1 : 0;
            while (same > 0 && same < length && tokens.id(at + same) == said.id(segment.first() + same)) {
                same++;
            }
            if (same == length) {
                return at;
            }
        }
        return -1;
    }
}
