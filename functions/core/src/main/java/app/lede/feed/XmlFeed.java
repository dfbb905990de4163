package app.lede.feed;

import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;
import org.jspecify.annotations.Nullable;

/**
 * Reads an XML feed in one pass: converts each item as soon as it is complete and frees its content; the head is read
 * last. jsoup's parser accepts any input, so nothing is ill-formed here.
 *
 * <p>Unclosed items nest and complete inside out; their positions restore the order.
 */
final class XmlFeed {

    static final int MAX_DEPTH = 256;

    /** Maximum number of elements: ten times the largest feeds seen, and below 100 MB at about 150 bytes each. */
    private static final int MAX_ELEMENTS = 500_000;

    private final Element root;
    private final FeedFormat format;
    private final String url;
    private final Namespaces names;
    private final FeedDates dates;
    private final NewestItems items;
    private final Map<Element, Integer> openItems = new HashMap<>();
    private int positions;

    private XmlFeed(Element root, FeedFormat format, String text, String url, int mostItems) {
        this.items = new NewestItems(mostItems);
        this.root = root;
        this.format = format;
        this.url = url;
        this.names = Namespaces.of(format.home(), root);
        this.dates = new FeedDates(text, () -> FeedLanguage.of(root));
    }

    /** Parses a feed; empty if no element announces a format. */
    static Optional<FeedReading> read(String text, String url, String charset, int mostItems) {
        XmlFeed feed = null;
        try (StreamParser parser = new StreamParser(Parser.xmlParser().setMaxDepth(MAX_DEPTH))) {
            Iterator<Element> elements = parser.parse(BareAmpersands.escape(InternalEntities.expandEntities(text)), url)
                    .iterator();
            for (int i = 0; i < MAX_ELEMENTS && elements.hasNext(); i++) {
                Element element = elements.next();
                if (feed == null && outermost(element).tag().localName().equalsIgnoreCase("html")) {
                    return Optional.empty();
                }
                feed = feed == null ? announcedAround(element, text, url, mostItems) : feed;
                if (feed != null) {
                    feed.complete(element);
                }
            }
        }
        return Optional.ofNullable(feed).map(read -> read.format.reading(read.finish(charset)));
    }

    private static Element outermost(Element element) {
        Element outermost = element;
        // Stops below the document, which is an element too.
        for (Element e = element; e.parent() != null; e = e.parent()) {
            outermost = e;
        }
        return outermost;
    }

    /** Returns a feed rooted at the outermost ancestor that announces a format. */
    private static @Nullable XmlFeed announcedAround(Element element, String text, String url, int mostItems) {
        XmlFeed feed = null;
        for (Element e = element; e != null; e = e.parent()) {
            Optional<FeedFormat> announced = FeedFormat.announcedBy(e);
            if (announced.isPresent()) {
                feed = new XmlFeed(e, announced.get(), text, url, mostItems);
            }
        }
        return feed;
    }

    private void complete(Element element) {
        Element parent = element.parent();
        if (isItem(element)) {
            int position = position(element);
            openItems.remove(element);
            FeedElement item = new FeedElement(element, names, dates);
            if (format.isPublished(item)) {
                items.add(position, format.item(item));
            }
            element.empty();
        } else if (parent != null && isItem(parent)) {
            position(parent);
        }
    }

    /** Returns the position of an open or just completed item; enclosing items come before it. */
    private int position(Element item) {
        Integer known = openItems.get(item);
        if (known != null) {
            return known;
        }
        for (Element e = item.parent(); e != null; e = e.parent()) {
            if (isItem(e)) {
                position(e);
                break;
            }
        }
        if (positions == 0) {
            format.base(new FeedElement(root, names, dates)).ifPresent(root::setBaseUri);
        }
        openItems.put(item, positions);
        return positions++;
    }

    private boolean isItem(Element element) {
        return format.isItem(names.name(element));
    }

    private Feed finish(String charset) {
        FeedFormat.Head head = format.head(new FeedElement(root, names, dates));
        String author = head.author();
        List<FeedItem> inOrder = items.inOrder().stream()
                .map(item -> item.author() == null && author != null ? item.withAuthor(author) : item)
                .toList();
        return new Feed(
                head.title(),
                head.link() != null ? head.link() : Links.web(url, "").orElse(null),
                head.description(),
                charset,
                head.hints(),
                RenderingTime.without(inOrder),
                items.overCap());
    }
}
