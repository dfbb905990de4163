package app.lede.document.pdf;

import app.lede.document.CleanText;
import app.lede.document.Reading.Problem;
import app.lede.document.ReadingRefused;
import app.lede.text.LowerCase;
import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/**
 * Collects a document's lines in drawing order, which keeps columns apart. Markup is bounded by counting operations
 * rather than time, since nested forms can multiply it.
 */
final class PdfLines extends PDFTextStripper {

    private static final int MAX_OPERATORS = 5_000_000;
    private static final int MAX_LETTERS = 3_000_000;
    private static final Pattern LIGATURES = Pattern.compile("[\\uFB00-\\uFB06]+");

    /** Gap between two words of a line, in letter heights; columns and cells are further apart. */
    private static final float MAX_GAP = 1.8f;

    /** Gap between two words of a letter-spaced line, relative to that between letters. */
    private static final float WIDE = 1.6f;

    /** Distance of letters that counts as none, in points. */
    private static final float NEAR = 1;

    /** Words of one letter that make a line letter-spaced. */
    private static final int MIN_SPACED = 5;

    private final List<Turned> lines = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final List<TextPosition> letters = new ArrayList<>();
    private final Set<COSStream> drawing = Collections.newSetFromMap(new IdentityHashMap<>());
    private int operators;
    private int drawn;

    private PdfLines() {
        setSortByPosition(false);
        setSuppressDuplicateOverlappingText(true);
        setShouldSeparateByBeads(true);
    }

    static List<PdfLine> of(PDDocument document) throws IOException {
        PdfLines collected = new PdfLines();
        collected.getText(document);
        return Columns.ordered(upright(collected.lines));
    }

    /** A line and its direction, in degrees. */
    private record Turned(PdfLine line, int direction) {}

    /** Returns the lines in the direction that most of a page's text has: stamps and captions stand at its edge. */
    private static List<PdfLine> upright(List<Turned> lines) {
        Map<Integer, Map<Integer, Integer>> letters = new HashMap<>();
        lines.forEach(each -> letters.computeIfAbsent(each.line().page(), page -> new HashMap<>())
                .merge(each.direction(), each.line().text().length(), Integer::sum));
        Map<Integer, Integer> usual = new HashMap<>();
        letters.forEach((page, counts) -> usual.put(
                page,
                counts.entrySet().stream()
                        .max(Map.Entry.comparingByValue())
                        .orElseThrow()
                        .getKey()));
        return lines.stream()
                .filter(each -> usual.getOrDefault(each.line().page(), 0) == each.direction())
                .map(Turned::line)
                .toList();
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        if (++operators > MAX_OPERATORS) {
            throw new ReadingRefused(Problem.TOO_LARGE, "its pages ask for more than " + MAX_OPERATORS + " operations");
        }
        super.processOperator(operator, operands);
    }

    /** Draws a form once at a time: one that draws itself would multiply without end. */
    @Override
    public void showForm(PDFormXObject form) throws IOException {
        if (drawing.add(form.getCOSObject())) {
            super.showForm(form);
            drawing.remove(form.getCOSObject());
        }
    }

    @Override
    protected void processTextPosition(TextPosition letter) {
        if (++drawn <= MAX_LETTERS && isOnPage(letter)) {
            super.processTextPosition(letter);
        }
    }

    private static boolean isOnPage(TextPosition letter) {
        float x = letter.getX();
        float y = letter.getY();
        return x > -letter.getWidth()
                && x <= letter.getPageWidth()
                && y >= 0
                && y <= letter.getPageHeight() + letter.getHeight();
    }

    @Override
    protected void writeString(String word, List<TextPosition> positions) {
        if (!letters.isEmpty() && !positions.isEmpty() && isApart(letters.getLast(), positions.getFirst())) {
            endLine();
        }
        text.append(word);
        letters.addAll(positions);
    }

    private static boolean isApart(TextPosition last, TextPosition next) {
        float gap = next.getXDirAdj() - last.getXDirAdj() - last.getWidthDirAdj();
        return gap > MAX_GAP * Math.max(last.getFontSizeInPt(), next.getFontSizeInPt());
    }

    @Override
    protected void writeWordSeparator() {
        text.append(' ');
    }

    @Override
    protected void writeLineSeparator() {
        endLine();
    }

