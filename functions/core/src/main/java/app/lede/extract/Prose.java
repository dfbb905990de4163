package app.lede.extract;

/** What counts as prose before anything is known of the page: sentences, outside of the parts that never hold an article. */
final class Prose {

    /** Fewer words than this are a label, a name or a heading as often as a sentence. */
    private static final int MIN_WORDS = 12;

    private static final double MAX_LINKED = 0.5;
    private static final int MAX_TEASER_WORDS = 60;
    private static final double MIN_TITLE_SHARE = 0.12;

    /** Sidebars and hidden parts do hold an article now and then, but not when another place has as much text. */
    private static final double ASIDE = 0.2;

    private static final int CHROME = Region.NAV.mask()
            | Region.FOOTER.mask()
            | Region.FORM.mask()
            | Region.DIALOG.mask()
            | Region.COMMENTS.mask()
            | Region.CONSENT.mask();

    private static final int ASIDES = Region.ASIDE.mask() | Region.HIDDEN.mask() | Region.UNSEEN.mask();

    private Prose() {}

    /** A link to another article, and how that begins; a name that is linked in a sentence is a smaller part of it. */
    static boolean isTeaser(Passage passage) {
        return passage.style().linkFirst()
                && passage.words() <= MAX_TEASER_WORDS
                && passage.linkedShare() >= MIN_TITLE_SHARE
                && isCutOff(passage.text());
    }

    /** Whether a text breaks off where the rest stands elsewhere; three dots in round brackets mean that something is left out. */
    static boolean isCutOff(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == ']') {
            end--;
        }
        return end > 0 && (text.charAt(end - 1) == '…' || text.startsWith("...", end - 3));
    }

    /** Words of sentences in a passage, links not counted; 0 for labels, headings, menus and lists of links. */
    static double words(Passage passage) {
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
