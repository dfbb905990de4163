package app.lede.extract.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/**
 * Lists the elements of a page that state its metadata, found in one walk; each selector alone would walk the whole page. Lists
 * are in document order.
 *
 * <p>Not thread safe, since the elements are not.
 */
public final class PageElements {

    private final Document dom;
    private final Map<String, List<Element>> named = new HashMap<>();
    private final List<Element> headings = new ArrayList<>();
    private final List<Element> stated = new ArrayList<>();
    private final List<Element> classed = new ArrayList<>();

    private PageElements(Document dom) {
        this.dom = dom;
    }

    public static PageElements of(Document dom) {
        PageElements elements = new PageElements(dom);
        dom.traverse((node, depth) -> elements.add(node));
        return elements;
    }

    private void add(Node node) {
        if (!(node instanceof Element element)) {
            return;
        }
        String tag = element.normalName();
        switch (tag) {
            case "html", "meta", "link", "script", "a", "time" -> name(tag, element);
            case "h1" -> {
                name(tag, element);
                headings.add(element);
            }
            case "h2" -> headings.add(element);
            default -> {}
        }
        boolean property = element.hasAttr("property") && !tag.equals("meta");
        if (property || element.hasAttr("itemprop") || tag.equals("time") || tag.equals("abbr")) {
            stated.add(element);
        }
        if (element.hasAttr("class")) {
            classed.add(element);
        }
    }

    private void name(String tag, Element element) {
        named.computeIfAbsent(tag, any -> new ArrayList<>()).add(element);
    }

    public Document dom() {
        return dom;
    }

    /** Returns the elements of one tag: html, meta, link, script, h1, a or time. */
    public List<Element> named(String tag) {
        return switch (tag) {
            case "html", "meta", "link", "script", "h1", "a", "time" -> named.getOrDefault(tag, List.of());
            default -> throw new IllegalArgumentException("elements named " + tag + " are not listed");
        };
    }

    /** Returns the h1 and h2 elements. */
    public List<Element> headings() {
        return headings;
    }

    /** Returns the elements with an itemprop or (but for meta elements) property attribute, and those named time or abbr. */
    public List<Element> stated() {
        return stated;
    }

    /** Returns the elements with a class attribute. */
    public List<Element> classed() {
        return classed;
    }
}
