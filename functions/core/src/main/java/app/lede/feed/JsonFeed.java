package app.lede.feed;

import app.lede.json.ForeignJson;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Parses JSON Feed 1.0 and 1.1 (jsonfeed.org). Streams items; a truncated document yields the items before the break.
 */
final class JsonFeed {

    private static final ForeignJson JSON = ForeignJson.lenient(XmlFeed.MAX_DEPTH);

    private final String url;
    private final NewestItems items;
    private final ObjectNode head = JsonNodeFactory.instance.objectNode();
    private boolean hasItems;
    private int position;

    private JsonFeed(String url, int mostItems) {
        this.url = url;
        this.items = new NewestItems(mostItems);
    }

    static boolean looksLikeJson(String text) {
        return text.stripLeading().startsWith("{");
    }

    /** Parses a JSON object; empty if it is not a JSON Feed. */
    static Optional<Feed> read(String text, String url, String charset, int mostItems) {
        JsonFeed feed = new JsonFeed(url, mostItems);
        try (JsonParser parser = JSON.parser(text)) {
            parser.nextToken();
            feed.readMembers(parser);
        } catch (IOException brokenOff) {
            return feed.finish(charset);
        }
        return feed.finish(charset);
    }

    private void readMembers(JsonParser parser) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (name.equals("items") && value == JsonToken.START_ARRAY) {
                hasItems = true;
                readItems(parser);
            } else if (value == JsonToken.START_ARRAY || value == JsonToken.START_OBJECT || value.isScalarValue()) {
                head.set(name, ForeignJson.value(parser));
            }
        }
    }

    private void readItems(JsonParser parser) throws IOException {
        while (parser.nextToken() != JsonToken.END_ARRAY && parser.currentToken() != null) {
            JsonNode item = ForeignJson.value(parser);
            if (item.isObject()) {
                items.add(position++, item(item));
            }
        }
    }

    private FeedItem item(JsonNode item) {
        String published = text(item, "date_published");
        String modified = text(item, "date_modified");
        return new FeedItem(
                text(item, "id"),
                Optional.ofNullable(link(item, "url")).orElseGet(() -> link(item, "external_url")),
                plain(text(item, "title")),
                Optional.ofNullable(published).flatMap(FeedDates::read).orElse(null),
                published,
                Optional.ofNullable(modified).flatMap(FeedDates::read).orElse(null),
                authors(item),
                plain(text(item, "summary")),
                content(item));
    }

    private @Nullable String content(JsonNode item) {
        String html = text(item, "content_html");
        return html != null ? SafeHtml.clean(html, url) : plain(text(item, "content_text"));
    }

    private static @Nullable String authors(JsonNode parent) {
        Set<String> names = new LinkedHashSet<>();
        List<JsonNode> listed =
                parent.path("authors").isArray() ? List.copyOf(asList(parent.path("authors"))) : List.of();
        for (JsonNode author : listed.isEmpty() ? List.of(parent.path("author")) : listed) {
            String name = author.isTextual() ? author.textValue().strip() : text(author, "name");
            if (name != null && !name.isEmpty()) {
                names.add(name);
            }
        }
        return Persons.joined(names).orElse(null);
    }

    private static List<JsonNode> asList(JsonNode array) {
        return array.valueStream().toList();
    }

    private @Nullable String link(JsonNode parent, String name) {
        return Optional.ofNullable(text(parent, name))
                .flatMap(link -> Links.web(link, url))
                .orElse(null);
    }

    private static @Nullable String plain(@Nullable String text) {
        return text == null ? null : SafeHtml.ofText(text);
    }

    /** Returns a member as text; numeric ids occur. */
    private static @Nullable String text(JsonNode parent, String name) {
        JsonNode value = parent.path(name);
        String text = value.isTextual() || value.isNumber() ? value.asText().strip() : "";
        return text.isEmpty() ? null : text;
    }

    private Optional<Feed> finish(String charset) {
        String version = text(head, "version");
        if (!hasItems && (version == null || !version.contains("jsonfeed.org"))) {
            return Optional.empty();
        }
        String author = authors(head);
        List<FeedItem> inOrder = items.inOrder().stream()
                .map(item -> item.author() == null && author != null ? item.withAuthor(author) : item)
                .toList();
        return Optional.of(new Feed(
                plain(text(head, "title")),
                Optional.ofNullable(link(head, "home_page_url"))
                        .or(() -> Links.web(url, ""))
                        .orElse(null),
                plain(text(head, "description")),
                charset,
                hints(),
                RenderingTime.without(inOrder),
                items.overCap()));
    }

    private FeedHints hints() {
        List<String> hubs = head.path("hubs").isArray()
                ? asList(head.path("hubs")).stream()
                        .flatMap(hub -> Optional.ofNullable(link(hub, "url")).stream())
                        .limit(5)
                        .toList()
                : List.of();
        return new FeedHints(null, null, Set.of(), Set.of(), hubs, link(head, "feed_url"), link(head, "next_url"));
    }
}
