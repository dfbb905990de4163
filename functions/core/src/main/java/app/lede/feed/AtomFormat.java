package app.lede.feed;

import app.lede.rights.RslDocument;
import java.util.Optional;

/** Reads Atom 1.0 (RFC 4287), Atom 0.3 and earlier drafts. */
final class AtomFormat implements FeedFormat {

    private static final String[] PUBLISHED = {"published", "issued", "created", "dcterms:issued", "dc:date", "pubdate"
    };
    private static final String[] UPDATED = {"updated", "modified", "dcterms:modified"};

    @Override
    public String home() {
        return "atom";
    }

    @Override
    public boolean isItem(String name) {
        return name.equals("entry") || name.equals("item");
    }

    @Override
    public Head head(FeedElement feed) {
        return new Head(
                feed.firstText(TextConstruct::atom, "title", "dc:title", "media:title")
                        .orElse(null),
                Links.alternate(feed, "link").orElse(null),
                feed.firstText(TextConstruct::atom, "subtitle", "tagline", "info", "dc:description", "itunes:summary")
                        .orElse(null),
                authors(feed).orElse(null),
                HintElements.of(feed, "link"));
    }

    @Override
    public boolean isPublished(FeedElement entry) {
        return !Drafts.isDraft(entry);
    }

    @Override
    public FeedItem item(FeedElement entry) {
        return new FeedItem(
                entry.firstText(FeedElement::opaque, "id", "guid").orElse(null),
                link(entry).orElse(null),
                title(entry).orElse(null),
                entry.date(PUBLISHED).orElse(null),
                entry.firstText(PUBLISHED).orElse(null),
                entry.date(UPDATED).orElse(null),
                authors(entry)
                        .or(() -> entry.first("source").flatMap(AtomFormat::authors))
                        .orElse(null),
                summary(entry).orElse(null),
                entry.firstText(TextConstruct::atom, "content", "xhtml:body", "content:encoded")
                        .orElse(null),
                RslDocument.licence(entry.element(), link(entry).orElse("")).orElse(null));
    }

    private static Optional<String> title(FeedElement entry) {
        return entry.firstText(TextConstruct::atomTitle, "title", "dc:title", "media:title")
                .or(() -> entry.first("media:group")
                        .flatMap(group -> group.firstText("media:title").map(SafeHtml::ofText)));
    }

    private static Optional<String> summary(FeedElement entry) {
        return entry.firstText(TextConstruct::atom, "summary", "dc:description", "itunes:summary", "media:description")
                .or(() -> entry.first("media:group")
                        .flatMap(group -> group.firstText("media:description").map(SafeHtml::ofText)));
    }

    private static Optional<String> link(FeedElement entry) {
        return entry.firstText("feedburner:origlink")
                .flatMap(original -> Links.web(original, Links.base(entry.element())))
                .or(() -> Links.alternate(entry, "link"))
                .or(() -> entry.first("id").filter(id -> Links.isWeb(id.text())).flatMap(Links::text))
                .or(() -> entry.all("link").stream()
                        .filter(link -> link.attribute("rel").orElse("").equals("enclosure"))
                        .flatMap(link -> Links.document(link, "href").stream())
                        .findFirst());
    }

    private static Optional<String> authors(FeedElement parent) {
        return Persons.joined(parent, "author", "dc:creator", "dc:author", "itunes:author");
    }
}