    @Override
    protected void writeParagraphEnd() {
        endLine();
    }

    @Override
    protected void writePageEnd() {
        endLine();
    }

    private void endLine() {
        String line = clean(written());
        if (!line.isEmpty() && !letters.isEmpty()) {
            TextPosition first = letters.getFirst();
            TextPosition last = letters.getLast();
            PdfLine placed = new PdfLine(
                    getCurrentPageNo(),
                    line,
                    first.getXDirAdj(),
                    last.getXDirAdj() + last.getWidthDirAdj(),
                    first.getYDirAdj(),
                    first.getPageHeight() > 0 ? first.getYDirAdj() / first.getPageHeight() : 0,
                    size(),
                    isBold());
            lines.add(new Turned(placed, Math.round(first.getDir())));
        }
        text.setLength(0);
        letters.clear();
    }

    private String written() {
        String line = text.toString();
        if (isLetterSpaced(line)) {
            return joined();
        }
        if (RightToLeft.isOne(line)) {
            return RightToLeft.mended(line);
        }
        return isEastAsian(line) && jumpsBack() ? fromLeftToRight() : line;
    }

    private static boolean isEastAsian(String line) {
        return line.codePoints().filter(Character::isIdeographic).count() * 2 > line.length();
    }

    /** Tests whether letters of a line were drawn out of order: some programs draw those of one font first, such as marks. */
    private boolean jumpsBack() {
        boolean back = false;
        for (int i = 1; i < letters.size(); i++) {
            TextPosition last = letters.get(i - 1);
            if (Math.abs(letters.get(i).getYDirAdj() - last.getYDirAdj()) > last.getFontSizeInPt() / 2) {
                return false;
            }
            back |= letters.get(i).getXDirAdj() < last.getXDirAdj() - NEAR;
        }
        return back;
    }

    private String fromLeftToRight() {
        return letters.stream()
                .sorted(Comparator.comparingDouble(TextPosition::getXDirAdj))
                .map(TextPosition::getUnicode)
                .collect(Collectors.joining());
    }

    private static boolean isLetterSpaced(String line) {
        List<String> words = List.of(line.strip().split("\\s+", -1));
        long single = words.stream()
                .filter(word -> word.codePointCount(0, word.length()) == 1 && Character.isLetter(word.codePointAt(0)))
                .count();
        return single >= MIN_SPACED && single * 10 >= words.size() * 8L;
    }

    /** Joins letters that stand apart from each other to words, at gaps wider than the usual one. */
    private String joined() {
        List<Float> gaps = new ArrayList<>();
        List<TextPosition> seen = letters.stream()
                .filter(letter -> !letter.getUnicode().isBlank())
                .toList();
        for (int i = 1; i < seen.size(); i++) {
            TextPosition last = seen.get(i - 1);
            gaps.add(seen.get(i).getXDirAdj() - last.getXDirAdj() - last.getWidthDirAdj());
        }
        float usual = gaps.stream().sorted().skip(gaps.size() / 2).findFirst().orElse(0f);
        StringBuilder words =
                new StringBuilder(seen.isEmpty() ? "" : seen.getFirst().getUnicode());
        for (int i = 1; i < seen.size(); i++) {
            words.append(gaps.get(i - 1) > WIDE * usual ? " " : "")
                    .append(seen.get(i).getUnicode());
        }
        return words.toString();
    }

    /** Expands ligatures and drops characters that do not belong in text. */
    private static String clean(String line) {
        String apart =
                LIGATURES.matcher(line).replaceAll(found -> Normalizer.normalize(found.group(), Normalizer.Form.NFKC));
        return CleanText.of(apart).replaceAll("[\\s\\u00a0]+", " ").strip();
    }

    /** Returns the most frequent letter size; the first letter may be an initial. */
    private float size() {
        return (float) letters.stream()
                .mapToDouble(TextPosition::getFontSizeInPt)
                .sorted()
                .skip(letters.size() / 2)
                .findFirst()
                .orElse(0);
    }

    private boolean isBold() {
        long bold = letters.stream().filter(letter -> isBold(letter.getFont())).count();
        return bold * 2 > letters.size();
    }

    private static boolean isBold(PDFont font) {
        String name = font.getName();
        return name != null && LowerCase.of(name).matches(".*(?:bold|black|heavy|semibold|demi).*");
    }
}
