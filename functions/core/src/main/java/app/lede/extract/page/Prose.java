package app.lede.extract.page;

/** Measures prose before the page is analysed: sentences outside the parts that never hold an article. */
public final class Prose {

    /** Minimum words of a sentence; shorter texts are as often labels. */
    private static final int MIN_WORDS = 12;

    private static final double MAX_LINKED = 0.5;
    private static final int MAX_TEASER_WORDS = 60;
    private static final double MIN_TITLE_SHARE = 0.12;

    /** Weight of sidebars and hidden parts, which hold the article only if no other place has as much text. */
    private static final double ASIDE = 0.2;

    private static final int CHROME = Region.NAV.mask()
            | Region.FOOTER.mask()
            | Region.FORM.mask()
            | Region.DIALOG.mask()
            | Region.COMMENTS.mask()
            | Region.CONSENT.mask();

    private static final int ASIDES = Region.ASIDE.mask() | Region.HIDDEN.mask() | Region.UNSEEN.mask();

    private Prose() {}

    /** Tests for a link to another article with its opening; a linked name is a smaller part of a sentence. */
    public static boolean isTeaser(Passage passage) {
        return passage.style().linkFirst()
                && passage.words() <= MAX_TEASER_WORDS
                && passage.linkedShare() >= MIN_TITLE_SHARE
                && isCutOff(passage.text());
    }

    /** Tests for text that breaks off; an ellipsis in round brackets marks an omission instead. */
    public static boolean isCutOff(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == ']') {
            end--;
        }
        return end > 0 && (text.charAt(end - 1) == '…' || text.startsWith("...", end - 3));
    }

    /** Counts the words of sentences outside links; 0 for labels, headings, menus and link lists. */
    public static double words(Passage passage) {
        Frame frame = passage.frame();
        boolean chrome = (frame.regions() & CHROME) != 0;
        boolean label = passage.isHeading() || passage.words() < MIN_WORDS || passage.linkedShare() > MAX_LINKED;
        if (chrome || label || isTeaser(passage)) {
            return 0;
        }
        double weight = (frame.regions() & ASIDES) != 0 ? ASIDE : 1;
        return weight * passage.words() * (1 - passage.linkedShare());
    }
}
