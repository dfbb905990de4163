package app.lede.document;

import app.lede.date.DateOrder;
import app.lede.date.WrittenMoment;
import app.lede.document.ArticleFields.Field;
import app.lede.document.DocumentMetadata.Rank;
import app.lede.document.DocumentMetadata.Term;
import app.lede.document.Reading.Plain;
import app.lede.document.Reading.Problem;
import app.lede.json.ForeignJson;
import app.lede.text.LowerCase;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/**
 * Reads an article in a JSON object: its text or page, address and metadata, under schema.org's names or those of news agencies
 * (ninjs), reading lists and databases; {@link ArticleFields} has the names.
 */
final class JsonReader {

    private static final int MAX_NESTING = 1_000;
    private static final ForeignJson JSON = ForeignJson.valid(MAX_NESTING);

    /** Later times in seconds than the year 5138 are times in milliseconds. */
    private static final long LAST_SECOND = 100_000_000_000L;

    /** Earlier ones are years, or numbers of something else. */
    private static final long FIRST_SECOND = 100_000_000L;

    private static final Pattern BYLINE =
            Pattern.compile("(?iU)(?:by|von|par|por|di|door|av|af|autor|text):?\\s+(?=\\p{Lu})");

    /** A year before all else, or two numbers either of which may be the month. */
    private static final Pattern AS_IT_IS =
            Pattern.compile("\\s*(?:\\d{4}|(?:0?[1-9]|1[0-2])[/-](?:0?[1-9]|1[0-2])[/-]\\d)");

    private static final Pattern ENTITY = Pattern.compile("&(?:#\\w{2,7}|\\w{2,8});|</(?:em|i|b|strong|span)>");

    /** Addresses of articles in programs for reading them later. */
    private static final Pattern READER = Pattern.compile(
            "(?i)https?://(?:(?:read\\.)?readwise\\.io|omnivore\\.app|(?:www\\.)?getpocket\\.com|app\\.wallabag\\.it)/");

    private JsonReader() {}

    /** Reads the object; a page inside is read by {@code pages} as its own document. */
    static Reading read(RawDocument document, PageReader pages) throws ReadingRefused {
        ArticleFields article = article(tree(document));
        DocumentMetadata about = about(article);
        Optional<String> html =
                text(article, Field.HTML).or(() -> text(article, Field.TEXT).filter(JsonReader::isMarkup));
        if (html.isPresent()) {
            String url = about.first(Term.URL).orElse(document.url());
            return pages.read(html.get(), url).with(about);
        }
        String text = text(article, Field.TEXT)
                .map(CleanText::of)
                .orElseThrow(() -> new ReadingRefused(
                        Problem.UNKNOWN_TYPE,
                        "JSON, but no article: it needs html, or one of articleBody, text, content, body"));
        return new Plain(text, StandardCharsets.UTF_8, DocumentType.TEXT, about);
    }

    /** Reads a page's HTML. */
    @FunctionalInterface
    interface PageReader {
        Reading read(String html, @Nullable String url);
    }

    private static JsonNode tree(RawDocument document) throws ReadingRefused {
        try {
            return JSON.read(Charsets.decode(document.bytes(), null).text());
        } catch (JsonProcessingException e) {
            throw new ReadingRefused(Problem.UNREADABLE, "broken JSON: " + e.getOriginalMessage());
        }
    }

    /** Returns the object, or the first one with a text in the list that it is or holds, or that is wrapped in it. */
    private static ArticleFields article(JsonNode root) {
        Stream<JsonNode> wrapped =
                Stream.of("_source", "article", "item", "post", "story", "data").map(root::path);
        Stream<JsonNode> listed =
                Stream.of(root, root.path("@graph")).filter(JsonNode::isArray).flatMap(JsonNode::valueStream);
        return Stream.of(Stream.of(root), listed, wrapped)
                .flatMap(nodes -> nodes)
                .filter(JsonNode::isObject)
                .map(ArticleFields::new)
                .filter(fields -> text(fields, Field.HTML)
                        .or(() -> text(fields, Field.TEXT))
                        .isPresent())
                .findFirst()
                .orElseGet(() -> new ArticleFields(root));
    }

