package app.lede.extract;

/** What counts as prose before anything is known of the page: sentences, outside of the parts that never hold an article. */
final class Prose {

    /** Fewer words than this are a label, a name or a heading as often as a sentence. */
    private static final int MIN_WORDS = 12;

    private static final double MAX_LINKED = 0.5;

    /** Sidebars and hidden parts do hold an article now and then, but not when another place has as much text. */
    private static final double ASIDE = 0.2;

    private Prose() {}

    /** Words of sentences in a passage, links not counted; 0 for labels, headings, menus and lists of links. */
    static double words(Passage passage) {
        Frame frame = passage.frame();
        boolean chrome =
                frame.in(Region.NAV) || frame.in(Region.FOOTER) || frame.in(Region.FORM) || frame.in(Region.DIALOG);
        boolean label = passage.isHeading() || passage.words() < MIN_WORDS || passage.linkedShare() > MAX_LINKED;
        if (chrome || label) {
            return 0;
        }
        double weight = frame.in(Region.ASIDE) || frame.in(Region.HIDDEN) ? ASIDE : 1;
        return weight * passage.words() * (1 - passage.linkedShare());
    }
}
