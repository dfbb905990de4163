package app.lede.document.rtf;

import app.lede.text.LowerCase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Collects paragraphs, rows of tables and notes, and writes them as simple HTML. Not thread safe. */
final class RtfBlocks {

    private static final Pattern HEADING_STYLE = Pattern.compile("heading ([1-9])");

    /** Longest heading that is told by its letters alone, in characters. */
    private static final int MAX_HEADING = 200;

    /** Size of a heading relative to the text's. */
    private static final double LARGE = 1.12;

    private static final int NONE = -1;

    private final List<Block> body = new ArrayList<>();
    private final List<Block> notes = new ArrayList<>();
    private final List<String> cells = new ArrayList<>();
    private final StringBuilder cell = new StringBuilder();
    private Open paragraph = new Open();
    private Open around = new Open();
    private boolean note;

    /** A paragraph, or a row of at least two cells. */
    private sealed interface Block {
        record Paragraph(String text, String style, int level, boolean bold, int size) implements Block {}

        record Row(List<String> cells) implements Block {}
    }

    /** A paragraph being written, with its number of bold letters and its largest letters. */
    private static final class Open {
        private final StringBuilder text = new StringBuilder();
        private String style = "";
        private int level = NONE;
        private boolean table;
        private int bold;
        private int size;
    }

    void text(String text, boolean bold, int size) {
        paragraph.text.append(text);
        if (!text.isBlank()) {
            paragraph.bold += bold ? text.length() : 0;
            paragraph.size = Math.max(paragraph.size, size);
        }
    }

    void style(String name) {
        paragraph.style = LowerCase.of(name);
    }

    void level(int level) {
        paragraph.level = level;
    }

    void inTable() {
        paragraph.table = true;
    }

    void resetParagraph() {
        paragraph.style = "";
        paragraph.level = NONE;
        paragraph.table = false;
    }

    /** Ends a paragraph; the next one keeps its properties. */
    void endParagraph() {
        Open ended = paragraph;
        paragraph = new Open();
        paragraph.style = ended.style;
        paragraph.level = ended.level;
        paragraph.table = ended.table;
        if (ended.table && !note) {
            cell.append(ended.text).append('\n');
        } else {
            // A row whose end was left out.
            endRow();
            add(ended);
        }
    }

    private void add(Open ended) {
        String text = ended.text.toString().strip();
        if (!text.isEmpty()) {
            (note ? notes : body)
                    .add(new Block.Paragraph(
                            text, ended.style, ended.level, ended.bold * 2 > text.length(), ended.size));
        }
    }

    void endCell() {
        cell.append(paragraph.text);
        paragraph = new Open();
        paragraph.table = true;
        cells.add(cell.toString().strip());
        cell.setLength(0);
    }

    /** Ends a row; a row of one cell is a frame around text. */
    void endRow() {
        if (cells.size() > 1) {
            body.add(new Block.Row(List.copyOf(cells)));
        } else {
            Stream.concat(cells.stream(), Stream.of(cell.toString()))
                    .flatMap(String::lines)
                    .filter(line -> !line.isBlank())
                    .forEach(line -> body.add(new Block.Paragraph(line.strip(), "", NONE, false, 0)));
        }
        cells.clear();
        cell.setLength(0);
    }

    /** Sets the paragraph around a note aside. */
    void beginNote() {
        note = true;
        around = paragraph;
        paragraph = new Open();
    }

    void endNote() {
        add(paragraph);
        paragraph = around;
        note = false;
    }

    /** Returns the document as simple HTML. */
    Document dom() {
        endRow();
        add(paragraph);
        paragraph = new Open();
        Document dom = Document.createShell("");
        int usual = usualSize();
        boolean mostlyBold = isMostlyBold();
        boolean titled = false;
        for (Block block : Stream.concat(body.stream(), notes.stream()).toList()) {
            switch (block) {
                case Block.Paragraph text -> {
                    String tag = tag(text, usual, mostlyBold, !titled);
                    titled |= tag.equals("h1");
                    write(text.text(), dom.body().appendElement(tag));
                }
                case Block.Row row -> {
                    Element last = dom.body().lastElementChild();
                    Element table = last != null && last.nameIs("table")
                            ? last
                            : dom.body().appendElement("table");
                    Element line = table.appendElement("tr");
                    row.cells().forEach(text -> write(text, line.appendElement("td")));
                }
            }
        }
        return dom;
    }

    private static void write(String text, Element to) {
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            to.appendText(lines.get(i));
            if (i + 1 < lines.size()) {
                to.appendElement("br");
            }
        }
    }

    private static String tag(Block.Paragraph text, int usual, boolean mostlyBold, boolean mayBeTitle) {
        Matcher styled = HEADING_STYLE.matcher(text.style());
        if (text.style().equals("title")) {
            return "h1";
        }
        if (styled.find() || text.level() >= 0) {
            int level = text.level() >= 0 ? text.level() + 1 : styled.group(1).charAt(0) - '0';
            return "h" + Math.min(6, level + 1);
        }
        boolean large = usual > 0 && text.size() > LARGE * usual;
        boolean heading = (large || (text.bold() && !mostlyBold))
                && text.text().length() <= MAX_HEADING
                && ".:;,".indexOf(text.text().charAt(text.text().length() - 1)) < 0;
        return !heading ? "p" : large && mayBeTitle ? "h1" : "h2";
    }

    private boolean isMostlyBold() {
        int bold = 0;
        for (Block block : body) {
            bold += block instanceof Block.Paragraph text && text.bold() ? 1 : 0;
        }
        return bold * 2 > body.size();
    }

    /** Returns the letter size that most of the text has. */
    private int usualSize() {
        Map<Integer, Integer> letters = new HashMap<>();
        for (Block block : body) {
            if (block instanceof Block.Paragraph text && text.size() > 0) {
                letters.merge(text.size(), text.text().length(), Integer::sum);
            }
        }
        return letters.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(0);
    }
}
