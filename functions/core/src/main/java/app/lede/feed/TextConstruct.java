package app.lede.feed;

import app.lede.text.LowerCase;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Converts the content of an element to safe HTML, whether plain, escaped, inline or base64. Follows RFC 4287, section
 * 3.1 for Atom 1.0, its draft for {@code mode} in Atom 0.3, and common practice for RSS.
 */
final class TextConstruct {

    /** Signs of markup in text: an end tag, an empty element, an attribute or a character reference. */
    private static final Pattern MARKUP =
            Pattern.compile("</[a-zA-Z]|<(?:br|hr|img|p)\\b|/>|<[a-zA-Z]\\w{0,15}\\s[^<>]{0,200}="
                    + "|&(?:#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{1,12}\\d{0,2});");

    /** References left in text that was escaped twice. */
    private static final Pattern REFERENCE = Pattern.compile("&(?:amp|quot|apos|#\\d{2,6}|#x[0-9a-fA-F]{2,5});");

    /** Line breaks of base64; a space is none, so that words of an unknown type are not taken for base64. */
    private static final Pattern LINE_BREAK = Pattern.compile(" *[\\r\\n\\t]+ *");

    /** Maximum bytes of what may be one word that looks like base64, such as "Overview". */
    private static final int MAX_WORD = 48;

    private TextConstruct() {}

    /**
     * Converts an RSS element, which has no type: treats text that contains markup as escaped HTML, other text as
     * plain.
     */
    static String rss(FeedElement construct) {
        String markup = markup(construct.element(), false);
        boolean html = !construct.element().children().isEmpty()
                || MARKUP.matcher(markup).find();
        return html ? SafeHtml.clean(markup, Links.base(construct.element())) : SafeHtml.ofText(markup);
    }

    /** Converts an RSS title: tags that HTML does not know, or that are not closed, are words of the title. */
    static String rssTitle(FeedElement construct) {
        Element element = construct.element();
        String markup = TitleTags.escape(markup(element, false));
        boolean html = !element.children().isEmpty() || MARKUP.matcher(markup).find();
        return html ? SafeHtml.clean(markup, Links.base(element)) : SafeHtml.ofText(markup);
    }

    /** Converts an Atom title: HTML by its declaration, but tags that HTML does not know are words of it. */
    static String atomTitle(FeedElement construct) {
        return atom(construct, TitleTags::escape);
    }

    /** Converts an Atom construct by its {@code type}; in Atom 0.3 a media type with a {@code mode}. */
    static String atom(FeedElement construct) {
        return atom(construct, UnaryOperator.identity());
    }

    private static String atom(FeedElement construct, UnaryOperator<String> escaping) {
        Element element = construct.element();
        String base = Links.base(element);
        String type = LowerCase.of(construct.attribute("type").orElse(""));
        String mode = LowerCase.of(construct.attribute("mode").orElse(""));
        if (mode.equals("base64") || isBinary(type)) {
            Optional<String> decoded = base64(construct.text());
            if (decoded.isPresent()) {
                return SafeHtml.clean(decoded.get(), base);
            }
        }
        boolean escaped = mode.equals("escaped") || type.equals("html") || type.equals("text/html");
        if (type.contains("xhtml")
                || type.endsWith("xml")
                || (!element.children().isEmpty() && !escaped)) {
            return SafeHtml.clean(unwrapped(element), base);
        }
        String markup = markup(element, false);
        if (type.isEmpty()
                && mode.isEmpty()
                && markup.indexOf('<') < 0
                && REFERENCE.matcher(markup).find()) {
            return SafeHtml.clean(markup, base);
        }
        return escaped && !type.startsWith("text/plain")
                ? SafeHtml.clean(escaping.apply(markup), base)
                : SafeHtml.ofText(markup);
    }

    private static boolean isBinary(String type) {
        return type.contains("/") && !type.startsWith("text/") && !type.endsWith("xml");
    }

    /** Decodes base64: text, or nothing for an image and the like; empty if it is not base64. */
    private static Optional<String> base64(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(LINE_BREAK.matcher(text).replaceAll(""));
            String decoded = new String(bytes, StandardCharsets.UTF_8);
            boolean words =
                    decoded.indexOf('\ufffd') < 0 && FeedText.printable(decoded).equals(decoded);
            return words || bytes.length > MAX_WORD ? Optional.of(words ? decoded.strip() : "") : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Removes the {@code div} that wraps the content of an XHTML construct. */
    private static String unwrapped(Element element) {
        Element only = element.childrenSize() == 1 && element.ownText().isBlank() ? element.child(0) : null;
        boolean wrapper = only != null && only.tag().localName().equalsIgnoreCase("div") && only.attributesSize() <= 1;
        return markup(wrapper && only != null ? only : element, true);
    }

    /**
     * Returns the content of an element as HTML source, without namespace prefixes and empty-element tags.
     *
     * @param escape whether to escape character data; false if it is escaped HTML itself
     */
    private static String markup(Element element, boolean escape) {
        StringBuilder source = new StringBuilder();
        for (Node child : element.childNodes()) {
            append(child, escape, source);
        }
        return source.toString().strip();
    }

    /** Appends a node's source; recursion is bounded by the parser's depth. */
    private static void append(Node node, boolean escape, StringBuilder source) {
        if (node instanceof TextNode text) {
            source.append(escape ? SafeHtml.ofText(text.getWholeText()) : text.getWholeText());
        } else if (node instanceof Element child) {
            String name = child.tag().localName();
            source.append('<').append(name);
            for (Attribute attribute : child.attributes()) {
                String value = attribute.getValue().replace("&", "&amp;").replace("\"", "&quot;");
                source.append(' ')
                        .append(attribute.getKey())
                        .append("=\"")
                        .append(value)
                        .append('"');
            }
            source.append('>');
            child.childNodes().forEach(grandchild -> append(grandchild, escape, source));
            source.append(child.childNodeSize() == 0 && SafeHtml.isVoid(name) ? "" : "</" + name + ">");
        }
    }
}
