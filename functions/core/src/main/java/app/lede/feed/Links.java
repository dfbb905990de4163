package app.lede.feed;

import app.lede.text.LowerCase;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Resolves addresses in feeds against {@code xml:base} (RFC 3986, XML Base) and keeps the fetchable ones. */
final class Links {

    /** Link relations for the entry's page: RFC 4287, section 4.2.7.2. */
    private static final Set<String> ALTERNATE =
            Set.of("", "alternate", "http://www.iana.org/assignments/relation/alternate");

    /** Line breaks and tabs, which browsers ignore in URLs (WHATWG URL). */
    private static final Pattern LINE_BREAKS = Pattern.compile("[\\r\\n\\t]+");

    private static final int MAX_LENGTH = 8_192;

    private Links() {}

    /** Returns the base URL at an element: its {@code xml:base} and those of its ancestors, resolved in turn. */
    static String base(Element element) {
        String base = element.baseUri();
        Deque<String> bases = new ArrayDeque<>();
        for (Element e = element; e != null; e = e.parent()) {
            String own = e.attributes().getIgnoreCase("xml:base").strip();
            if (!own.isEmpty()) {
                bases.push(own);
            }
        }
        for (String relative : bases) {
            base = web(relative, base).orElse(base);
        }
        return base;
    }

    /** Resolves an address; empty unless the result is http or https. */
    static Optional<String> web(String address, String base) {
        String stripped = LINE_BREAKS.matcher(address).replaceAll("").strip();
        if (stripped.isEmpty() || stripped.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        return Optional.of(absolute(stripped, base).replace(" ", "%20")).filter(Links::isWeb);
    }

    /** Resolves an address of any scheme; empty if it cannot be parsed. */
    static String absolute(String address, String base) {
        Element link = new Element("a").attr("href", address);
        link.setBaseUri(base);
        return link.absUrl("href");
    }

    static boolean isWeb(String url) {
        String start = LowerCase.of(url.substring(0, Math.min(url.length(), 8)));
        return start.startsWith("http://") || start.startsWith("https://");
    }

    static boolean sameHost(String one, String other) {
        return host(one).equals(host(other));
    }

    private static String host(String url) {
        try {
            return LowerCase.of(Objects.requireNonNullElse(new URI(url).getHost(), ""));
        } catch (URISyntaxException e) {
            return "";
        }
    }

    /** Returns the page an Atom element links to: HTML links first, then document order. */
    static Optional<String> alternate(FeedElement parent, String name) {
        return byType(parent, name, true).or(() -> byType(parent, name, false));
    }

    private static Optional<String> byType(FeedElement parent, String name, boolean html) {
        return parent.all(name).stream()
                .filter(link ->
                        ALTERNATE.contains(LowerCase.of(link.attribute("rel").orElse(""))))
                .filter(link -> !html
                        || link.attribute("type")
                                .map(type -> type.contains("html"))
                                .orElse(true))
                .flatMap(link -> href(link).stream())
                .findFirst();
    }

    /** Returns the resolved {@code href} of a link. */
    static Optional<String> href(FeedElement link) {
        return link.attribute("href").flatMap(href -> web(href, base(link.element())));
    }

    /** Returns the resolved address of an enclosure that can be read, by its media type: a page, a PDF or another text. */
    static Optional<String> document(FeedElement enclosure, String attribute) {
        String type = LowerCase.of(enclosure.attribute("type").orElse(""));
        boolean readable = type.startsWith("text/") || type.startsWith("application/pdf") || type.contains("xhtml");
        return enclosure
                .attribute(attribute)
                .filter(address -> readable)
                .flatMap(address -> web(address, base(enclosure.element())));
    }

    /** Returns the resolved text content of a link. */
    static Optional<String> text(FeedElement link) {
        return web(link.text(), base(link.element()));
    }
}
