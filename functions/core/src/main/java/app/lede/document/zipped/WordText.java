package app.lede.document.zipped;

import app.lede.document.zipped.WordStyles.Form;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter.FilterResult;
import org.jsoup.select.NodeTraversor;
import org.jspecify.annotations.Nullable;

/** Converts WordprocessingML to simple HTML: one element per paragraph, and tables with rows and cells. */
final class WordText {

    /** Elements that duplicate content for older programs, or are not displayed. */
    private static final Set<String> SILENT =
            Set.of("mc:Fallback", "w:del", "w:moveFrom", "w:instrText", "w:pPr", "w:rPr");

    private final WordStyles styles;
    private final Document dom = Document.createShell("");

    WordText(WordStyles styles) {
        this.styles = styles;
    }

    Document dom() {
        return dom;
    }

    void body(Document xml) {
        Element body = xml.getElementsByTag("w:body").first();
        if (body != null) {
            blocks(body, dom.body());
        }
    }

    /** Appends the notes, without the separators that come first. */
    void notes(Document xml) {
        for (String tag : new String[] {"w:footnote", "w:endnote"}) {
            xml.getElementsByTag(tag).stream()
                    .filter(note ->
                            !note.hasAttr("w:type") || note.attr("w:type").equals("normal"))
                    .forEach(note -> blocks(note, dom.body()));
        }
    }

    /** Appends paragraphs and tables, unwrapping transparent containers. */
    private void blocks(Element from, Element to) {
        for (Element element : from.children()) {
            switch (element.tagName()) {
                case "w:p" -> paragraph(element, to);
                case "w:tbl" -> table(element, to);
                case "w:sectPr", "w:tblPr", "w:tblGrid", "w:trPr", "w:tcPr", "w:del", "w:moveFrom", "mc:Fallback" -> {}
                default -> blocks(element, to);
            }
        }
    }

    /** Appends a table. One column is a frame around text; otherwise a cell's content stays in its row. */
    private void table(Element table, Element to) {
        List<Element> rows = table.getElementsByTag("w:tr");
        if (rows.stream().allMatch(row -> row.getElementsByTag("w:tc").size() <= 1)) {
            table.getElementsByTag("w:tc").forEach(cell -> blocks(cell, to));
            return;
        }
        Element written = to.appendElement("table");
        for (Element row : rows) {
            Element line = written.appendElement("tr");
            row.children().stream()
                    .filter(cell -> cell.tagName().equals("w:tc"))
                    .forEach(cell -> cell(cell, line.appendElement("td")));
        }
    }

    private static void cell(Element cell, Element to) {
        for (Element paragraph : cell.getElementsByTag("w:p")) {
            inline(paragraph, to);
            to.appendText(" ");
        }
    }

    private void paragraph(Element paragraph, Element to) {
        Element properties = child(paragraph, "w:pPr");
        Form form = properties == null ? Form.PARAGRAPH : styles.of(properties);
        if (form == Form.CONTENTS) {
            return;
        }
        inline(paragraph, to.appendElement(form.tag()));
        // Floating text boxes have their own paragraphs.
        for (Element box : paragraph.getElementsByTag("w:txbxContent")) {
            if (box.closest("mc|Fallback") == null) {
                blocks(box, to);
            }
        }
    }

    private static void inline(Element paragraph, Element to) {
        NodeTraversor.filter((node, depth) -> run(node, to), paragraph);
    }

    private static FilterResult run(Node node, Element to) {
        if (!(node instanceof Element element)) {
            return FilterResult.CONTINUE;
        }
        String tag = element.tagName();
        if (SILENT.contains(tag) || tag.equals("w:txbxContent") || (tag.equals("w:r") && isHidden(element))) {
            return FilterResult.SKIP_ENTIRELY;
        }
        switch (tag) {
            case "w:t" -> to.appendChild(new TextNode(element.wholeText()));
            case "w:tab" -> to.appendText("\t");
            case "w:noBreakHyphen" -> to.appendText("-");
            case "w:br", "w:cr" -> to.appendElement("br");
            default -> {}
        }
        return FilterResult.CONTINUE;
    }

    private static boolean isHidden(Element run) {
        Element properties = child(run, "w:rPr");
        return properties != null && child(properties, "w:vanish") != null;
    }

    private static @Nullable Element child(Element of, String tag) {
        return of.children().stream()
                .filter(element -> element.tagName().equals(tag))
                .findFirst()
                .orElse(null);
    }
}
