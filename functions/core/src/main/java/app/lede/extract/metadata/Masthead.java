package app.lede.extract.metadata;

import app.lede.article.PublishedDate;
import app.lede.extract.page.Frame;
import app.lede.extract.page.FrameTotals;
import app.lede.extract.page.Passage;
import app.lede.extract.page.Region;
import app.lede.text.Words;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The short lines around an article's headline that show authors and dates. */
final class Masthead {

    private static final int LINES_BEFORE = 8;
    private static final int LINES_AFTER = 16;
    private static final int MAX_WORDS = 24;

    /** In UTF-16 units; a line of few words that is longer is data or an attack. */
    private static final int MAX_LENGTH = 1000;

    private static final int PARAGRAPH_WORDS = 40;
    private static final int MAX_NAME_WORDS = 8;

    /** Maximum words of a date line: "Published on Wednesday, 4 March 2026 at 10:12 CET". */
    private static final int MAX_DATE_WORDS = 10;

    /** Maximum words of a label: "Last updated on". */
    private static final int MAX_LABEL_WORDS = 3;

    private static final Set<String> NAMED_AUTHOR =
            Set.of("author", "authors", "byline", "contributor", "writer", "autor", "auteur");

    // No \b: Java looks for the letter under each combining mark, however many there are.
    private static final Pattern YEAR = Pattern.compile("(?<!\\w)(?:19|20)\\d\\d(?!\\w)");
    private static final Pattern APART = Pattern.compile("[|·•–—/]");

    /** Phrases that introduce dates of publication or change, in many languages. */
    private static final DateLabels WORDS = DateLabels.load();

    private final List<Passage> lines;
    private final List<Passage> below;
    private final List<Passage> all;
    private final int headlineAt;

    Masthead(List<Passage> page, String headline) {
        List<Passage> passages = page.stream()
                .filter(passage -> !passage.frame().in(Region.UNSEEN))
                .toList();
        int at = indexOf(passages, Words.key(headline));
        int from = Math.max(0, at - LINES_BEFORE);
        int to = Math.min(passages.size(), Math.max(at, 0) + LINES_AFTER);
        this.lines = shortLines(passages.subList(from, to));
        this.below = shortLines(passages.subList(Math.max(0, at), to));
        this.all = passages;
        this.headlineAt = at;
    }

    private static List<Passage> shortLines(List<Passage> passages) {
        return passages.stream()
                .filter(passage -> passage.words() <= MAX_WORDS && isShort(passage))
                .toList();
    }

    private static boolean isShort(Passage passage) {
        return passage.text().length() <= MAX_LENGTH;
    }

    /** Returns the index of the headline: as a heading, within a heading, in the first h1, or as a line. */
    private static int indexOf(List<Passage> passages, String headlineKey) {
        int within = -1;
        int first = -1;
        int line = -1;
        for (int i = 0; i < passages.size(); i++) {
            Passage passage = passages.get(i);
            boolean near = !headlineKey.isEmpty() && passage.words() <= 2 * MAX_WORDS && isShort(passage);
            String key = near ? passage.key() : "";
            if (near && passage.isHeading() && key.equals(headlineKey)) {
                return i;
            }
            within = within < 0 && near && passage.isHeading() && key.contains(headlineKey) ? i : within;
            first = first < 0 && passage.frame().tag().equals("h1") ? i : first;
            line = line < 0 && near && key.contains(headlineKey) ? i : line;
        }
        return within >= 0 ? within : first >= 0 ? first : line >= 0 ? line : beginning(passages);
    }

    /** Returns the index of the first paragraph, for pages that do not show their headline. */
    private static int beginning(List<Passage> passages) {
        for (int i = 0; i < passages.size(); i++) {
            if (passages.get(i).words() > PARAGRAPH_WORDS) {
                return i;
            }
        }
        return -1;
    }

    /** Returns lines that begin with "By"; a line with only "By" is joined with the next. */
    List<String> bylines() {
        Stream<String> joined = Stream.iterate(0, i -> i < lines.size(), i -> i + 1)
                .map(i -> Names.isBy(lines.get(i).text()) && i + 1 < lines.size()
                        ? lines.get(i).text() + " " + lines.get(i + 1).text()
                        : lines.get(i).text());
        return joined.flatMap(line -> Names.byline(line).stream()).toList();
    }

    /** Returns the lines that sign the article without "By", or below it. */
    SignatureLines signatures() {
        return new SignatureLines(all, headlineAt);
    }

    /** Tests whether a short line of the page contains a name. */
    boolean shows(String name) {
        String key = Words.key(name);
        return shortLines(all).stream().anyMatch(line -> Words.key(line.text()).contains(key));
    }

    /** Returns short lines in elements named for the author. */
    List<String> named() {
        return lines.stream()
                .filter(line -> line.words() <= MAX_NAME_WORDS && isNamedAuthor(line.frame()))
                .map(Passage::text)
                .toList();
    }

    /** Returns unlinked text beside a date on the same line: "4 March 2026 · Ines Lindqvist". */
    List<String> besideDate() {
        return below.stream()
                .filter(line -> line.linkedShare() == 0 && line.words() <= MAX_DATE_WORDS)
                .map(Passage::text)
                .filter(text -> YEAR.matcher(text).find() && APART.matcher(text).find())
                .flatMap(APART::splitAsStream)
                .map(String::strip)
                .filter(part -> !YEAR.matcher(part).find())
                .toList();
    }

    private static boolean isNamedAuthor(Frame frame) {
        return Stream.of(frame, FrameTotals.parent(frame))
                .anyMatch(f -> f.nameTokens().stream().anyMatch(NAMED_AUTHOR::contains));
    }

    /**
     * Returns the first date not labelled as a change, searching below the headline before above it and preferring
     * lines with nothing else; else any date labelled as publication.
     */
    Optional<PublishedDate> date(DateFinder dates, String language) {
        return first(unchanged(below).filter(line -> Words.count(line) <= MAX_DATE_WORDS), dates, language)
                .or(() -> first(unchanged(below), dates, language))
                .or(() -> first(unchanged(lines), dates, language))
                .or(() -> first(labelled(WORDS::isOfPublication), dates, language));
    }

    private static Stream<String> unchanged(List<Passage> lines) {
        return lines.stream().map(Passage::text).filter(text -> !WORDS.isOfChange(text));
    }

    /** Returns the first date labelled as a change. */
    Optional<PublishedDate> dateOfChange(DateFinder dates, String language) {
        return first(labelled(WORDS::isOfChange), dates, language);
    }

    /** Returns short lines that begin with a label; a line with only the label is joined with the next. */
    private Stream<String> labelled(Predicate<String> label) {
        List<Passage> lines = shortLines(all);
        return Stream.iterate(0, i -> i < lines.size(), i -> i + 1)
                .filter(i ->
                        label.test(lines.get(i).text()) && !lines.get(i).frame().in(Region.FOOTER))
                .map(i -> lines.get(i).words() <= MAX_LABEL_WORDS && i + 1 < lines.size()
                        ? lines.get(i).text() + " " + lines.get(i + 1).text()
                        : lines.get(i).text());
    }

    private static Optional<PublishedDate> first(Stream<String> lines, DateFinder dates, String language) {
        return lines.flatMap(text -> dates.in(text, language).stream()).findFirst();
    }
}
