package app.lede.document.zipped;

import app.lede.text.LowerCase;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Paragraph and text styles of an OpenDocument text: titles, quotations and hidden text, also through parent styles. */
final class OpenTextStyles {

    /** Maximum length of a chain of parent styles, which may be a circle. */
    private static final int MAX_PARENTS = 20;

    private final Map<String, String> parents = new HashMap<>();
    private final Set<String> hidden = new HashSet<>();

    void add(Document dom) {
        for (Element style : dom.getElementsByTag("style:style")) {
            String name = style.attr("style:name");
            parents.putIfAbsent(name, style.attr("style:parent-style-name"));
            if (style.children().stream()
                    .anyMatch(properties -> properties.attr("text:display").equals("none"))) {
                hidden.add(name);
            }
        }
    }

    boolean isHidden(Element element) {
        return hidden.contains(element.attr("text:style-name"));
    }

    /** Returns the element for a paragraph. */
    String tag(Element paragraph) {
        String style = paragraph.attr("text:style-name");
        for (int i = 0; i < MAX_PARENTS && !style.isEmpty(); i++) {
            switch (LowerCase.of(style)) {
                case "title" -> {
                    return "h1";
                }
                case "quotations" -> {
                    return "blockquote";
                }
                case "caption", "illustration", "figure" -> {
                    return "figcaption";
                }
                default -> style = parents.getOrDefault(style, "");
            }
        }
        return "p";
    }
}
