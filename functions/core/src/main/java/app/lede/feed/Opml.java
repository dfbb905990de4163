package app.lede.feed;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** Reads and writes subscription lists (OPML 2.0). Stateless and thread safe. */
public final class Opml {

    /** Maximum number of subscriptions in one list. */
    static final int MAX_SOURCES = 10_000;

    private Opml() {}

    /**
     * Returns the subscriptions of a list of any nesting, without duplicates: at most {@value #MAX_SOURCES}, from the
     * first {@value FeedReader#MAX_BYTES} bytes. As lenient as {@link FeedReader}; outlines without an address are
     * skipped; an address that is no web address is given as it stands.
     */
    public static List<OpmlSource> read(byte[] body) {
        byte[] bounded = body.length > FeedReader.MAX_BYTES ? Arrays.copyOf(body, FeedReader.MAX_BYTES) : body;
        String text = FeedText.decode(bounded, null).text();
        Document opml = Jsoup.parse(text, "", Parser.xmlParser().setMaxDepth(XmlFeed.MAX_DEPTH));
        Map<String, OpmlSource> sources = new LinkedHashMap<>();
        for (Element element : opml.getAllElements()) {
            if (element.normalName().equals("outline") && sources.size() < MAX_SOURCES) {
                source(element).ifPresent(source -> sources.putIfAbsent(source.xmlUrl(), source));
            }
        }
        return List.copyOf(sources.values());
    }

    private static Optional<OpmlSource> source(Element outline) {
        String given = FeedScheme.web(attribute(outline, "xmlUrl"));
        if (given.isEmpty()) {
            return Optional.empty();
        }
        String feed = Links.web(given, "").orElse(given);
        String title = attribute(outline, "title");
        String text = attribute(outline, "text");
        return Optional.of(new OpmlSource(
                !title.isEmpty() ? title : !text.isEmpty() ? text : feed,
                feed,
                Links.web(attribute(outline, "htmlUrl"), feed).orElse(null)));
    }

    private static String attribute(Element outline, String name) {
        return outline.attributes().getIgnoreCase(name).strip();
    }

    /** Writes a flat, well-formed list in the given order. */
    public static String write(String title, List<OpmlSource> sources) {
        StringBuilder opml = new StringBuilder(
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\">\n  <head>\n    <title>")
                .append(escaped(title))
                .append("</title>\n  </head>\n  <body>\n");
        for (OpmlSource source : sources) {
            opml.append("    <outline type=\"rss\"");
            append(opml, "text", source.title());
            append(opml, "title", source.title());
            append(opml, "xmlUrl", source.xmlUrl());
            if (source.htmlUrl() != null) {
                append(opml, "htmlUrl", source.htmlUrl());
            }
            opml.append("/>\n");
        }
        return opml.append("  </body>\n</opml>\n").toString();
    }

    private static void append(StringBuilder opml, String name, String value) {
        opml.append(' ').append(name).append("=\"").append(escaped(value)).append('"');
    }

    private static String escaped(String text) {
        return SafeHtml.ofText(FeedText.printable(text)).replace("\"", "&quot;").replace("\n", "&#10;");
    }
}
