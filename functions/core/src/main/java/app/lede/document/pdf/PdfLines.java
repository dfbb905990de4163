package app.lede.document.pdf;

import app.lede.document.CleanText;
import app.lede.document.Reading.Problem;
import app.lede.document.ReadingRefused;
import app.lede.text.LowerCase;
import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
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

    private final List<PdfLine> lines = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final List<TextPosition> letters = new ArrayList<>();
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
        return collected.lines;
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        if (++operators > MAX_OPERATORS) {
            throw new ReadingRefused(Problem.TOO_LARGE, "its pages ask for more than " + MAX_OPERATORS + " operations");
        }
        super.processOperator(operator, operands);
    }

    @Override
    protected void processTextPosition(TextPosition letter) {
        if (++drawn <= MAX_LETTERS) {
            super.processTextPosition(letter);
        }
    }

    @Override
    protected void writeString(String word, List<TextPosition> positions) {
        text.append(word);
        letters.addAll(positions);
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
        String line = clean(text.toString());
        if (!line.isEmpty() && !letters.isEmpty()) {
            TextPosition first = letters.getFirst();
            TextPosition last = letters.getLast();
            lines.add(new PdfLine(
                    getCurrentPageNo(),
                    line,
                    first.getXDirAdj(),
                    last.getXDirAdj() + last.getWidthDirAdj(),
                    first.getYDirAdj(),
                    first.getPageHeight() > 0 ? first.getYDirAdj() / first.getPageHeight() : 0,
                    size(),
                    isBold()));
        }
        text.setLength(0);
        letters.clear();
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
