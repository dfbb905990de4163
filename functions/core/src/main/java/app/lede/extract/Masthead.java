package app.lede.extract;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The short lines around an article's headline, where pages show who wrote it and when. */
final class Masthead {

    private static final int LINES_BEFORE = 8;
    private static final int LINES_AFTER = 16;
    private static final int MAX_WORDS = 24;
    private static final int MAX_NAME_WORDS = 8;

    private static final Set<String> NAMED_AUTHOR =
            Set.of("author", "authors", "byline", "contributor", "writer", "autor", "auteur");

    /** What lines begin with that say when an article was published, or changed, in many languages. */
    private static final DateWords WORDS = DateWords.load();

    private final List<Passage> lines;
    private final List<Passage> all;

    Masthead(List<Passage> passages, String headline) {
        int at = indexOf(passages, Words.key(headline));
        int from = Math.max(0, at - LINES_BEFORE);
        int to = Math.min(passages.size(), Math.max(at, 0) + LINES_AFTER);
        this.lines = shortLines(passages.subList(from, to));
        this.all = passages;
    }

    private static List<Passage> shortLines(List<Passage> passages) {
        return passages.stream().filter(passage -> passage.words() <= MAX_WORDS).toList();
    }

    private static int indexOf(List<Passage> passages, String headlineKey) {
        int any = -1;
        for (int i = 0; i < passages.size(); i++) {
            Passage passage = passages.get(i);
            boolean same = !headlineKey.isEmpty()
                    && passage.words() <= 2 * MAX_WORDS
                    && Words.key(passage.text()).equals(headlineKey);
            if (same && passage.isHeading()) {
                return i;
            }
            any = any < 0 && (same || passage.frame().tag().equals("h1")) ? i : any;
        }
        return any;
    }

    /** Lines from "By" on; where "By" is all of a line, the next line is its end. */
    List<String> bylines() {
        Stream<String> joined = Stream.iterate(0, i -> i < lines.size(), i -> i + 1)
                .map(i -> Names.isBy(lines.get(i).text()) && i + 1 < lines.size()
                        ? lines.get(i).text() + " " + lines.get(i + 1).text()
                        : lines.get(i).text());
        return joined.flatMap(line -> Names.byline(line).stream()).toList();
    }

    /** Short lines in an element that is named for the author. */
    List<String> named() {
        return lines.stream()
                .filter(line -> line.words() <= MAX_NAME_WORDS && isNamedAuthor(line.frame()))
                .map(Passage::text)
                .toList();
    }

    private static boolean isNamedAuthor(Frame frame) {
        return Stream.of(frame, FrameTotals.parent(frame))
                .anyMatch(f -> f.hints().stream().anyMatch(NAMED_AUTHOR::contains));
    }

    /** The first date shown that is not said to be that of a change; else one that is said to be of publication, anywhere. */
    Optional<PublishedDate> date(VisibleDates dates, String language) {
        return first(lines.stream(), dates, language)
                .or(() -> first(shortLines(all).stream().filter(Masthead::isOfPublication), dates, language));
    }

    private static boolean isOfPublication(Passage line) {
        return WORDS.isOfPublication(line.text()) && !line.frame().in(Region.FOOTER);
    }

    private static Optional<PublishedDate> first(Stream<Passage> lines, VisibleDates dates, String language) {
        return lines.map(Passage::text)
                .filter(text -> !WORDS.isOfChange(text))
                .flatMap(text -> dates.in(text, language).stream())
                .findFirst();
    }
}
