package app.lede.feed;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Renders feed readings as JSON Lines. Stateless and thread safe. */
public final class FeedLines {

    /**
     * Returns the JSON line of one reading, without a line break. FeedDates are RFC 3339 in UTC; members without a value
     * are omitted, except {@code items}.
     *
     * @param id the case's id in a list file; null without a list
     */
    public String line(String file, @Nullable String id, FeedReading reading) {
        ObjectNode line = JsonNodeFactory.instance.objectNode().put("file", file);
        put(line, "id", id);
        return switch (reading) {
            case FeedReading.Read read -> feed(line, read.feed()).toString();
            case FeedReading.Index index -> index(line, index).toString();
            case FeedReading.NotAFeed not -> notAFeed(line, not).toString();
        };
    }

    private static ObjectNode index(ObjectNode line, FeedReading.Index index) {
        ArrayNode sitemaps = line.putArray("sitemaps");
        for (FeedReading.Sitemap sitemap : index.sitemaps()) {
            ObjectNode named = sitemaps.addObject().put("url", sitemap.url());
            put(named, "updated", sitemap.lastModified());
        }
        return line;
    }

    private static ObjectNode notAFeed(ObjectNode line, FeedReading.NotAFeed not) {
        line.put("error", "not a feed: " + not.detail());
        if (!not.feedLinks().isEmpty()) {
            ArrayNode links = line.putArray("feedLinks");
            not.feedLinks().forEach(links::add);
        }
        return line;
    }

    private static ObjectNode feed(ObjectNode line, Feed feed) {
        put(line, "title", feed.title() != null ? feed.title() : feed.link());
        put(line, "link", feed.link());
        put(line, "description", feed.description());
        put(line, "charset", feed.charset());
        if (feed.overCap() > 0) {
            line.put("overCap", feed.overCap());
        }
        ArrayNode items = line.putArray("items");
        feed.items().forEach(item -> item(items.addObject(), item));
        return line;
    }

    private static void item(ObjectNode line, FeedItem item) {
        put(line, "id", item.id());
        put(line, "url", item.url());
        put(line, "title", item.title() != null ? item.title() : SafeHtml.ofText(item.displayTitle()));
        put(line, "published", item.published());
        put(line, "updated", item.updated());
        put(line, "author", item.author());
        put(line, "summary", item.summary() != null ? item.summary() : item.content());
        put(line, "content", item.content());
    }

    private static void put(ObjectNode line, String name, @Nullable String value) {
        if (value != null) {
            line.put(name, value);
        }
    }

    private static void put(ObjectNode line, String name, @Nullable Instant value) {
        put(line, name, value == null ? null : value.toString());
    }
}
