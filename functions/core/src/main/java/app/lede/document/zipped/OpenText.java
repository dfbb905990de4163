package app.lede.document.zipped;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter.FilterResult;
import org.jsoup.select.NodeTraversor;

/** Converts an OpenDocument text to simple HTML: one element per paragraph, and tables with rows and cells. Not thread safe. */
final class OpenText {

    private static final Set<String> SILENT = Set.of(
            "text:tracked-changes",
            "text:table-of-content",
            "text:illustration-index",
            "text:alphabetical-index",
            "text:bibliography",
            "office:annotation",
            "office:annotation-end",
            "office:forms",
            "text:sequence-decls",
            "text:hidden-text",
            "text:note-citation",
            "svg:title",
            "svg:desc",
            "text:page-number");

    private static final int MAX_SPACES = 100;

    private final OpenTextStyles styles;
    private final Document dom = Document.createShell("");
    private final List<Element> boxes = new ArrayList<>();

    OpenText(OpenTextStyles styles) {
        this.styles = styles;
    }

    /** Converts the text; notes follow it, text boxes follow their paragraph. */
    Document dom(Element text) {
        blocks(text, dom.body(), "");
        for (Element note : text.getElementsByTag("text:note-body")) {
            blocks(note, dom.body(), "");
        }
        return dom;
    }

    /** Appends paragraphs; {@code tag} is theirs inside a list, else empty. */
    private void blocks(Element from, Element to, String tag) {
        for (Element element : from.children()) {
            switch (element.tagName()) {
                case "text:h" -> heading(element, to);
                case "text:p" -> paragraph(element, to, tag.isEmpty() ? styles.tag(element) : tag);
                case "text:list" -> blocks(element, to, "li");
                case "table:table" -> table(element, to);
                default -> {
                    boolean unseen = SILENT.contains(element.tagName())
                            || element.attr("text:display").equals("none");
                    if (!unseen) {
                        blocks(element, to, tag);
                    }
                }
            }
        }
    }

    private void heading(Element heading, Element to) {
        String level = heading.attr("text:outline-level");
        int depth = level.matches("[1-4]") ? level.charAt(0) - '0' : 4;
        paragraph(heading, to, styles.tag(heading).equals("h1") ? "h1" : "h" + (depth + 1));
    }

    private void paragraph(Element paragraph, Element to, String tag) {
        if (styles.isHidden(paragraph)) {
            return;
        }
        int before = boxes.size();
        inline(paragraph, to.appendElement(tag));
        List<Element> own = List.copyOf(boxes.subList(before, boxes.size()));
        boxes.subList(before, boxes.size()).clear();
        own.forEach(box -> blocks(box, to, ""));
    }

    /** Appends a table; one column is a frame around text. */
    private void table(Element table, Element to) {
        List<Element> rows = WordText.outermost(table, "table:table-row");
        boolean frame = rows.stream().allMatch(row -> cells(row).size() <= 1);
        Element written = frame ? to : to.appendElement("table");
        for (Element row : rows) {
            Element line = frame ? to : written.appendElement("tr");
            for (Element cell : cells(row)) {
                if (frame) {
                    blocks(cell, to, "");
                } else {
                    Element column = line.appendElement("td");
                    WordText.outermost(cell, "text:p").forEach(paragraph -> {
                        inline(paragraph, column);
                        column.appendText(" ");
                    });
                    boxes.clear();
                }
            }
        }
    }

    private static List<Element> cells(Element row) {
        return row.children().stream()
                .filter(cell -> cell.tagName().equals("table:table-cell"))
                .toList();
    }

    private void inline(Element paragraph, Element to) {
        NodeTraversor.filter((node, depth) -> run(node, depth, to), paragraph);
    }

    private FilterResult run(Node node, int depth, Element to) {
        if (node instanceof TextNode text) {
            to.appendChild(new TextNode(text.getWholeText().replaceAll("\\s+", " ")));
            return FilterResult.CONTINUE;
        }
        if (!(node instanceof Element element) || depth == 0) {
            return FilterResult.CONTINUE;
        }
        switch (element.tagName()) {
            case "text:s" -> to.appendText(" ".repeat(count(element.attr("text:c"))));
            case "text:tab" -> to.appendText("\t");
            case "text:line-break" -> to.appendElement("br");
            case "draw:text-box" -> {
                boxes.add(element);
                return FilterResult.SKIP_ENTIRELY;
            }
            default -> {}
        }
        boolean unseen =
                SILENT.contains(element.tagName()) || element.tagName().equals("text:note") || styles.isHidden(element);
        return unseen ? FilterResult.SKIP_ENTIRELY : FilterResult.CONTINUE;
    }

    private static int count(String spaces) {
        return spaces.matches("\\d{1,4}") ? Math.min(MAX_SPACES, Integer.parseInt(spaces)) : 1;
    }
}
