package app.lede.extract.metadata;

import app.lede.article.Block.Kind;
import app.lede.extract.page.Frame;
import app.lede.extract.page.Passage;
import app.lede.extract.page.Region;
import app.lede.text.Words;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds authors whom no "By" introduces or who sign below the text: a name alone beside the date or the reading time, a
 * credit line after the last paragraph, a box about the author. Only personal names are taken.
 */
final class SignatureLines {

    private static final int LINES_AFTER_HEADLINE = 6;
    private static final int LINES_ABOVE_HEADLINE = 2;
    private static final int LINES_FROM_DATE = 1;
    private static final int MAX_DATE_WORDS = 14;
    private static final int MAX_CREDIT_WORDS = 24;
    private static final int MAX_LABEL_WORDS = 6;
    private static final int MAX_NAME_WORDS = 4;
    private static final int MAX_NAMES = 4;

    /** Minimum words of the paragraph above a signature, and of one below it that shows it is none. */
    private static final int PARAGRAPH_WORDS = 15;

    private static final double MARKED_SHARE = 0.9;

    /** In UTF-16 units. */
    private static final int MAX_LINE = 300;

    private static final int ELSEWHERE = Region.NAV.mask()
            | Region.FOOTER.mask()
            | Region.COMMENTS.mask()
            | Region.RELATED.mask()
            | Region.UNSEEN.mask()
            | Region.CAPTION.mask();

    // No \b: Java looks for the letter under each combining mark, however many there are.
    private static final Pattern DATE_OR_TIME = Pattern.compile("(?<!\\w)(?:19|20)\\d\\d(?!\\w)|(?<!\\w)\\d{1,3}["
            + " -]?(?i:min|mins|minutes?|minuten|minuti|minutos|minuter|minutter|мин|хв|dk|phút"
            + "|menit)(?!\\p{L})|\\d{1,3}\\s?(?:分|분)");

    private static final Pattern CREDIT = Pattern.compile(
            "^(?iu:(?:this|the) (?:post|article|story|piece|guide) (?:was |has been )?(?:written|contributed|authored)"
                    + " by|authors?\\s?:|written by|guest author|by|dieser (?:artikel|beitrag) wurde"
                    + " (?:verfasst|geschrieben) von|autor(?:en|in|innen)?\\s?:|cet article a été (?:écrit|rédigé)"
                    + " par|auteurs?\\s?:|(?:este artículo fue )?escrito por|autore?s?\\s?:|scritto da|geschreven"
                    + " door|skrevet av|skrevet af|skriven"
                    + " av|автор(?:ы|и)?\\s?:|yazan\\s?:|penulis\\s?:)\\s+(\\p{Lu}.*)$");

    private static final Pattern ABOUT = Pattern.compile(
            "^(?iu:about the authors?|about the writer|about me|über (?:den autor|die autorin)|zur person|à propos de"
                    + " l['’]aute(?:ur|ure|rice)|sobre (?:el|la|o|a) autore?a?|sull['’]autore|l['’]autore|over de"
                    + " auteur|om forfatteren|om författaren|об авторе|про автора|o autorze|yazar hakkında|tentang"
                    + " penulis|著者について|作者简介|關於作者)\\s?:?$");

    private static final Pattern INTRODUCED =
            Pattern.compile("^(\\p{Lu}[\\p{L}.'’-]{1,30}(?: \\p{Lu}[\\p{L}.'’-]{0,30}){1,2}),?"
                    + " (?:is|was|has|writes|works|ist|war|schreibt|est|écrit|es|escribe|é|è|scrive|är|er|on|jest) .*");

    private final List<Passage> passages;
    private final int headline;

    /** @param headline index of the headline; -1 if the page does not show it */
    SignatureLines(List<Passage> passages, int headline) {
        this.passages = passages;
        this.headline = headline;
    }

    /** Returns names that stand alone below the headline, near a date; topics stand there too, and in the navigation. */
    List<String> besideDate(Set<String> topics) {
        int to = Math.min(passages.size(), headline + 1 + LINES_AFTER_HEADLINE);
        int above = Math.max(0, headline - LINES_ABOVE_HEADLINE);
        IntStream unlinkedAbove = IntStream.range(above, Math.max(above, headline))
                .filter(i -> passages.get(i).link() == null);
        return IntStream.concat(IntStream.range(Math.max(0, headline + 1), to), unlinkedAbove)
                .filter(i -> isNearDate(i) && isLone(passages.get(i)))
                .mapToObj(i -> passages.get(i).text())
                .filter(text -> !topics.contains(Words.key(text)) && !isInNavigation(Words.key(text)))
                .limit(1)
                .toList();
    }

