package app.lede.extract.script;

import app.lede.json.Json;
import app.lede.text.LowerCase;
import app.lede.text.Words;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A page's JSON-LD as a flat list of things. Parsed leniently, since sites build it by string concatenation: comments,
 * line breaks in strings, trailing commas, consecutive values. Unparseable blocks are skipped.
 */
public final class LinkedData {

    private static final int MAX_THINGS = 500;
    private static final int MAX_NESTING = 50;
    private static final int MAX_NAMES = 50;
    private static final int MAX_UPDATES = 1000;

    private static final Set<String> ARTICLE_TYPES = Set.of(
            "article",
            "newsarticle",
            "reportagenewsarticle",
            "analysisnewsarticle",
            "opinionnewsarticle",
            "backgroundnewsarticle",
            "reviewnewsarticle",
            "askpublicnewsarticle",
            "blogposting",
            "liveblogposting",
            "socialmediaposting",
            "discussionforumposting",
            "techarticle",
            "scholarlyarticle",
            "medicalscholarlyarticle",
            "advertisercontentarticle",
            "satiricalarticle",
            "report",
            "review",
            "criticreview",
            "claimreview",
            "recipe",
            "howto");

    private static final Set<String> PAGE_TYPES = Set.of(
            "webpage",
            "itempage",
            "aboutpage",
            "faqpage",
            "qapage",
            "medicalwebpage",
            "creativework",
            "learningresource",
            "course",
            "guide");

    private static final Set<String> NEWS_TYPES = Set.of(
            "newsarticle",
            "reportagenewsarticle",
            "analysisnewsarticle",
            "opinionnewsarticle",
            "backgroundnewsarticle",
            "reviewnewsarticle",
            "liveblogposting");

    private static final JsonMapper MAPPER = Json.lenient(MAX_NESTING);

    private final List<JsonNode> things;
    private final JsonNode article;

    private LinkedData(List<JsonNode> things) {
        this.things = things;
        this.article = things.stream()
                .filter(thing -> isOf(thing, ARTICLE_TYPES))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    public static LinkedData of(Document dom) {
        List<JsonNode> things = new ArrayList<>();
        for (Element script : dom.select("script[type*=ld+json]")) {
            flatten(parse(script.data()), things, 0);
        }
        return new LinkedData(things);
    }

    /** Returns the first article; a missing node if there is none. */
    public JsonNode article() {
        return article;
    }

    /** Tests whether the article is declared to be news. */
    public boolean isNews() {
        return isOf(article, NEWS_TYPES);
    }

    /** Returns a text property of the article, without markup. */
    public Optional<String> text(String property) {
        return plain(article.path(property));
    }

    /** Returns the article's text, or the updates of a live blog; empty if there is none. */
    public String body() {
        return text("articleBody").orElseGet(this::updates);
    }

    private String updates() {
        List<String> texts = new ArrayList<>();
        JsonNode updates = article.path("liveBlogUpdate");
        for (JsonNode update : updates.isArray() ? updates : List.of(updates)) {
            if (texts.size() < MAX_UPDATES) {
                plain(update.path("headline")).ifPresent(texts::add);
                plain(update.path("articleBody")).ifPresent(texts::add);
            }
        }
        return String.join("\n", texts);
    }

    /** Returns a text property of the page itself, used by sites for fields they omit from the article. */
    public Optional<String> pageText(String property) {
        return things.stream()
                .filter(thing -> isOf(thing, PAGE_TYPES))
                .flatMap(thing -> plain(thing.path(property)).stream())
                .findFirst();
    }

    /** Returns the names under a property: texts, things with a name, or lists of both. */
    public List<Name> names(String property) {
        List<Name> names = new ArrayList<>();
        collectNames(article.path(property), names);
        return names;
    }

    /** A name, and whether it is an organisation's. */
    public record Name(String name, boolean organisation) {}

    private void collectNames(JsonNode value, List<Name> names) {
        if (value.isArray()) {
            value.forEach(element -> {
                if (!element.isArray()) {
                    collectNames(element, names);
                }
            });
            return;
        }
        if (names.size() >= MAX_NAMES) {
            return;
        }
        JsonNode thing = resolve(value);
        JsonNode name = thing.isTextual() ? thing : thing.path("name");
        boolean organisation = isOf(thing, Set.of("organization", "newsmediaorganization", "corporation"));
        if (name.isArray()) {
            name.forEach(each -> plain(each).ifPresent(text -> names.add(new Name(text, organisation))));
        } else {
            plain(name).ifPresent(text -> names.add(new Name(text, organisation)));
        }
    }

    /** Resolves a reference within the page's graph ({@code {"@id": "#author"}}). */
    private JsonNode resolve(JsonNode value) {
        String id = value.path("@id").asText("");
        if (id.isEmpty() || value.has("name")) {
            return value;
        }
        return things.stream()
                .filter(thing -> thing.path("@id").asText("").equals(id) && thing.has("name"))
                .findFirst()
                .orElse(value);
    }

    private static Optional<String> plain(JsonNode value) {
        if (!value.isTextual()) {
            return Optional.empty();
        }
        String text = value.textValue();
        boolean markup = text.indexOf('<') >= 0 || text.indexOf('&') >= 0;
        String line = Words.line(markup ? Jsoup.parse(text).text() : text);
        return line.isEmpty() ? Optional.empty() : Optional.of(line);
    }

    private static boolean isOf(JsonNode thing, Set<String> types) {
        JsonNode type = thing.path("@type");
        if (type.isArray()) {
            for (JsonNode each : type) {
                if (types.contains(typeName(each))) {
                    return true;
                }
            }
            return false;
        }
        return types.contains(typeName(type));
    }

    private static String typeName(JsonNode type) {
        String name = type.asText("");
        return LowerCase.of(name.substring(name.lastIndexOf('/') + 1));
    }

    private static JsonNode parse(String script) {
        String json = script.strip();
        int start = firstBracket(json);
        if (start < 0) {
            return MissingNode.getInstance();
        }
        try {
            return MAPPER.readTree(json.substring(start));
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance(); // A page's broken metadata is the page's ordinary state, not our failure.
        }
    }

    private static int firstBracket(String json) {
        int object = json.indexOf('{');
        int array = json.indexOf('[');
        return object < 0 ? array : array < 0 ? object : Math.min(object, array);
    }

    private static void flatten(JsonNode node, List<JsonNode> things, int depth) {
        if (depth > 4 || things.size() >= MAX_THINGS) {
            return;
        }
        if (node.isArray()) {
            node.forEach(element -> flatten(element, things, depth + 1));
        } else if (node.isObject()) {
            things.add(node);
            flatten(node.path("@graph"), things, depth + 1);
            flatten(node.path("mainEntity"), things, depth + 1);
            flatten(node.path("mainEntityOfPage"), things, depth + 1);
        }
    }
}
