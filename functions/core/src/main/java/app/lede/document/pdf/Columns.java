package app.lede.document.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Puts the lines of columns one below the other where a program drew them row by row, across the columns. Rows of a table, whose
 * cells are short, stay rows.
 */
final class Columns {

    /** Rows of a page that tell its columns. */
    private static final int MIN_ROWS = 5;

    /** Average words of a line in a column; a cell has fewer. */
    private static final double MIN_WORDS = 3.5;

    /** Distance within which baselines and edges count as the same, in points. */
    private static final float NEAR = 3;

    private Columns() {}

    static List<PdfLine> ordered(List<PdfLine> lines) {
        Map<Integer, List<PdfLine>> pages =
                lines.stream().collect(Collectors.groupingBy(PdfLine::page, TreeMap::new, Collectors.toList()));
        List<PdfLine> ordered = new ArrayList<>();
        pages.values().forEach(page -> ordered.addAll(page(page)));
        return ordered;
    }

    private static List<PdfLine> page(List<PdfLine> page) {
        List<List<PdfLine>> rows = rows(page);
        List<Float> starts = starts(rows);
        if (starts.size() < 2) {
            return page;
        }
        List<PdfLine> ordered = new ArrayList<>();
        List<List<PdfLine>> columns = emptied(starts.size());
        for (PdfLine line : page) {
            int column = column(line, starts);
            boolean across = column + 1 < starts.size() && line.right() > starts.get(column + 1) + NEAR;
            if (across) {
                columns.forEach(ordered::addAll);
                columns = emptied(starts.size());
                ordered.add(line);
            } else {
                columns.get(column).add(line);
            }
        }
        columns.forEach(ordered::addAll);
        return ordered;
    }

    private static List<List<PdfLine>> emptied(int count) {
        List<List<PdfLine>> columns = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            columns.add(new ArrayList<>());
        }
        return columns;
    }

    /** Returns runs of lines that were drawn one after the other, from left to right at the same height. */
    private static List<List<PdfLine>> rows(List<PdfLine> page) {
        List<List<PdfLine>> rows = new ArrayList<>();
        PdfLine last = null;
        for (PdfLine line : page) {
            boolean beside = last != null
                    && Math.abs(line.baseline() - last.baseline()) < NEAR
                    && line.left() > last.right() + NEAR;
            if (!beside) {
                rows.add(new ArrayList<>());
            }
            rows.getLast().add(line);
            last = line;
        }
        return rows;
    }

    /** Returns the left edges of the columns; none if the page has no rows of columns. */
    private static List<Float> starts(List<List<PdfLine>> rows) {
        int count = rows.stream()
                .filter(row -> row.size() > 1)
                .collect(Collectors.groupingBy(List::size, Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.comparingByValue())
                .filter(most -> most.getValue() >= MIN_ROWS)
                .map(Map.Entry::getKey)
                .orElse(0);
        List<List<PdfLine>> full =
                rows.stream().filter(row -> row.size() == count).toList();
        boolean prose = count > 1
                && full.stream()
                                .flatMap(List::stream)
                                .mapToInt(line -> line.text().split(" ", -1).length)
                                .average()
                                .orElse(0)
                        >= MIN_WORDS;
        List<Float> starts = new ArrayList<>();
        for (int i = 0; prose && i < count; i++) {
            int column = i;
            starts.add(full.stream()
                    .map(row -> row.get(column).left())
                    .sorted(Comparator.naturalOrder())
                    .skip(full.size() / 2)
                    .findFirst()
                    .orElse(0f));
        }
        return starts;
    }

    private static int column(PdfLine line, List<Float> starts) {
        int column = 0;
        while (column + 1 < starts.size() && line.left() >= starts.get(column + 1) - NEAR) {
            column++;
        }
        return column;
    }
}