    private static boolean isLone(Passage line) {
        boolean small =
                line.words() >= 2 && line.words() <= MAX_NAME_WORDS && !isTitle(line) && line.kind() != Kind.TABLE;
        return small
                && (line.frame().regions() & ELSEWHERE) == 0
                && !leadsToTopic(line)
                && Names.in(List.of(line.text())).equals(List.of(line.text()))
                && Names.isCasedPerson(line.text());
    }

    /** Tests for a heading, except a small one that leads to a person of its name. */
    private static boolean isTitle(Passage line) {
        String link = line.link();
        boolean named = link != null && namesPerson(link, line.text());
        return line.isHeading() && !(named && line.frame().tag().compareTo("h2") > 0);
    }

    private static boolean leadsToTopic(Passage line) {
        String link = line.link();
        return link != null && !link.isEmpty() && !namesPerson(link, line.text());
    }

    /** Tests whether an address has the name's last word in its last part, and is none of a topic. */
    private static boolean namesPerson(String link, String name) {
        String path = Words.key(link);
        String key = Words.key(name);
        String last = key.substring(key.lastIndexOf(' ') + 1);
        boolean topic = Stream.of(
                        "category", "tag", "tags", "topic", "topics", "section", "thema", "rubrik", "kategorie")
                .anyMatch(word -> path.contains(" " + word + " "));
        return path.contains(last) && !topic;
    }

    private boolean isNearDate(int at) {
        int from = Math.max(0, at - LINES_FROM_DATE);
        int to = Math.min(passages.size(), at + LINES_FROM_DATE + 1);
        return passages.subList(from, to).stream()
                .anyMatch(line -> line.words() <= MAX_DATE_WORDS
                        && line.text().length() <= MAX_LINE
                        && DATE_OR_TIME.matcher(line.text()).find());
    }

    private boolean isInNavigation(String key) {
        return passages.stream()
                .anyMatch(line -> line.words() <= MAX_NAME_WORDS
                        && (line.frame().in(Region.NAV) || line.frame().in(Region.FOOTER))
                        && Words.key(line.text()).equals(key));
    }

    /** Returns the names of credit lines below the headline, wherever they stand. */
    List<String> credited() {
        Stream<String> lines = after().filter(
                        line -> line.words() <= MAX_CREDIT_WORDS && line.text().length() <= MAX_LINE)
                .map(line -> CREDIT.matcher(line.text()))
                .filter(Matcher::matches)
                .map(credit -> credit.group(1));
        return people(lines);
    }

    /** Returns the name that begins the box about the author. */
    List<String> introduced() {
        List<Passage> lines = after().toList();
        for (int i = 0; i + 1 < lines.size(); i++) {
            String label = lines.get(i).text();
            if (lines.get(i).words() <= MAX_LABEL_WORDS && ABOUT.matcher(label).matches()) {
                String text = lines.get(i + 1).text();
                Matcher introduced = INTRODUCED.matcher(text.lines().findFirst().orElse(""));
                return people(Stream.of(introduced.matches() ? introduced.group(1) : text)
                        .filter(name -> name.length() <= MAX_LINE));
            }
        }
        return List.of();
    }

    /** Returns the name set in bold or italics that ends the text, as in Vietnamese and Italian papers. */
    List<String> atEnd() {
        for (int i = passages.size() - 1; i > Math.max(0, headline + 1); i--) {
            Passage above = passages.get(i - 1);
            Passage line = passages.get(i);
            boolean paragraph = line.words() >= PARAGRAPH_WORDS && isBesideText(line, above);
            if (isSignature(line) && above.words() >= PARAGRAPH_WORDS && isBesideText(line, above)) {
                return List.of(line.text());
            }
            if (paragraph) {
                return List.of();
            }
        }
        return List.of();
    }

    private static boolean isSignature(Passage line) {
        boolean marked = line.style().strong() >= MARKED_SHARE || line.style().stressed() >= MARKED_SHARE;
        return marked && line.link() == null && isLone(line);
    }

    /** Tests whether two passages are children of one element, outside menus and comments. */
    private static boolean isBesideText(Passage line, Passage above) {
        Frame parent = line.frame().parent();
        Frame other = above.frame().parent();
        return parent != null
                && other != null
                && parent.id() == other.id()
                && (line.frame().regions() & ELSEWHERE) == 0;
    }

    private Stream<Passage> after() {
        return passages.stream()
                .skip(Math.max(0, headline + 1))
                .filter(line -> (line.frame().regions() & ELSEWHERE) == 0);
    }

    private static List<String> people(Stream<String> lines) {
        List<String> names = Names.in(lines.collect(Collectors.toList())).stream()
                .filter(Names::isPerson)
                .toList();
        return names.size() <= MAX_NAMES ? names : List.of();
    }
}
