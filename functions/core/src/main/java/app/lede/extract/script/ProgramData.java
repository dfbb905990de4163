package app.lede.extract.script;

import app.lede.article.Block.Kind;
import app.lede.extract.page.Passage;
import app.lede.json.ForeignJson;
import app.lede.text.LowerCase;
import app.lede.text.Words;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Extracts the article from embedded application state ({@code __NEXT_DATA__} and similar), the only source on pages
 * rendered in the browser. The state also holds other articles, notices and labels, so only text belonging to an object
 * with the article's own headline is taken.
 */
public final class ProgramData {

    private static final int MAX_SCRIPT = 5_000_000;
    private static final int MAX_SCRIPTS = 20;
    private static final int MAX_PREFIX = 200;
    private static final int MAX_NESTING = 60;
    private static final int MAX_PASSAGES = 5000;

    /** Minimum words; fewer are a teaser. */
    private static final int MIN_WORDS = 80;

    private static final int MIN_HEADLINE_WORDS = 3;
    private static final int MAX_TITLE = 500;
    private static final double MOSTLY = 0.6;

    /** Property names of paragraph text in editors' formats. */
    private static final Set<String> TEXT =
            Set.of("text", "content", "value", "html", "body", "data", "children", "raw");

    /** Type names of text nodes in editors' formats; other types are pictures, players and teasers. */
    private static final Set<String> TEXT_TYPES = Set.of(
            "text",
            "paragraph",
            "p",
            "block",
            "span",
            "header",
            "heading",
            "subheading",
            "h2",
            "h3",
            "h4",
            "heading-2",
            "heading-3",
            "heading-4",
            "quote",
            "blockquote",
            "list",
            "listitem",
            "list-item",
            "li",
            "ul",
            "ol",
            "html",
            "raw_html",
            "doc",
            "document",
            "richtext",
            "rich-text",
            "hyperlink",
            "link",
            "strong",
            "em",
            "bold",
            "italic");

    private static final ForeignJson JSON = ForeignJson.valid(MAX_NESTING);

    private final String headline;
    private final List<Found> found = new ArrayList<>();

    private ProgramData(String headline) {
        this.headline = headline;
    }

    /** The article found: its headline as written in the data, and its text. */
    public record Story(String headline, List<Passage> text) {

        public int words() {
            return text.stream().mapToInt(Passage::words).sum();
        }
    }

    /** A story, and the depth of its text below the object with the headline. */
    private record Found(Story story, int depth) {}

    /** Returns the longest text nearest to the headline; empty if no data has the headline with a few paragraphs. */
    public static Optional<Story> story(Document dom, String headline) {
        String key = Words.key(headline);
        if (Words.count(headline) < MIN_HEADLINE_WORDS) {
            return Optional.empty();
        }
        ProgramData data = new ProgramData(key);
        states(dom).forEach(data::search);
        return data.found.stream()
                .min(Comparator.comparingInt(Found::depth)
                        .thenComparing(Comparator.comparingInt(
                                        (Found each) -> each.story().words())
                                .reversed()))
                .map(Found::story);
    }

    /** Returns the states embedded in a page. */
    static Stream<JsonNode> states(Document dom) {
        return dom.select("script:not([src]):not([type*=ld+json])").stream()
                .limit(MAX_SCRIPTS * 10L)
                .map(Element::data)
                .filter(script -> script.length() >= MIN_WORDS && script.length() <= MAX_SCRIPT)
                .flatMap(script -> json(script).stream())
                .limit(MAX_SCRIPTS);
    }

    /**
     * Parses a script that is a JSON value or begins by assigning or passing one ({@code window.__STATE__ = {…},
     * queue.push({…})}).
     */
    private static Optional<JsonNode> json(String script) {
        String source = script.strip();
        int start = source.indexOf('{');
        if (start < 0
                || start > MAX_PREFIX
                || !handsOn(source.substring(0, start).stripTrailing())) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.read(source.substring(start)));
        } catch (JsonProcessingException e) {
            return Optional.empty(); // A program that is no data.
        }
    }

    private static boolean handsOn(String before) {
        return before.isEmpty() || before.endsWith("=") || before.endsWith("(") || before.endsWith("[");
    }

    /** Searches for objects that have the headline. */
    private void search(JsonNode node) {
        Optional<String> title = node.isObject() ? title(node) : Optional.empty();
        if (title.isPresent()) {
            collect(node, title.get(), 0);
        } else {
            node.forEach(this::search);
        }
    }

    private Optional<String> title(JsonNode thing) {
        for (JsonNode value : thing) {
            JsonNode text = value.path("basic").isTextual() ? value.path("basic") : value;
            boolean line = text.isTextual() && text.textValue().length() <= MAX_TITLE;
            if (line && isHeadline(Words.key(text.textValue()), headline)) {
                return Optional.of(Words.line(text.textValue()));
            }
        }
        return Optional.empty();
    }

    /** Compares a title with the headline, which may be the page title with section and site appended. */
    static boolean isHeadline(String title, String headline) {
        boolean beginning = title.length() > MOSTLY * headline.length() && headline.startsWith(title + " ");
        return beginning || headline.equals(title);
    }

    private void collect(JsonNode node, String title, int depth) {
        Story story = new Story(title, node.isTextual() ? ScriptText.passages(node.textValue()) : parts(node));
        if (story.words() >= MIN_WORDS) {
            found.add(new Found(story, depth));
        } else {
            node.forEach(child -> collect(child, title, depth + 1));
        }
    }

    /** Converts a list of paragraphs in one of the editors' formats. */
    private static List<Passage> parts(JsonNode list) {
        List<Passage> passages = new ArrayList<>();
        if (list.isArray()) {
            for (JsonNode part : list) {
                if (passages.size() < MAX_PASSAGES && isText(part)) {
                    StringBuilder text = new StringBuilder();
                    gather(part, text);
                    passages.addAll(passages(part, text.toString()));
                }
            }
        }
        return passages;
    }

    private static List<Passage> passages(JsonNode part, String text) {
        boolean heading = type(part).startsWith("h")
                && !type(part).equals("html")
                && !type(part).equals("hyperlink");
        return ScriptText.passages(text).stream()
                .map(passage -> heading ? Passage.plain(Kind.HEADING, passage.text()) : passage)
                .toList();
    }

    private static void gather(JsonNode part, StringBuilder text) {
        if (part.isTextual()) {
            text.append(part.textValue());
        } else if (part.isArray()) {
            part.forEach(each -> gather(each, text));
        } else if (isText(part)) {
            part.properties().stream()
                    .filter(property -> TEXT.contains(property.getKey()))
                    .forEach(property -> gather(property.getValue(), text));
        }
    }

    private static boolean isText(JsonNode part) {
        return part.isTextual() || (part.isObject() && (type(part).isEmpty() || TEXT_TYPES.contains(type(part))));
    }

    private static String type(JsonNode part) {
        return LowerCase.of(Optional.of(part.path("type").asText(""))
                .filter(type -> !type.isEmpty())
                .or(() -> Optional.of(part.path("_type").asText("")).filter(type -> !type.isEmpty()))
                .orElseGet(() -> part.path("nodeType").asText("")));
    }
}
