package app.lede.document.zipped;

import app.lede.document.zipped.WordStyles.Form;
import java.util.ArrayList;
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

    private static final Set<String> OFF = Set.of("0", "false", "off");

    private final WordStyles styles;
    private final WordChunks chunks;
    private final Document dom = Document.createShell("");

    WordText(WordStyles styles, WordChunks chunks) {
        this.styles = styles;
        this.chunks = chunks;
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
            outermost(xml, tag).stream()
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
                case "w:altChunk" -> chunks.of(element.attr("r:id")).ifPresent(chunk -> to.appendChildren(chunk));
                case "w:sectPr", "w:tblPr", "w:tblGrid", "w:trPr", "w:tcPr", "w:del", "w:moveFrom", "mc:Fallback" -> {}
                default -> {
                    if (!isPlaceholder(element)) {
                        blocks(element, to);
                    }
                }
            }
        }
    }

    /** Tests for a content control that nobody filled in. */
    private static boolean isPlaceholder(Element control) {
        Element properties = child(control, "w:sdtPr");
        return properties != null && isOn(child(properties, "w:showingPlcHdr"));
    }

    /** Tests an on-off property (ECMA-376, section 17.17.4): absent is off, without a value on. */
    private static boolean isOn(@Nullable Element property) {
        return property != null && !OFF.contains(property.attr("w:val"));
    }

    /** Appends a table. One column is a frame around text; otherwise a cell's content stays in its row. */
    private void table(Element table, Element to) {
        List<List<Element>> rows = outermost(table, "w:tr").stream()
                .map(row -> outermost(row, "w:tc"))
                .toList();
        if (rows.stream().allMatch(cells -> cells.size() <= 1)) {
            rows.forEach(cells -> cells.forEach(cell -> blocks(cell, to)));
            return;
        }
        Element written = to.appendElement("table");
        for (List<Element> cells : rows) {
            Element line = written.appendElement("tr");
            cells.forEach(cell -> cell(cell, line.appendElement("td")));
        }
    }

    /** Appends the paragraphs of a cell, a nested table or a text box in a cell, one after the other. */
    private static void cell(Element cell, Element to) {
        for (Element paragraph : outermost(cell, "w:p")) {
            inline(paragraph, to);
            to.appendText(" ");
            outermost(paragraph, "w:txbxContent").forEach(box -> cell(box, to));
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
        outermost(paragraph, "w:txbxContent").forEach(box -> blocks(box, to));
    }

    /**
     * Returns the elements of a tag inside another, without those that one of them or a fallback contains: who reads each of
     * them whole reads no text twice, however deep they nest.
     */
    static List<Element> outermost(Element from, String tag) {
        List<Element> found = new ArrayList<>();
        NodeTraversor.filter(
                (node, depth) -> {
                    if (depth == 0 || !(node instanceof Element element)) {
                        return FilterResult.CONTINUE;
                    }
                    if (element.tagName().equals(tag)) {
                        found.add(element);
                        return FilterResult.SKIP_ENTIRELY;
                    }
                    return element.tagName().equals("mc:Fallback") ? FilterResult.SKIP_ENTIRELY : FilterResult.CONTINUE;
                },
                from);
        return found;
    }

    private static void inline(Element paragraph, Element to) {
        NodeTraversor.filter((node, depth) -> run(node, to), paragraph);
    }

    private static FilterResult run(Node node, Element to) {
        if (!(node instanceof Element element)) {
            return FilterResult.CONTINUE;
        }
        String tag = element.tagName();
        if (SILENT.contains(tag)
                || tag.equals("w:txbxContent")
                || (tag.equals("w:r") && isHidden(element))
                || isPlaceholder(element)) {
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
        return properties != null && isOn(child(properties, "w:vanish"));
    }

    private static @Nullable Element child(Element of, String tag) {
        return of.children().stream()
                .filter(element -> element.tagName().equals(tag))
                .findFirst()
                .orElse(null);
    }
}