    private static DocumentMetadata about(ArticleFields article) {
        DocumentMetadata about = DocumentMetadata.ranked(Rank.BEFORE_TEXT)
                .and(
                        Term.HEADLINE,
                        text(article, Field.HEADLINE)
                                .map(JsonReader::withoutMarkup)
                                .orElse(null))
                .and(Term.PUBLISHED, time(article, Field.PUBLISHED).orElse(null))
                .and(Term.MODIFIED, time(article, Field.MODIFIED).orElse(null))
                .and(Term.LANGUAGE, text(article, Field.LANGUAGE).orElse(null))
                .and(Term.DESCRIPTION, text(article, Field.DESCRIPTION).orElse(null))
                .and(
                        Term.URL,
                        article.all(Field.URL)
                                .map(JsonReader::words)
                                .filter(JsonReader::isAddress)
                                .filter(address -> !READER.matcher(address).lookingAt())
                                .findFirst()
                                .orElse(null))
                .andAll(
                        Term.AUTHOR,
                        names(article, Field.AUTHOR).stream()
                                .map(name ->
                                        PaperName.without(BYLINE.matcher(name).replaceFirst("")))
                                .toList())
                .andAll(Term.KEYWORD, names(article, Field.KEYWORD));
        return about.andAll(Term.PUBLISHER, names(article, Field.PUBLISHER));
    }

    private static Optional<String> text(ArticleFields article, Field field) {
        return article.all(field)
                .map(JsonReader::words)
                .filter(value -> !value.isBlank())
                .findFirst();
    }

    /** Returns a time as it is written, or of seconds or milliseconds since 1970. */
    private static Optional<String> time(ArticleFields article, Field field) {
        return article.all(field)
                .map(node -> time(node))
                .filter(value -> !value.isBlank())
                .findFirst();
    }

    private static String time(JsonNode node) {
        String words = words(node);
        boolean isNumber = node.isIntegralNumber() || words.matches("\\d{9,13}");
        if (!isNumber) {
            return written(words);
        }
        long number = node.isIntegralNumber() ? node.asLong() : Long.parseLong(words);
        if (number < FIRST_SECOND) {
            return "";
        }
        try {
            Instant at = number > LAST_SECOND ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number);
            return at.toString();
        } catch (DateTimeException e) {
            return "";
        }
    }

    /** Returns a date that spreadsheets and people write in the form of ISO 8601; any other text as it is. */
    private static String written(String date) {
        if (AS_IT_IS.matcher(date).lookingAt()) {
            return date;
        }
        return new WrittenMoment("", DateOrder.shownBy(date))
                .parse(date)
                .filter(moment -> moment.zone() == null)
                .map(moment -> moment.time() == null
                        ? moment.day().toString()
                        : moment.day().atTime(moment.time()).toString())
                .orElse(date);
    }

    /** Returns a headline without the entities and elements that WordPress puts into it. */
    private static String withoutMarkup(String headline) {
        return ENTITY.matcher(headline).find()
                ? Jsoup.parseBodyFragment(headline).text()
                : headline;
    }

    /** Returns texts, or the names of things. */
    private static List<String> names(ArticleFields article, Field field) {
        return article.first(field)
                .map(node -> node.isArray() ? node.valueStream() : Stream.of(node))
                .orElse(Stream.of())
                .map(JsonReader::words)
                .toList();
    }

    /** Returns a text; of an object the part that has the words; of a list its main member (ninjs 2), or its first. */
    private static String words(JsonNode node) {
        if (node.isArray()) {
            return node.valueStream()
                    .filter(member -> member.path("role").asText("").equals("main"))
                    .findFirst()
                    .or(() -> node.valueStream().findFirst())
                    .filter(member -> !member.isArray())
                    .map(JsonReader::words)
                    .orElse("");
        }
        if (node.isObject()) {
            return Stream.of("value", "rendered", "main", "content", "text", "name", "title", "href", "@id", "url")
                    .map(field -> node.path(field).asText(""))
                    .filter(value -> !value.isEmpty())
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
