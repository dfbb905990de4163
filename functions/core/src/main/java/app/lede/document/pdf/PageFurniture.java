package app.lede.document.pdf;

import app.lede.text.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Detects running headers and footers: titles, dates, page numbers. */
final class PageFurniture {

    /** Share of a page's height, at top and bottom, in which they appear. */
    private static final float MARGIN = 0.12f;

    /** Minimum number of pages: two pages may begin alike by chance. */
    private static final int MIN_PAGES = 3;

    private static final Pattern DIGITS = Pattern.compile("\\d+");

    private static final Pattern PAGE_NUMBER =
            Pattern.compile("(?i)[-–—|\\s]*(?:(?:page|seite|página|pagina|p\\.|s\\.)\\s*)?(?:\\d{1,4}|[ivxlc]{1,7})"
                    + "(?:\\s*(?:/|of|von|sur|de|di|van)\\s*\\d{1,4})?[-–—|\\s]*");

    private PageFurniture() {}

    /** Matches what browsers print above and below a page: the time of printing, and the address. */
    private static final Pattern PRINTED = Pattern.compile(
            "(?i)(?:.*\\b(?:\\d{1,4}[./-]\\d{1,2}[./-]\\d{2,4}|\\d{1,2}\\.? (?:de )?\\p{L}{3,12}\\.? (?:de"
                    + " )?\\d{4}|\\p{L}{3,12} \\d{1,2}, \\d{4}),? (?:at |à |um |a las |às |alle |om |kl\\.?"
                    + " ?)?\\d{1,2}[:.h]\\d{2}\\b.*|(?:https?|file)://\\S+(?:\\s.{0,40})?|about:\\S+)");

    /** Share of a page's height, at top and bottom, that printing programs use. */
    private static final float EDGE = 0.07f;

    private static final float SAME_HEIGHT = 4;

    /** Pages of a document whose headers and footers can't be told by their repetition. */
    private static final int FEW_PAGES = 2;

    /** Minimum distance of such a line from the text, in letter heights. */
    private static final float APART = 2.2f;

    /** Minimum distance of a footer from the text, in the page's usual distances of lines, unless it is set otherwise. */
    private static final float FOOTER_APART = 1.5f;

    /** Largest indent of a paragraph, in letter heights. */
    private static final float INDENT = 3;

    private static final int MAX_WORDS = 14;

    /** Size of a headline, relative to a header's. */
    private static final float HEADLINE = 1.12f;

    /** Tests whether a browser printed the document: its dates are those of printing. */
    static boolean isPrinted(List<PdfLine> lines) {
        return lines.stream().anyMatch(PageFurniture::isPrintMark);
    }

    private static boolean isPrintMark(PdfLine line) {
        boolean edge = line.share() < EDGE || line.share() > 1 - EDGE;
        return edge && PRINTED.matcher(line.text()).matches();
    }

    /** Returns the lines without print marks and what stands beside them, running headers, footers and page numbers. */
    static List<PdfLine> removedFrom(List<PdfLine> all) {
        List<PdfLine> marks = all.stream().filter(PageFurniture::isPrintMark).toList();
        List<PdfLine> lines = all.stream()
                .filter(line -> marks.stream()
                        .noneMatch(mark -> mark.page() == line.page()
                                && Math.abs(mark.baseline() - line.baseline()) < SAME_HEIGHT))
                .toList();
        int last = all.isEmpty() ? 0 : all.getLast().page();
        Map<String, Set<Integer>> pages = new HashMap<>();
        lines.stream().filter(PageFurniture::isAtMargin).forEach(line -> pages.computeIfAbsent(
                        key(line), key -> new HashSet<>())
                .add(line.page()));
        List<PdfLine> text = new ArrayList<>();
        for (PdfLine line : lines) {
            int seen = pages.getOrDefault(key(line), Set.of()).size();
            boolean edge = line.share() < EDGE || line.share() > 1 - EDGE;
            boolean runs = isAtMargin(line) && (seen >= MIN_PAGES || (edge && seen == 2 && last == 2));
            boolean number =
                    isAtMargin(line) && PAGE_NUMBER.matcher(line.text()).matches();
            if (!runs && !number) {
                text.add(line);
            }
        }
        return last > FEW_PAGES ? text : withoutEdges(text);
    }

    /** Removes lone lines at the edges of short documents: a header above a headline, and a footer. */
    private static List<PdfLine> withoutEdges(List<PdfLine> lines) {
        Map<Integer, Float> leadings = new HashMap<>();
        for (int page = 1; page <= FEW_PAGES; page++) {
            leadings.put(page, leading(page, lines));
        }
        return lines.stream()
                .filter(line -> !isHeader(line, lines)
                        && !isFooter(line, lines, leadings.getOrDefault(line.page(), Float.MAX_VALUE)))
                .toList();
    }

    /** Returns the usual distance between lines of a page: the median. */
    private static float leading(int page, List<PdfLine> lines) {
        List<Float> at = lines.stream()
                .filter(line -> line.page() == page)
                .map(PdfLine::baseline)
                .sorted()
                .toList();
        List<Float> distances = new ArrayList<>();
        for (int i = 1; i < at.size(); i++) {
            float distance = at.get(i) - at.get(i - 1);
            if (distance > SAME_HEIGHT) {
                distances.add(distance);
            }
        }
        distances.sort(null);
        return distances.isEmpty() ? Float.MAX_VALUE : distances.get((distances.size() - 1) / 2);
    }

    private static boolean isHeader(PdfLine line, List<PdfLine> lines) {
        return line.share() < EDGE
                && isLone(line, lines)
                && lines.stream()
                        .anyMatch(below -> below.page() == line.page()
                                && below.baseline() > line.baseline()
                                && below.size() >= HEADLINE * line.size());
    }

    /** Tests for a lone line at the end of a page that is set otherwise than the text above it. */
    private static boolean isFooter(PdfLine line, List<PdfLine> lines, float leading) {
        return line.share() > 1 - EDGE
                && isLone(line, lines)
                && lines.stream()
                        .filter(above -> above.page() == line.page()
                                && line.baseline() - above.baseline() > SAME_HEIGHT
                                && line.baseline() - above.baseline() <= FOOTER_APART * leading)
                        .max(Comparator.comparingDouble(PdfLine::baseline))
                        .map(above ->
                                !line.hasSizeOf(above) || Math.abs(line.left() - above.left()) > INDENT * line.size())
                        .orElse(true);
    }

    private static boolean isLone(PdfLine line, List<PdfLine> lines) {
        return Words.count(line.text()) <= MAX_WORDS
                && !line.endsSentence()
                && lines.stream()
                        .noneMatch(other -> other.page() == line.page()
                                && Math.abs(other.baseline() - line.baseline()) > SAME_HEIGHT
                                && Math.abs(other.baseline() - line.baseline()) < APART * line.size());
    }

    private static boolean isAtMargin(PdfLine line) {
        return line.share() < MARGIN || line.share() > 1 - MARGIN;
    }

    /** Returns a line's key: its text without digits (page numbers, dates) and its height on the page. */
    private static String key(PdfLine line) {
        return Math.round(line.baseline() / 4) + DIGITS.matcher(line.text()).replaceAll("#");
    }
}
