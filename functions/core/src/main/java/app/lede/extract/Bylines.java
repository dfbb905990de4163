package app.lede.extract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Who wrote the article: people's names, one by one, without "By", roles, addresses and dates. */
final class Bylines {

    private static final int MAX_AUTHORS = 20;
    private static final int MAX_NAME = 80;

    private static final Pattern BY = Pattern.compile(
            "^(?:(?:written|posted|reported|published|story|text|words)"
                    + " )?(?:by|von|par|por|da|di|av|af|door|przez)[\\s:]+",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern BETWEEN_NAMES = Pattern.compile(
            "\\s*(?:[;&|/\\n•·]|,|\\s(?:and|und|et|y|e|og|och|en|with)\\s)\\s*", Pattern.CASE_INSENSITIVE);

    /** What follows a name: its abbreviation in brackets, a role behind a dash. */
    private static final Pattern ROLE = Pattern.compile("\\s*(?:\\s[-–—]\\s|\\().*$");

    private static final Pattern LABEL = Pattern.compile(
            "(?:by|von|par|por|author|authors|autor|auteur|admin|user|editor|view all|more stories|full bio)(?:"
                    + " .{0,80})?",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern NO_NAME = Pattern.compile("\\d|https?:|www\\.|@|[<>{}\\[\\]]");

    /** Marked up for machines; names of classes are judged where they stand, beside the headline. */
    private static final List<String> MARKED = List.of(
            "[itemprop=author] [itemprop=name]", "[itemprop=author]", "a[rel=author]", ".byline-name", ".author-name");

    private final Document dom;
    private final LinkedData linked;
    private final MetaTags meta;
    private final Masthead masthead;

    Bylines(Document dom, LinkedData linked, MetaTags meta, Masthead masthead) {
        this.dom = dom;
        this.linked = linked;
        this.meta = meta;
        this.masthead = masthead;
    }

    List<String> authors() {
        List<String> people = new ArrayList<>();
        List<String> organisations = new ArrayList<>();
        for (LinkedData.Name name : linked.names("author")) {
            (name.organisation() ? organisations : people).add(name.name());
        }
        for (List<String> source :
                List.of(people, declared(), marked(), masthead.bylines(), masthead.named(), organisations)) {
            List<String> names = clean(source);
            if (!names.isEmpty()) {
                return names;
            }
        }
        return List.of();
    }

    static boolean startsWithBy(String line) {
        return BY.matcher(line).find();
    }

    /** "By" and nothing else: the name stands in the next element. */
    static boolean isBy(String line) {
        return BY.matcher(line + " ").replaceFirst("").isBlank();
    }

    private List<String> declared() {
        return meta.all("author", "article:author", "byl", "parsely-author", "sailthru.author", "dc.creator");
    }

    private List<String> marked() {
        List<String> names = new ArrayList<>();
        for (String selector : MARKED) {
            for (Element element : dom.select(selector)) {
                names.add(element.text());
                if (names.size() >= MAX_AUTHORS) {
                    break;
                }
            }
            if (!clean(names).isEmpty()) {
                return names;
            }
        }
        return List.of();
    }

    private static List<String> clean(List<String> raw) {
        Map<String, String> names = new LinkedHashMap<>();
        for (String line : raw) {
            String byline = BY.matcher(Words.line(line)).replaceFirst("");
            if (byline.length() > 4 * MAX_NAME) {
                continue;
            }
            for (String part : BETWEEN_NAMES.split(byline, MAX_AUTHORS + 1)) {
                String name = ROLE.matcher(BY.matcher(part.strip()).replaceFirst(""))
                        .replaceFirst("")
                        .strip();
                if (isName(name) && names.size() < MAX_AUTHORS) {
                    names.putIfAbsent(Words.key(name), name);
                }
            }
        }
        return List.copyOf(names.values());
    }

    private static boolean isName(String name) {
        return name.length() >= 2
                && name.length() <= MAX_NAME
                && !NO_NAME.matcher(name).find()
                && !LABEL.matcher(name).matches()
                && (name.indexOf(' ') < 0 || !Character.isLowerCase(name.codePointAt(0)))
                && Words.count(name) <= 6;
    }
}
