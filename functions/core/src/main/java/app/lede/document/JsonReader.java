package app.lede.document;

import app.lede.document.DocumentMetadata.Rank;
import app.lede.document.DocumentMetadata.Term;
import app.lede.document.Reading.Plain;
import app.lede.document.Reading.Problem;
import app.lede.json.Json;
import app.lede.text.LowerCase;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads an article in a JSON object: its text or page, address and metadata, under schema.org's names or common
 * alternatives.
 */
final class JsonReader {

    private static final int MAX_NESTING = 1_000;
    private static final JsonMapper MAPPER = Json.foreign(MAX_NESTING);

    private static final List<String> TEXT = List.of("articleBody", "text", "content", "body");

    private JsonReader() {}

    /** Reads the object; a page inside is read by {@code pages} as its own document. */
    static Reading read(RawDocument document, PageReader pages) throws ReadingRefused {
        JsonNode article = article(tree(document));
        DocumentMetadata about = about(article);
        Optional<String> html =
                text(article, "html").or(() -> text(article, TEXT).filter(JsonReader::isMarkup));
        if (html.isPresent()) {
            String url = about.first(Term.URL).orElse(document.url());
            return pages.read(html.get(), url).with(about);
        }
        String text = text(article, TEXT)
                .map(CleanText::of)
                .orElseThrow(() -> new ReadingRefused(
                        Problem.UNKNOWN_TYPE,
                        "JSON, but no article: it needs html, or one of " + String.join(", ", TEXT)));
        return new Plain(text, StandardCharsets.UTF_8, DocumentType.TEXT, about);
    }

    /** Reads a page's HTML. */
    @FunctionalInterface
    interface PageReader {
        Reading read(String html, @Nullable String url);
    }

    private static JsonNode tree(RawDocument document) throws ReadingRefused {
        try {
            return MAPPER.readTree(Charsets.decode(document.bytes(), null).text());
        } catch (JsonProcessingException e) {
            throw new ReadingRefused(Problem.UNREADABLE, "broken JSON: " + e.getOriginalMessage());
        }
    }

    /** Returns the object, or the first one with a text in the list that it is or holds. */
    private static JsonNode article(JsonNode root) {
        Stream<JsonNode> candidates = Stream.concat(
                Stream.of(root),
                Stream.of(root, root.path("@graph")).filter(JsonNode::isArray).flatMap(JsonNode::valueStream));
        return candidates
                .filter(node -> node.has("html") || TEXT.stream().anyMatch(node::has))
                .findFirst()
                .orElse(root);
    }

    private static DocumentMetadata about(JsonNode article) {
        DocumentMetadata about = DocumentMetadata.ranked(Rank.BEFORE_TEXT)
                .and(Term.HEADLINE, text(article, "headline", "title", "name").orElse(null))
                .and(
                        Term.PUBLISHED,
                        text(article, "datePublished", "date_published", "published", "date")
                                .orElse(null))
                .and(
                        Term.MODIFIED,
                        text(article, "dateModified", "date_modified", "updated")
                                .orElse(null))
                .and(
                        Term.LANGUAGE,
                        text(article, "inLanguage", "language", "lang").orElse(null))
                .and(Term.DESCRIPTION, text(article, "description", "summary").orElse(null))
                .and(
                        Term.URL,
                        text(article, "url", "mainEntityOfPage", "link", "@id")
                                .filter(JsonReader::isAddress)
                                .orElse(null))
                .andAll(Term.AUTHOR, names(article, "author", "authors", "creator"))
                .andAll(Term.KEYWORD, names(article, "keywords", "tags"));
        return about.andAll(Term.PUBLISHER, names(article, "publisher", "source"));
    }

    private static Optional<String> text(JsonNode article, String... names) {
        return text(article, List.of(names));
    }

    private static Optional<String> text(JsonNode article, List<String> names) {
        return names.stream()
                .map(article::path)
                .map(JsonReader::words)
                .filter(value -> !value.isBlank())
                .findFirst();
    }

    /** Returns texts, or the names of things. */
    private static List<String> names(JsonNode article, String... fields) {
        return Stream.of(fields)
                .map(article::path)
                .filter(node -> !node.isMissingNode())
                .findFirst()
                .map(node -> node.isArray() ? node.valueStream() : Stream.of(node))
                .orElse(Stream.of())
                .map(JsonReader::words)
                .toList();
    }

    private static String words(JsonNode node) {
        if (node.isObject()) {
            return Stream.of("name", "@id", "url")
                    .map(field -> node.path(field).asText(""))
                    .filter(v -> !v.isEmpty())
                    .findFirst()
                    .orElse("");
        }
        return node.isTextual() ? node.textValue() : "";
    }

    private static boolean isAddress(String value) {
        return LowerCase.of(value).startsWith("http");
    }

    private static boolean isMarkup(String text) {
        return text.contains("</p>") || text.contains("</div>") || text.contains("<br");
    }
}
