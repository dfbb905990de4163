package app.lede.document.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;

/** Joins lines into paragraphs by typographic cues: space above, an indent, a short last line, a change of font. */
final class PdfText {

    private static final float HEADING = 1.12f;
    private static final float TITLE = 1.3f;
    private static final int MAX_HEADING = 200;

    /** Maximum line distance within a paragraph, relative to the usual one. */
    private static final float LEADING = 1.35f;

    /** Minimum indent, in letter heights. */
    private static final float INDENT = 0.7f;

    /** Minimum empty share of a column's width after a paragraph's last line. */
    private static final float SHORT = 0.12f;

    private static final Pattern BULLET = Pattern.compile("^[•◦▪■●‣–]\\s+.*");
    private static final Pattern BULLET_MARK = Pattern.compile("^[•◦▪■●‣–]\\s+");

    private final List<PdfLine> lines;
    private final Hyphenation hyphenation;
    private final float bodySize;
    private final float leading;
    private final Map<Integer, Float> rightEdges = new HashMap<>();

    PdfText(List<PdfLine> lines) {
        this.lines = lines;
        this.hyphenation = new Hyphenation(lines);
        this.bodySize =
                mostCommon(lines, line -> line.size(), line -> line.text().length());
        for (PdfLine line : lines) {
            if (isBody(line)) {
                rightEdges.merge(column(line), line.right(), Math::max);
            }
        }
        this.leading = leading();
    }

    private interface Measure {
        float of(PdfLine line);
    }

    /** Returns the text as simple HTML: headings, list items, paragraphs. */
    Document dom() {
        Document dom = Document.createShell("");
        boolean titled = false;
        List<PdfLine> paragraph = new ArrayList<>();
        for (int i = 0; i <= lines.size(); i++) {
            boolean ends = i == lines.size() || (!paragraph.isEmpty() && begins(paragraph, lines.get(i)));
            if (ends && !paragraph.isEmpty()) {
                titled |= write(paragraph, dom, !titled);
                paragraph = new ArrayList<>();
            }
            if (i < lines.size()) {
                paragraph.add(lines.get(i));
            }
        }
        return dom;
    }

    private boolean write(List<PdfLine> paragraph, Document dom, boolean mayBeTitle) {
        String text = hyphenation.join(paragraph);
        PdfLine first = paragraph.getFirst();
        boolean heading = isHeading(first) && text.length() <= MAX_HEADING;
        boolean title =
                heading && mayBeTitle && first.page() == 1 && first.size() >= TITLE * bodySize && isLargest(first);
        boolean item = BULLET.matcher(text).matches();
        String tag = title ? "h1" : heading ? "h2" : item ? "li" : "p";
        dom.body().appendElement(tag).text(item ? BULLET_MARK.matcher(text).replaceFirst("") : text);
        return title;
    }

    private boolean isLargest(PdfLine line) {
        return lines.stream()
                .takeWhile(each -> each.page() == 1)
                .noneMatch(each ->
                        each.size() > line.size() * HEADING && each.text().length() > 3);
    }

    private boolean isHeading(PdfLine line) {
        boolean bold = line.bold() && !line.endsSentence() && line.size() >= 0.98f * bodySize;
        return line.size() >= HEADING * bodySize || (bold && !mostlyBold());
    }

    private boolean mostlyBold() {
        return lines.stream().filter(PdfLine::bold).count() * 2 > lines.size();
    }

    private boolean begins(List<PdfLine> paragraph, PdfLine line) {
        PdfLine last = paragraph.getLast();
        if (!line.hasSizeOf(last)
                || isHeading(line) != isHeading(last)
                || BULLET.matcher(line.text()).matches()) {
            return true;
        }
        boolean elsewhere = line.page() != last.page() || line.baseline() < last.baseline();
        if (elsewhere) {
            // At a new page or column the sentence continues, or a paragraph begins.
            return isHeading(line) || (last.endsSentence() && !line.startsLower());
        }
        float distance = line.baseline() - last.baseline();
        float usual = leading * line.size() / bodySize;
        if (distance > LEADING * Math.max(usual, line.size())) {
            return true;
        }
        boolean inset = line.left() - last.left() > INDENT * line.size();
        boolean indented = inset && (paragraph.size() > 1 || last.endsSentence());
        return !isHeading(line) && (indented || (last.endsSentence() && isShort(last)));
    }

    private boolean isShort(PdfLine line) {
        float edge = rightEdges.getOrDefault(column(line), line.right());
        float width = edge - line.left();
        return width > 0 && edge - line.right() > SHORT * width;
    }

    /** Returns the column of a line; lines of one column start within the same stretch of the page. */
    private static int column(PdfLine line) {
        return line.page() * 100 + Math.round(line.left() / 60);
    }

    private boolean isBody(PdfLine line) {
        return line.size() < HEADING * bodySize;
    }

    /** Returns the usual distance below a full line, which goes on there; in short texts most distances part paragraphs. */
    private float leading() {
        float full = leading(line -> !isShort(line));
        float any = full > 0 ? full : leading(line -> true);
        return any > 0 ? any : 1.2f * bodySize;
    }

    private float leading(Predicate<PdfLine> above) {
        List<PdfLine> seconds = new ArrayList<>();
        Map<PdfLine, Float> distances = new HashMap<>();
        for (int i = 1; i < lines.size(); i++) {
            float distance = lines.get(i).baseline() - lines.get(i - 1).baseline();
            boolean next = distance > 0
                    && distance < 3 * bodySize
                    && lines.get(i).page() == lines.get(i - 1).page()
                    && above.test(lines.get(i - 1));
            if (next && isBody(lines.get(i))) {
                seconds.add(lines.get(i));
                distances.put(lines.get(i), distance);
            }
        }
        return mostCommon(seconds, line -> distances.getOrDefault(line, 0f), line -> 1);
    }

    /** Returns the weighted mode, to half a point; the smaller of two. */
    private static float mostCommon(List<PdfLine> lines, Measure measure, Measure weight) {
        Map<Integer, Float> sums = new HashMap<>();
        lines.forEach(line -> sums.merge(Math.round(2 * measure.of(line)), weight.of(line), Float::sum));
        return sums.entrySet().stream()
                .max(Map.Entry.<Integer, Float>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(e -> e.getKey() / 2f)
                .orElse(0f);
    }
}
