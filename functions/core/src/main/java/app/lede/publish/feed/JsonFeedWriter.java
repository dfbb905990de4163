package app.lede.publish.feed;

import app.lede.article.Times;
import app.lede.json.Json;
import app.lede.json.OptionalFields;
import app.lede.publish.Listing;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Writes JSON Feed 1.1 (jsonfeed.org). The record of each article is the extension {@code _lede} of its item. Thread safe.
 */
public final class JsonFeedWriter {

    private JsonFeedWriter() {}

    /** Writes the page as one JSON document. */
    public static String write(Listing listing) {
        ObjectNode feed = Json.object();
        feed.put("version", "https://jsonfeed.org/version/1.1");
        feed.put("title", listing.title());
        OptionalFields.put(feed, "feed_url", listing.self());
        OptionalFields.put(feed, "next_url", listing.next());
        ArrayNode items = feed.putArray("items");
        List<FeedEntry> entries = FeedEntry.of(listing);
        for (int i = 0; i < entries.size(); i++) {
            items.add(item(entries.get(i)).set("_lede", listing.articles().get(i)));
        }
        return feed.toString();
    }

    private static ObjectNode item(FeedEntry entry) {
        ObjectNode item = Json.object();
        item.put("id", entry.id());
        OptionalFields.put(item, "url", entry.link());
        item.put("title", entry.title());
        item.put("content_text", entry.summary());
        OptionalFields.put(item, "image", entry.image());
        item.put("date_published", Times.sortable(entry.published()));
        item.put("date_modified", Times.sortable(entry.updated()));
        if (!entry.authors().isEmpty()) {
            ArrayNode authors = item.putArray("authors");
            entry.authors().forEach(name -> authors.addObject().put("name", name));
        }
        if (!entry.categories().isEmpty()) {
            OptionalFields.putAll(item, "tags", entry.categories());
        }
        OptionalFields.put(item, "language", entry.language());
        return item;
    }
}
