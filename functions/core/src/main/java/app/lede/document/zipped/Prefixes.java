package app.lede.document.zipped;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Renames elements and attributes of Office files to the usual prefixes of their namespaces: prefixes are free. */
final class Prefixes {

    private static final String PURL = "http://purl.org/dc/";

    private static final Map<String, String> USUAL = Map.of(
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            "w",
            "http://purl.oclc.org/ooxml/wordprocessingml/main",
            "w",
            "http://schemas.openxmlformats.org/markup-compatibility/2006",
            "mc",
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            "r",
            "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
            "cp",
            PURL + "elements/1.1/",
            "dc",
            PURL + "terms/",
            "dcterms");

    private Prefixes() {}

    /** Renames in place and returns the document; does nothing to one with the usual prefixes. */
    static Document usual(Document dom) {
        Map<String, String> renamed = renamed(dom);
        if (!renamed.isEmpty()) {
            dom.getAllElements().forEach(element -> rename(element, renamed));
        }
        return dom;
    }

    /** Returns the prefixes of the root that stand for another one, each with a colon; the default namespace has none. */
    private static Map<String, String> renamed(Document dom) {
        Map<String, String> renamed = new HashMap<>();
        Element root = dom.firstElementChild();
        if (root != null) {
            for (Attribute attribute : root.attributes()) {
                String usual = USUAL.get(attribute.getValue());
                String name = attribute.getKey();
                if (usual != null && name.startsWith("xmlns") && !name.equals("xmlns:" + usual)) {
                    renamed.put(name.length() > 6 ? name.substring(6) + ":" : "", usual + ":");
                }
            }
        }
        // Relationships have no prefix by themselves.
        return renamed;
    }

    private static void rename(Element element, Map<String, String> renamed) {
        String name = element.tagName();
        String prefix = name.substring(0, name.indexOf(':') + 1);
        if (renamed.containsKey(prefix)) {
            element.tagName(renamed.get(prefix) + name.substring(prefix.length()));
        }
        List<Attribute> attributes = new ArrayList<>(element.attributes().asList());
        for (Attribute attribute : attributes) {
            String key = attribute.getKey();
            String own = key.substring(0, key.indexOf(':') + 1);
            if (!own.isEmpty() && renamed.containsKey(own)) {
                element.removeAttr(key);
                element.attr(renamed.get(own) + key.substring(own.length()), attribute.getValue());
            }
        }
    }
}
