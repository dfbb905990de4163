package app.lede.extract.script;

import app.lede.extract.page.PageElements;
import app.lede.extract.page.PassageReader;
import app.lede.json.ForeignJson;
import app.lede.text.LowerCase;
import app.lede.text.Words;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
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
    private static final int MAX_HEADINGS = 20;

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

    private static final BrokenJson JSON = new BrokenJson(ForeignJson.lenient(MAX_NESTING));

    private final List<JsonNode> things;
    private final JsonNode article;

    private LinkedData(List<JsonNode> things, List<String> titles) {
        this.things = things;
        JsonNode best = MissingNode.getInstance();
        int most = -1;
        for (JsonNode thing : things) {
            int fit = isOf(thing, ARTICLE_TYPES) ? fit(thing, titles) : -1;
            if (fit > most) {
                most = fit;
                best = thing;
            }
        }
        this.article = best;
    }

    public static LinkedData of(PageElements page) {
        List<JsonNode> things = new ArrayList<>();
        for (Element script : page.named("script")) {
            if (LowerCase.of(script.attr("type")).contains("ld+json")) {
                JSON.values(script.data()).forEach(value -> flatten(value, things, 0));
            }
        }
        return new LinkedData(things, things.isEmpty() ? List.of() : titles(page));
    }

    private static List<String> titles(PageElements page) {
        List<String> titles = new ArrayList<>();
        titles.add(Words.key(Words.line(page.dom().title())));
        page.named("h1").stream().limit(MAX_HEADINGS).forEach(h1 -> titles.add(Words.key(PassageReader.line(h1))));
        titles.removeIf(String::isEmpty);
        return titles;
    }

    /**
     * Returns how well a thing fits the page: a headline that the page shows counts most, then a headline at all, a date
     * and an author. A review of a product may stand before the article.
     */
    private static int fit(JsonNode thing, List<String> titles) {
        String headline = plain(thing.path("headline"))
                .or(() -> plain(thing.path("name")))
                .map(Words::key)
                .orElse("");
        boolean shown = !headline.isEmpty()
                && titles.stream().anyMatch(title -> title.contains(headline) || headline.contains(title));
        return (shown ? 8 : 0)
                + (thing.has("headline") ? 4 : 0)
                + (thing.has("datePublished") ? 2 : 0)
                + (thing.has("author") ? 1 : 0);
    }

    /** Returns the article that fits the page best, the first of equals; a missing node if there is none. */
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

    /** Returns a moment that the article states: in words, or as a number of seconds or milliseconds. */
    public Optional<String> moment(String property) {
        JsonNode value = article.path(property);
        return value.isIntegralNumber() ? Optional.of(value.asText()) : plain(value);
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
        if (isOf(thing, Set.of("role")) && !thing.has("name")) {
            // A role has its bearer under the property that it qualifies.
            for (String property : List.of("author", "creator")) {
                JsonNode bearers = thing.path(property);
                for (JsonNode bearer : bearers.isArray() ? bearers : List.of(bearers)) {
                    if (bearer.isObject() && !isOf(bearer, Set.of("role"))) {
                        collectNames(bearer, names);
                    }
                }
            }
            return;
        }
        JsonNode name = thing.isTextual() ? thing : thing.path("name");
        name = name.has("@value") ? name.path("@value") : name;
        if (name.isMissingNode() || name.isNull()) {
            personal(thing).ifPresent(text -> names.add(new Name(text, false)));
            return;
        }
        boolean organisation = isOf(thing, Set.of("organization", "newsmediaorganization", "corporation"));
        if (name.isArray()) {
            name.forEach(each -> plain(each).ifPresent(text -> names.add(new Name(text, organisation))));
        } else {
            plain(name).ifPresent(text -> names.add(new Name(text, organisation)));
        }
    }

    /** Returns the name of a person that is stated in parts. */
    private static Optional<String> personal(JsonNode person) {
        String whole = Stream.of("givenName", "additionalName", "familyName")
                .flatMap(part -> plain(person.path(part)).stream())
                .collect(Collectors.joining(" "));
        return Optional.of(whole).filter(name -> !name.isEmpty());
    }

    /** Resolves a reference within the page's graph ({@code {"@id": "#author"}}). */
    private JsonNode resolve(JsonNode value) {
        String id = value.path("@id").asText("");
        if (id.isEmpty() || isNamed(value)) {
            return value;
        }
        return things.stream()
                .filter(thing -> thing.path("@id").asText("").equals(id) && isNamed(thing))
                .findFirst()
                .orElse(value);
    }

    private static boolean isNamed(JsonNode thing) {
        return thing.has("name") || thing.has("familyName");
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
        int from = Math.max(name.lastIndexOf('/'), name.lastIndexOf(':'));
        return LowerCase.of(name.substring(from + 1));
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
