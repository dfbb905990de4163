package app.lede.summary;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Selects the sentences that may appear in a summary: no furniture, headings, datelines or headline. */
final class Story {

    /** Maximum number of sentences considered; bounds time. */
    private static final int MOST_SENTENCES = 300;

    /** Maximum number of characters considered. */
    private static final int MOST_CHARACTERS = 200_000;

    private static final int BRIEF_WORDS = 20;
    private static final int BRIEF_CHARACTERS = 250;

    private final Boilerplate boilerplate = new Boilerplate();

    /**
     * Returns the story's sentences in order. If every sentence looks like furniture, returns them all; empty only for
     * a blank text.
     */
    List<Candidate> read(String text, @Nullable String language, @Nullable String headline) {
        String head = text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS);
        List<Range> ranges = Sentences.ranges(head, language);
        boolean ended = mostlyEnded(head, ranges);
        List<String> title = Terms.of(headline == null ? "" : headline);
        List<Candidate> story = new ArrayList<>();
        for (Range range : ranges) {
            if (story.size() == MOST_SENTENCES) {
                break;
            }
            Range told = behindDateline(head, range, story.isEmpty());
            String sentence = told.of(head);
            if (ended && !isEnded(sentence)) {
                continue;
            }
            String plain = Boilerplate.plain(sentence);
            List<String> terms = Terms.of(sentence);
            if (!boilerplate.surrounds(sentence, plain) && !terms.equals(title)) {
                story.add(candidate(head, told, plain, terms, story.size()));
            }
        }
        return story.isEmpty() ? everything(head, ranges) : story;
    }

    private Candidate candidate(String text, Range range, String plain, List<String> terms, int order) {
        return new Candidate(
                range,
                range.of(text),
                order,
                terms,
                Terms.words(text, range),
                boilerplate.captions(plain),
                isBrief(text, range));
    }

    /** Tests whether the line around a sentence has only a few words. */
    private static boolean isBrief(String text, Range range) {
        int start = range.start();
        while (start > 0 && range.end() - start < BRIEF_CHARACTERS && !Sentences.isLineBreak(text.charAt(start - 1))) {
            start--;
        }
        int end = range.end();
        while (end < text.length() && end - start < BRIEF_CHARACTERS && !Sentences.isLineBreak(text.charAt(end))) {
            end++;
        }
        return end - start < BRIEF_CHARACTERS && Terms.words(text, new Range(start, end)) < BRIEF_WORDS;
    }

    private List<Candidate> everything(String text, List<Range> ranges) {
        List<Candidate> all = new ArrayList<>();
        for (Range range : ranges.subList(0, Math.min(ranges.size(), MOST_SENTENCES))) {
            String sentence = range.of(text);
            all.add(candidate(text, range, Boilerplate.plain(sentence), Terms.of(sentence), all.size()));
        }
        return all;
    }

    private static Range behindDateline(String text, Range range, boolean first) {
        int skipped = first ? Dateline.length(text, range) : 0;
        return skipped == 0 ? range : new Range(range.start() + skipped, range.end());
    }

    /**
     * Tests whether most lines end with a terminator. If they do, lines without one are headings or promotions; in
     * verse, lists and Thai they are not.
     */
    private static boolean mostlyEnded(String text, List<Range> ranges) {
        long ended = ranges.stream().filter(range -> isEnded(range.of(text))).count();
        return ended * 2 >= ranges.size();
    }

    private static boolean isEnded(String sentence) {
        int at = sentence.length() - 1;
        while (at > 0 && "\"'”’»)]}」』）】".indexOf(sentence.charAt(at)) >= 0) {
            at--;
        }
        return Sentences.isTerminator(sentence.charAt(at));
    }
}
