package app.lede.publish.feed;

import app.lede.publish.Listing;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Writes RSS 2.0 with authors and languages of Dublin Core. Descriptions are HTML, as readers take them; titles are plain
 * text, as the RSS Best Practices Profile has it. Thread safe.
 */
public final class RssWriter {

    private static final DateTimeFormatter RFC_822 = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private RssWriter() {}

    /** Writes the page as one XML document in UTF-8. */
    public static String write(Listing listing) {
        List<FeedEntry> entries = FeedEntry.of(listing);
        XmlOut xml = new XmlOut()
                .open(
                        "rss",
                        "version",
                        "2.0",
                        "xmlns:atom",
                        "http://www.w3.org/2005/Atom",
                        "xmlns:dc",
                        "http://purl.org/dc/elements/1.1/");
        xml.open("channel");
        xml.text("title", listing.title());
        xml.text("link", listing.self() == null ? "urn:lede" : listing.self());
        xml.text("description", XmlOut.escaped(listing.title()));
        xml.text("lastBuildDate", rfc822(FeedEntry.updated(entries)));
        atomLink(xml, "self", listing.self());
        atomLink(xml, "next", listing.next());
        entries.forEach(entry -> item(xml, entry));
        return xml.close("channel").close("rss").toString();
    }

    private static void item(XmlOut xml, FeedEntry entry) {
        xml.open("item");
        xml.text("guid", entry.id(), "isPermaLink", "false");
        xml.text("title", entry.title());
        xml.text("link", entry.link());
        xml.text("description", XmlOut.escaped(entry.summary()));
        xml.text("pubDate", rfc822(entry.published()));
        entry.authors().forEach(name -> xml.text("dc:creator", name));
        entry.categories().forEach(term -> xml.text("category", term));
        xml.text("dc:language", entry.language());
        xml.close("item");
    }

    private static void atomLink(XmlOut xml, String relation, @Nullable String url) {
        if (url != null) {
            xml.empty("atom:link", "rel", relation, "type", "application/rss+xml", "href", url);
        }
    }

    /** Writes the time as RFC 822 has it, with a year of four digits. */
    private static String rfc822(Instant time) {
        return RFC_822.format(time);
    }
}
