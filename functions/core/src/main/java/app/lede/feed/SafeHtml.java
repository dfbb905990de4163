package app.lede.feed;

import app.lede.text.LowerCase;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/**
 * Sanitises HTML from feeds with jsoup's cleaner: allow-listed elements and attributes, absolute addresses, safe
 * schemes. No scripts, no frames.
 */
final class SafeHtml {

    private static final Properties LIST = load();
    private static final Set<String> ADDRESSES = words("addresses");
    private static final Set<String> SCHEMES = words("schemes");
    private static final Set<String> VOID = words("void");
    private static final Cleaner CLEANER = new Cleaner(safelist());

    private static final Pattern SECTION_MARK = Pattern.compile("<!\\[CDATA\\[|\\]\\]>");
    private static final Pattern STRAY_DECLARATION =
            Pattern.compile("<(!(?!--|doctype)|\\?(?!xml))", Pattern.CASE_INSENSITIVE);
    private static final Pattern FRAME = Pattern.compile("<iframe", Pattern.CASE_INSENSITIVE);
    private static final Pattern FRAME_END = Pattern.compile("</iframe", Pattern.CASE_INSENSITIVE);

    private SafeHtml() {}

    /** Cleans a fragment; relative addresses resolve against the base. */
    static String clean(String html, String base) {
        if (html.indexOf('<') < 0 && html.indexOf('&') < 0) {
            return html;
        }
        Document dirty = Jsoup.parseBodyFragment(withoutTraps(html), base);
        dirty.body().getAllElements().forEach(SafeHtml::makeAddressesSafe);
        Document clean = CLEANER.clean(dirty);
        clean.outputSettings().prettyPrint(false).escapeMode(Entities.EscapeMode.xhtml);
        return clean.body().html().strip();
    }

    /**
     * Removes constructs that make an HTML parser swallow the following text: XML sections, stray declarations,
     * unclosed frames.
     */
    private static String withoutTraps(String html) {
        String text = html.contains("<!") || html.contains("<?")
                ? STRAY_DECLARATION
                        .matcher(SECTION_MARK.matcher(html).replaceAll(""))
                        .replaceAll("&lt;$1")
                : html;
        boolean openFrame =
                FRAME.matcher(text).find() && !FRAME_END.matcher(text).find();
        return openFrame ? FRAME.matcher(text).replaceAll("<x-frame") : text;
    }

    /** Escapes plain text as HTML. */
    static String ofText(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** Tests whether an HTML element is void (no content, no end tag). */
    static boolean isVoid(String element) {
        return VOID.contains(LowerCase.of(element));
    }

    private static void makeAddressesSafe(Element element) {
        if (element.attributesSize() == 0) {
            return;
        }
        for (Attribute attribute : element.attributes().asList()) {
            if (ADDRESSES.contains(attribute.getKey()) && !attribute.getValue().isBlank()) {
                String absolute = absolute(attribute.getValue().strip(), element.baseUri());
                if (absolute.isEmpty()) {
                    element.removeAttr(attribute.getKey());
                } else {
                    element.attr(attribute.getKey(), absolute);
                }
            }
        }
    }

    private static String absolute(String address, String base) {
        String absolute = Links.absolute(address, base);
        int colon = absolute.indexOf(':');
        boolean harmless = colon > 0 && SCHEMES.contains(LowerCase.of(absolute.substring(0, colon)));
        return harmless ? absolute : "";
    }

    private static Safelist safelist() {
        return new Safelist()
                .addTags(words("elements").toArray(String[]::new))
                .addAttributes(":all", words("attributes").toArray(String[]::new))
                .addAttributes(":all", ADDRESSES.toArray(String[]::new));
    }

    private static Set<String> words(String key) {
        return Set.copyOf(List.of(LIST.getProperty(key).split("\\s+")));
    }

    private static Properties load() {
        try (InputStream list = SafeHtml.class.getResourceAsStream("safe-html.properties")) {
            Properties properties = new Properties();
            properties.load(Objects.requireNonNull(list));
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
