package app.lede.extract.script;

import app.lede.text.LowerCase;
import app.lede.text.Words;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jsoup.nodes.Document;

/**
 * Finds the date of publication in the embedded state of a page rendered in the browser ({@code __NEXT_DATA__} and
 * similar): a property of the object that has the headline. Of use where nothing else on the page tells a date.
 */
public final class StateDates {

    private static final int MAX_TITLE = 500;
    private static final int MAX_DATE = 40;

    /** A day has as many, "4 March 2026"; fewer are a flag or a state: {@code "published": "yes"}. */
    private static final int MIN_DIGITS = 5;

    private static final int MIN_HEADLINE_WORDS = 3;

    /** Names of properties, in lower case and without signs between words. */
    private static final Set<String> PUBLISHED = Set.of(
            "datepublished",
            "publisheddate",
            "publishdate",
            "publicationdate",
            "published",
            "publishedat",
            "publishedon",
            "publishedtime",
            "publishtime",
            "publisheddt",
            "publishdt",
            "pubdate",
            "firstpublished",
            "firstpublishedat",
            "firstpublisheddate",
            "firstpublishdate",
            "releasedate",
            "deploydt",
            "deploydate");

    private StateDates() {}

    /** Returns the date as the state has it. */
    public static Optional<String> published(Document dom, String headline) {
        String key = Words.key(headline);
        return Words.count(headline) < MIN_HEADLINE_WORDS
                ? Optional.empty()
                : ProgramData.states(dom)
                        .flatMap(state -> in(state, key).stream())
                        .findFirst();
    }

    /** Searches a state, whose nesting is bounded, for the object with the headline. */
    private static Optional<String> in(JsonNode node, String headline) {
        Optional<String> date = node.isObject() && hasTitle(node, headline) ? date(node) : Optional.empty();
        return date.or(() -> children(node)
                .flatMap(child -> child.isContainerNode() ? in(child, headline).stream() : Stream.empty())
                .findFirst());
    }

    private static boolean hasTitle(JsonNode thing, String headline) {
        return children(thing)
                .filter(value -> value.isTextual() && value.textValue().length() <= MAX_TITLE)
                .anyMatch(value -> ProgramData.isHeadline(Words.key(value.textValue()), headline));
    }

    private static Optional<String> date(JsonNode thing) {
        return thing.properties().stream()
                .filter(property -> PUBLISHED.contains(
                        LowerCase.of(property.getKey()).replace("_", "").replace("-", "")))
                .map(Map.Entry::getValue)
                .filter(value -> value.isTextual() && value.textValue().length() <= MAX_DATE)
                .map(JsonNode::textValue)
                .filter(text -> text.chars().filter(Character::isDigit).count() >= MIN_DIGITS)
                .findFirst();
    }

    private static Stream<JsonNode> children(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false);
    }
}
