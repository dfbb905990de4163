package app.lede.document.pdf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What pages carry at their top and bottom: running titles, dates, page numbers. */
final class PageFurniture {

    /** The highest and lowest part of a page, where such lines stand. */
    private static final float MARGIN = 0.12f;

    /** Two pages may begin alike; a title that runs does so on every other page of two. */
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

    /** Page numbers and dates count on, and the line stays at its height. */
    private static String key(PdfLine line) {
        return Math.round(line.baseline() / 4) + DIGITS.matcher(line.text()).replaceAll("#");
    }
}
