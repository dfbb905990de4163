package app.lede.document.mail;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/** The text of a mail in HTML with a line for each block, cells of a row in one line; each index leads back to its text node. */
final class HtmlLines {

    private final StringBuilder text = new StringBuilder();
    private final List<Run> runs = new ArrayList<>();

    private record Run(TextNode node, int start) {}

    private HtmlLines() {}

    static HtmlLines of(Element body) {
        HtmlLines lines = new HtmlLines();
        NodeTraversor.traverse(
                new NodeVisitor() {
                    @Override
                    public void head(Node node, int depth) {
                        lines.enter(node);
                    }

                    @Override
                    public void tail(Node node, int depth) {
                        lines.breakAt(node);
                    }
                },
                body);
        return lines;
    }

    private void enter(Node node) {
        if (node instanceof TextNode run) {
            runs.add(new Run(run, text.length()));
            text.append(run.getWholeText().replaceAll("[\\n\\r\\t\\u00a0]", " "));
        } else {
            breakAt(node);
        }
    }

    private void breakAt(Node node) {
        boolean cell = node.nameIs("td") || node.nameIs("th");
        boolean block = node.nameIs("br") || (node instanceof Element element && element.isBlock());
        if (!cell && block && !text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
            text.append('\n');
        }
    }

    String text() {
        return text.toString();
    }

    /** Empties the text before an index, and makes quotations around the text behind it plain boxes. */
    void removeBefore(int index) {
        Node first = null;
        for (Run run : runs) {
            int end = run.start() + run.node().getWholeText().length();
            if (end <= index) {
                run.node().text("");
            } else {
                if (run.start() < index) {
                    run.node().text(run.node().getWholeText().substring(index - run.start()));
                }
                first = first == null && !run.node().isBlank() ? run.node() : first;
            }
        }
        unquote(first);
    }

    private static void unquote(@Nullable Node inside) {
        for (Node around = inside; around != null; around = around.parent()) {
            if (around instanceof Element element && element.nameIs("blockquote")) {
                element.tagName("div").removeAttr("type");
            }
        }
    }
}
