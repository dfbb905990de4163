package app.lede.document.pdf;

import java.util.ArrayList;
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

    static List<PdfLine> removedFrom(List<PdfLine> lines) {
        Map<String, Set<Integer>> pages = new HashMap<>();
        lines.stream().filter(PageFurniture::isAtMargin).forEach(line -> pages.computeIfAbsent(
                        key(line), key -> new HashSet<>())
                .add(line.page()));
        List<PdfLine> text = new ArrayList<>();
        for (PdfLine line : lines) {
            boolean runs =
                    isAtMargin(line) && pages.getOrDefault(key(line), Set.of()).size() >= MIN_PAGES;
            boolean number =
                    isAtMargin(line) && PAGE_NUMBER.matcher(line.text()).matches();
            if (!runs && !number) {
                text.add(line);
            }
        }
        return text;
    }

    private static boolean isAtMargin(PdfLine line) {
        return line.share() < MARGIN || line.share() > 1 - MARGIN;
    }

    /** Returns a line's key: its text without digits (page numbers, dates) and its height on the page. */
    private static String key(PdfLine line) {
        return Math.round(line.baseline() / 4) + DIGITS.matcher(line.text()).replaceAll("#");
    }
}
