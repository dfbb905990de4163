package app.lede.feed;

import app.lede.rights.RslDocument;
import java.util.List;
import java.util.Optional;

/** Reads RSS 0.90 to 2.0, with or without RDF, and falls back to module elements for missing ones. */
final class RssFormat implements FeedFormat {

    private static final String[] AUTHORS = {
        "author", "dc:creator", "dc:author", "atom:author", "itunes:author", "media:credit", "creator"
    };
    private static final String[] PUBLISHED = {
        "pubdate",
        "dc:date",
        "dcterms:issued",
        "atom:published",
        "atom:issued",
        "published",
        "issued",
        "date",
        "dcterms:created",
        "dcterms:date"
    };
    private static final String[] UPDATED = {
        "dcterms:modified", "atom:updated", "atom:modified", "updated", "modified", "dc:date"
    };

    @Override
    public String home() {
        return "rss";
    }

    @Override
    public boolean isItem(String name) {
        return name.equals("item") || name.equals("entry");
    }

    /** Uses the channel's link as base: feeds hosted elsewhere carry links relative to the site. */
    @Override
    public Optional<String> base(FeedElement root) {
        String feed = root.element().baseUri();
        return channelLink(root.first("channel").orElse(root)).filter(site -> !Links.sameHost(site, feed));
    }

    @Override
    public Head head(FeedElement root) {
        FeedElement channel = root.first("channel").orElse(root);
        return new Head(
                channel.firstText(TextConstruct::rss, "title", "dc:title", "media:title", "itunes:title")
                        .orElse(null),
                channelLink(channel).orElse(null),
                channel.firstText(
                                TextConstruct::rss,
                                "description",
                                "dc:description",
                                "tagline",
                                "abstract",
                                "itunes:summary",
                                "itunes:subtitle",
                                "media:description")
                        .orElse(null),
                Persons.joined(
                                channel,
                                "atom:author",
                                "dc:creator",
                                "dc:author",
                                "itunes:author",
                                "managingeditor",
                                "itunes:owner")
                        .orElse(null),
                HintElements.of(channel, "atom:link"));
    }

    private static Optional<String> channelLink(FeedElement channel) {
        return first(channel, "link").or(() -> Links.alternate(channel, "atom:link"));
    }

    /** Returns the first of these elements that holds a link, as text or as attribute. */
    private static Optional<String> first(FeedElement parent, String... names) {
        return parent.all(names).stream()
                .flatMap(link -> Links.text(link).or(() -> Links.href(link)).stream())
                .findFirst();
    }

    @Override
    public boolean isPublished(FeedElement item) {
        return !Drafts.isDraft(item);
    }

    @Override
    public FeedItem item(FeedElement item) {
        List<String> texts = item.inOrder("description", "summary").stream()
                .map(TextConstruct::rss)
                .filter(text -> !text.isBlank())
                .toList();
        Optional<String> summary = texts.stream().findFirst().or(() -> stoodInSummary(item));
        Optional<String> content = content(item).or(() -> texts.stream().skip(1).findFirst());
        return new FeedItem(
                item.firstText(FeedElement::opaque, "guid", "atom:id", "id", "dc:identifier")
                        .or(() -> item.attribute("rdf:about"))
                        .orElse(null),
                link(item).orElse(null),
                item.firstText(
                                TextConstruct::rssTitle,
                                "title",
                                "dc:title",
                                "media:title",
                                "itunes:title",
                                "atom:title")
                        .orElse(null),
                item.date(PUBLISHED).orElse(null),
                item.firstText(PUBLISHED).orElse(null),
                item.date(UPDATED).orElse(null),
                Persons.joined(item, AUTHORS).orElse(null),
                summary.orElse(null),
                content.orElse(null),
                RslDocument.licence(item.element(), link(item).orElse("")).orElse(null));
    }

    private static Optional<String> stoodInSummary(FeedElement item) {
        return item.firstText(
                        TextConstruct::rss,
                        "dc:description",
                        "abstract",
                        "itunes:summary",
                        "itunes:subtitle",
                        "media:description")
                .or(() -> item.firstText(TextConstruct::atom, "atom:summary"));
    }

    private static Optional<String> content(FeedElement item) {
        return item.firstText(TextConstruct::rss, "content:encoded", "xhtml:body", "body", "xhtml:div", "fullitem")
                .or(() -> item.firstText(TextConstruct::atom, "atom:content", "content"));
    }

    private static Optional<String> link(FeedElement item) {
        return first(item, "feedburner:origlink", "link")
                .or(() -> Links.alternate(item, "atom:link"))
                .or(() -> permalink(item))
                .or(() -> item.attribute("rdf:about").flatMap(about -> Links.web(about, Links.base(item.element()))))
                .or(() -> item.all("enclosure").stream()
                        .flatMap(enclosure -> Links.document(enclosure, "url").stream())
                        .findFirst());
    }

    /** Returns the guid as URL unless {@code isPermaLink} is false or it is not one. */
    private static Optional<String> permalink(FeedElement item) {
        return item.first("guid", "atom:id")
                .filter(guid -> !guid.attribute("isPermaLink").orElse("true").equalsIgnoreCase("false"))
                .filter(guid -> Links.isWeb(guid.text()))
                .flatMap(Links::text);
    }
}
