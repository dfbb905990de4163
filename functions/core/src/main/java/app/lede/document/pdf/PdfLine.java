package app.lede.document.pdf;

/**
 * A line of text on a page. Lengths are in points, from the page's upper left corner.
 *
 * @param page from 1
 * @param share vertical position as a share of the page's height, 0 to 1
 * @param size font size
 */
record PdfLine(int page, String text, float left, float right, float baseline, float share, float size, boolean bold) {

    boolean endsSentence() {
        int end = text.length() - 1;
        while (end > 0 && "\"'”’»)]".indexOf(text.charAt(end)) >= 0) {
            end--;
        }
        return ".!?。！？।۔؟:…".indexOf(text.charAt(end)) >= 0;
    }

    boolean startsLower() {
        return Character.isLowerCase(text.codePointAt(0));
    }

    boolean hasSizeOf(PdfLine other) {
        return Math.abs(size - other.size) < 0.08f * Math.max(size, other.size);
    }
}
