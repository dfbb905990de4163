package app.lede.summary;

import app.lede.summary.rank.Passage;
import app.lede.summary.rank.StopWords;
import app.lede.summary.rank.Term;
import app.lede.summary.rank.Tokens;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Selects the sentences that may appear in a summary: no furniture, headings, datelines, headline or repetitions.
 *
 * <p>Thread safe.
 */
public final class Story {

    /** Maximum number of sentences considered; bounds time. */
    private static final int MOST_SENTENCES = 80;

    /** Maximum number of characters considered. */
    private static final int MOST_CHARACTERS = 200_000;

    /** Sentences at the top that may begin with a dateline. */
    private static final int TOP = 6;

    private final Boilerplate boilerplate = new Boilerplate();

    /** Loads the phrases of page furniture; share one instance. */
    public Story() {}

    /**
     * Returns the story's sentences in order. If every sentence looks like furniture, returns them all; empty only for
     * a blank text.
     *
     * @param language BCP 47 primary tag, if known
     * @param headline a line that repeats it is left out; if known
     */
    public List<Candidate> read(String text, @Nullable String language, @Nullable String headline) {
        String head = text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS);
        List<Range> ranges = Sentences.ranges(head, language);
        Tokens tokens = new Tokens(StopWords.of(language));
        boolean ended = mostlyEnded(head, ranges);
        Headline title = new Headline(tokens.of(headline == null ? "" : headline));
        Set<String> told = new HashSet<>();
        List<Candidate> story = new ArrayList<>();
        for (Range range : ranges) {
            if (story.size() == MOST_SENTENCES) {
                break;
            }
            Range behind = behindDateline(head, range, story.size() < TOP);
            if (ended && !isEnded(head, behind)) {
                continue;
            }
            String sentence = behind.of(head);
            String plain = Boilerplate.plain(sentence);
            if (boilerplate.surrounds(sentence, plain)) {
                continue;
            }
            List<Term> terms = tokens.of(sentence);
            if (!terms.isEmpty() && told.add(plain) && !title.isRepeatedBy(terms)) {
                boolean caption = boilerplate.captions(plain);
                story.add(new Candidate(behind, new Passage(sentence, terms, WordCount.of(head, behind), caption)));
            }
        }
        return story.isEmpty() ? everything(head, ranges, tokens) : story;
    }

    private static List<Candidate> everything(String text, List<Range> ranges, Tokens tokens) {
        return ranges.stream()
                .limit(MOST_SENTENCES)
                .map(range -> {
                    String sentence = range.of(text);
                    return new Candidate(
                            range, new Passage(sentence, tokens.of(sentence), WordCount.of(text, range), false));
                })
                .toList();
    }

    /** Leaves out the dateline of a sentence that begins a line at the top of the text. */
    private static Range behindDateline(String text, Range range, boolean top) {
        int skipped = top && opensLine(text, range) ? Dateline.length(text, range) : 0;
        return skipped == 0 ? range : new Range(range.start() + skipped, range.end());
    }

    private static boolean opensLine(String text, Range range) {
        int at = range.start() - 1;
        while (at >= 0 && Range.isBlank(text.charAt(at)) && !Sentences.isLineBreak(text.charAt(at))) {
            at--;
        }
        return at < 0 || Sentences.isLineBreak(text.charAt(at));
    }

    /**
     * Tests whether most lines end with a terminator. If they do, lines without one are headings or promotions; in
     * verse, lists and Thai they are not.
     */
    private static boolean mostlyEnded(String text, List<Range> ranges) {
        int ended = 0;
        for (Range range : ranges) {
            ended += isEnded(text, range) ? 1 : 0;
        }
        return ended * 2 >= ranges.size();
    }

    private static boolean isEnded(String text, Range range) {
        int at = range.end() - 1;
        while (at > range.start()
                && ("\"'”’»“«›‹)]}」』）】".indexOf(text.charAt(at)) >= 0 || Range.isBlank(text.charAt(at)))) {
            at--;
        }
        return Sentences.isTerminator(text.charAt(at));
    }
}
