package app.lede.publish.feed;

import app.lede.article.Times;
import app.lede.hash.Digest;
import app.lede.publish.Listing;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes Atom (RFC 4287), paged as in RFC 5005. Thread safe. */
public final class AtomWriter {

    private AtomWriter() {}

    /** Writes the page as one XML document in UTF-8. */
    public static String write(Listing listing) {
        List<FeedEntry> entries = FeedEntry.of(listing);
        XmlOut xml = new XmlOut().open("feed", "xmlns", "http://www.w3.org/2005/Atom");
        xml.text("id", id(listing));
        xml.text("title", listing.title());
        xml.text("updated", Times.sortable(FeedEntry.updated(entries)));
        // Entries without an author need one of the feed.
        xml.open("author").text("name", "Lede").close("author");
        link(xml, "self", listing.self());
        link(xml, "next", listing.next());
        entries.forEach(entry -> entry(xml, entry));
        return xml.close("feed").toString();
    }

    private static String id(Listing listing) {
        return listing.id() != null ? listing.id() : "urn:lede:list:" + Digest.base32(listing.title());
    }

    private static void entry(XmlOut xml, FeedEntry entry) {
        xml.open("entry", "xml:lang", entry.language());
        xml.text("id", entry.id());
        xml.text("title", entry.title());
        xml.text("updated", Times.sortable(entry.updated()));
        xml.text("published", Times.sortable(entry.published()));
        entry.authors().forEach(name -> xml.open("author").text("name", name).close("author"));
        link(xml, "alternate", entry.link());
        xml.text("summary", entry.summary());
        entry.categories().forEach(term -> xml.empty("category", "term", term));
        xml.close("entry");
    }

    private static void link(XmlOut xml, String relation, @Nullable String url) {
        if (url != null) {
            xml.empty("link", "rel", relation, "href", url);
        }
    }
}
