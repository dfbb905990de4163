package app.lede.extract.metadata;

import app.lede.article.PublishedDate;
import app.lede.date.DateOrder;
import app.lede.extract.metadata.ShownDates.Shown;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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

    /** The same of one with a name: "Ines Lindqvist | Published 4 March 2026, updated 5 March 2026". */
    private static final int MAX_SIGNED_DATE_WORDS = 16;

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
    private @Nullable List<String> bylines;
    private @Nullable ShownDates dates;
    private final int headlineAt;

    /** Index among the lines of the first one below a paragraph. */
    private final int textAt;

    Masthead(List<Passage> page, String headline) {
        List<Passage> passages = page.stream()
                .filter(passage -> !passage.frame().in(Region.UNSEEN))
                .toList();
        int at = indexOf(passages, Words.key(headline));
        int from = Math.max(0, at - LINES_BEFORE);
        int to = Math.min(passages.size(), Math.max(at, 0) + LINES_AFTER);
        this.lines = shortLines(passages.subList(from, to));
        this.below = shortLines(passages.subList(Math.max(0, at), to));
        this.textAt = shortLines(passages.subList(from, text(passages, Math.max(from, at), to)))
                .size();
        this.all = passages;
        this.headlineAt = at;
    }

    /** Returns the index of the first paragraph from an index on; the last index if there is none. */
    private static int text(List<Passage> passages, int from, int to) {
        int at = from;
        while (at < to && passages.get(at).words() <= PARAGRAPH_WORDS) {
            at++;
        }
        return at;
    }

    private static List<Passage> shortLines(List<Passage> passages) {
        return passages.stream()
                .filter(passage -> passage.words() <= MAX_WORDS && isShort(passage))
                .toList();
    }

    private static boolean isShort(Passage passage) {
        return passage.text().length() <= MAX_LENGTH;
    }

    /** Returns the index of the headline: as an h1, as a heading, within a heading, in the first h1, or as a line. */
    private static int indexOf(List<Passage> passages, String headlineKey) {
        int exact = -1;
        int within = -1;
        int first = -1;
        int line = -1;
        for (int i = 0; i < passages.size(); i++) {
            Passage passage = passages.get(i);
            boolean near = !headlineKey.isEmpty() && passage.words() <= 2 * MAX_WORDS && isShort(passage);
            String key = near ? passage.key() : "";
            boolean same = near && passage.isHeading() && key.equals(headlineKey);
            if (same && passage.frame().tag().equals("h1")) {
                return i;
            }
            exact = exact < 0 && same ? i : exact;
            within = within < 0 && near && passage.isHeading() && key.contains(headlineKey) ? i : within;
            first = first < 0 && passage.frame().tag().equals("h1") ? i : first;
            line = line < 0 && near && key.contains(headlineKey) ? i : line;
        }
        return exact >= 0 ? exact : within >= 0 ? within : first >= 0 ? first : line >= 0 ? line : beginning(passages);
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

    /** Returns lines above the text that begin with "By"; a line with only "By" is joined with the next. */
    List<String> bylines() {
        if (bylines == null) {
            bylines = bylines(lines.subList(0, textAt));
        }
        return bylines;
    }

    /** Returns such lines below a first paragraph, which may sign other things, such as the books of a list. */
    List<String> laterBylines() {
        return bylines(lines.subList(textAt, lines.size()));
    }

    private static List<String> bylines(List<Passage> lines) {
        Stream<String> joined = Stream.iterate(0, i -> i < lines.size(), i -> i + 1)
                .map(i -> Names.isBy(lines.get(i).text()) && i + 1 < lines.size()
                        ? lines.get(i).text() + " " + lines.get(i + 1).text()
                        : lines.get(i).text());
        Set<String> headings = lines.stream()
                .filter(line -> line.isHeading() && Names.isLabelled(line.text()))
                .map(Passage::text)
                .collect(Collectors.toSet());
        return joined.filter(line -> !headings.contains(line))
                .flatMap(line -> Names.byline(line).stream())
                .toList();
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
                .filter(line -> line.linkedShare() == 0 && line.words() <= MAX_SIGNED_DATE_WORDS)
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
     * Returns the first date not labelled as a change or another event, searching below the headline before above it and preferring
     * lines with nothing else; else any date labelled as publication.
     */
    Optional<PublishedDate> date(DateFinder finder, String language) {
        ShownDates dates = dates(finder, language);
        List<Passage> under = withoutComments(below);
        return first(dateLines(withLabels(under)), dates, Shown::mayBePublication)
                .or(() -> first(withLabels(under), dates, Shown::mayBePublication))
                .or(() -> first(withLabels(withoutComments(lines)), dates, Shown::mayBePublication))
                .or(() -> first(dateLines(outsideFooter()), dates, Shown::isOfPublication))
                .or(() -> first(outsideFooter(), dates, Shown::isOfPublication));
    }

    /** Returns the first date labelled as a change. */
    Optional<PublishedDate> dateOfChange(DateFinder finder, String language) {
        ShownDates dates = dates(finder, language);
        return first(dateLines(outsideFooter()), dates, Shown::isOfChange)
                .or(() -> first(outsideFooter(), dates, Shown::isOfChange));
    }

    /** Returns the reader of dates of this page, which has one finder and language. */
    private ShownDates dates(DateFinder finder, String language) {
        if (dates == null) {
            DateOrder order = DateOrder.shownBy(
                    shortLines(all).stream().map(Passage::text).collect(Collectors.joining("\n")));
            dates = new ShownDates(finder, language, order);
        }
        return dates;
    }

    /** Returns the lines that have room for little but a date. */
    private static Stream<String> dateLines(Stream<String> lines) {
        return lines.filter(line -> Words.count(line) <= MAX_DATE_WORDS);
    }

    private static List<Passage> withoutComments(List<Passage> lines) {
        return lines.stream().filter(line -> !line.frame().in(Region.COMMENTS)).toList();
    }

    private Stream<String> outsideFooter() {
        return withLabels(shortLines(all).stream()
                .filter(line -> !line.frame().in(Region.FOOTER))
                .toList());
    }

    /** Returns the lines; a line of nothing but a label is joined with the next. */
    private static Stream<String> withLabels(List<Passage> lines) {
        return Stream.iterate(0, i -> i < lines.size(), i -> i + 1)
                .filter(i -> !isLabel(lines, i))
                .map(i -> i > 0 && isLabel(lines, i - 1)
                        ? lines.get(i - 1).text() + " " + lines.get(i).text()
                        : lines.get(i).text());
    }

    /** Tests for a line of nothing but a label of a date, with another line after it. */
    private static boolean isLabel(List<Passage> lines, int i) {
        Passage line = lines.get(i);
        return i + 1 < lines.size()
                && line.words() <= MAX_LABEL_WORDS
                && line.text().chars().noneMatch(Character::isDigit)
                && (WORDS.isOfChange(line.text()) || WORDS.isOfPublication(line.text()));
    }

    private static Optional<PublishedDate> first(Stream<String> lines, ShownDates dates, Predicate<Shown> wanted) {
        return lines.flatMap(text -> dates.in(text).stream())
                .filter(wanted)
                .map(Shown::date)
                .findFirst();
    }
}
