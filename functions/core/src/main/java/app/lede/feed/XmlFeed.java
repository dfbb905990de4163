package app.lede.feed;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;
import org.jspecify.annotations.Nullable;

/**
 * One pass over an XML feed: each item is read as soon as it is complete, and its content let go. What remains in the end
 * is the feed's head. jsoup's parser makes a tree of anything, so there is no such thing as ill-formed here.
 *
 * <p>Items that were never closed nest in each other and complete inside out; positions bring them back in order.
 */
final class XmlFeed {

    static final int MAX_DEPTH = 256;

    /** The largest feeds seen hold a tenth of this; at about 150 bytes each, what is left of them stays below 100 MB. */
    private static final int MAX_ELEMENTS = 500_000;

    private final NewestItems items = new NewestItems(FeedReader.MAX_ITEMS);
    private final Map<Element, Integer> openItems = new HashMap<>();
    private int positions;
    private boolean baseKnown;
    private @Nullable Element root;
    private @Nullable FeedFormat format;
    private @Nullable Namespaces names;

    private XmlFeed() {}

    /** The feed in a text; empty when no element of it announces one. */
    static Optional<Feed> read(String text, String url, String charset) {
        XmlFeed feed = new XmlFeed();
        try (StreamParser parser = new StreamParser(Parser.xmlParser().setMaxDepth(MAX_DEPTH))) {
            Iterator<Element> elements =
                    parser.parse(Doctype.expandEntities(text), url).iterator();
            for (int i = 0; i < MAX_ELEMENTS && elements.hasNext(); i++) {
                Element element = elements.next();
                if (feed.format == null && !feed.findRoot(element)) {
                    continue;
                }
                feed.complete(element);
            }
        }
        return feed.finish(charset);
    }

    /** The outermost element around this one that announces a format. */
    private boolean findRoot(Element element) {
        for (Element e = element; e != null; e = e.parent()) {
            Optional<FeedFormat> announced = FeedFormat.announcedBy(e);
            if (announced.isPresent()) {
                root = e;
                format = announced.get();
                names = Namespaces.of(format.home(), e);
            }
        }
        return format != null;
    }

    private void complete(Element element) {
        if (isItem(element)) {
            if (!baseKnown) {
                baseKnown = true;
                format().base(new FeedElement(root(), names())).ifPresent(root()::setBaseUri);
            }
            int position = position(element);
            openItems.remove(element);
            items.add(position, format().item(new FeedElement(element, names())));
            element.empty();
        } else if (element.parent() != null && isItem(element.parent())) {
            position(element.parent());
        }
    }

    /** The place of an item that is open or just completed; those around it come before it. */
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
        openItems.put(item, positions);
        return positions++;
    }

    private boolean isItem(Element element) {
        return format().isItem(names().name(element));
    }

    private Optional<Feed> finish(String charset) {
        if (root == null) {
            return Optional.empty();
        }
        FeedFormat.Head head = format().head(new FeedElement(root, names()));
        String author = head.author();
        var inOrder = items.inOrder().stream()
                .map(item -> item.author() == null && author != null ? item.withAuthor(author) : item)
                .toList();
        return Optional.of(new Feed(
                head.title(), head.link(), head.description(), charset, head.hints(), inOrder, items.overCap()));
    }

    private Element root() {
        return Objects.requireNonNull(root);
    }

    private FeedFormat format() {
        return Objects.requireNonNull(format);
    }

    private Namespaces names() {
        return Objects.requireNonNull(names);
    }
}
