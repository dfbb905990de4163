package app.lede.extract.clean;

import app.lede.extract.page.Passage;
import app.lede.extract.page.Region;
import app.lede.extract.score.BodySelection.Choice;
import app.lede.extract.score.PageContext;
import java.util.ArrayList;
import java.util.List;

/**
 * Decides the fate of each passage: one that scored as article may still lead to another page or stand beside the
 * story.
 */
public final class PassageFates {

    private static final double MOSTLY_LINK = 0.8;
    private static final int MIN_TITLE_WORDS = 4;

    /** Maximum words of a passage that points to other articles. */
    private static final int MAX_POINTER_WORDS = 60;

    /** Words from which a story is independent of the parts beside it; a shorter one may consist of them. */
    private static final int STORY_WORDS = 100;

    /**
     * Parts that stand beside a story, dropped whatever their score while they are small: captions, pointers to other articles,
     * sign-ups, notices, authors' boxes, cards that are links, and blocks that are not rendered.
     */
    private static final List<Region> PARTS =
            List.of(Region.RELATED, Region.SIGNUP, Region.CAPTION, Region.COLOPHON, Region.UNSEEN, Region.LINK);

    /**
     * Share of a page's words below which a part of its name is one. In a larger one stands the story: the rest of an article
     * behind "read more", a story told in captions, a link that is never closed.
     */
    private static final double SMALL = 0.2;

    /** Share of a page's words below which all such parts together are dropped. */
    private static final double FEW = 0.5;

    private static final int CHROME =
            Region.NAV.mask() | Region.FOOTER.mask() | Region.HEADER.mask() | Region.FORM.mask();

    public enum Fate {
        KEPT("kept"),
        UNLIKELY("not article"),
        POINTER("related"),
        OTHER_STORY("another story"),
        FACT_BOX("fact box"),
        CAPTION("caption"),
        NOTICE("notice");

        private final String reason;

        Fate(String reason) {
            this.reason = reason;
        }

        public String reason() {
            return reason;
        }
    }

    /** A scored passage and its fate. */
    public record Fated(Choice choice, Fate fate) {}

    private final Signposts signposts;
    private final OtherStories others;
    private final int besides;
    private final boolean storyStands;

    /** Index of the last kept passage; an embedded post between paragraphs is kept whatever its score. */
    private final int lastKept;

    private boolean begun;
    private boolean announced;

    private PassageFates(PageContext page, List<Choice> choices, Signposts signposts) {
        this.signposts = signposts;
        this.others = new OtherStories(page);
        int all = words(choices, ~0);
        int parts = 0;
        for (Region part : PARTS) {
            parts |= words(choices, part.mask()) < SMALL * all ? part.mask() : 0;
        }
        this.besides = words(choices, parts) < FEW * all ? Region.FACTBOX.mask() | parts : Region.FACTBOX.mask();
        int beside = words(choices, besides);
        int story = all - beside;
        this.storyStands = story >= STORY_WORDS || story > beside;
        int last = choices.size() - 1;
        while (last >= 0 && !choices.get(last).kept()) {
            last--;
        }
        this.lastKept = last;
    }

    /** Counts the words that scored as article in some regions; all bits stand for the whole page. */
    private static int words(List<Choice> choices, int regions) {
        int words = 0;
        for (Choice choice : choices) {
            boolean counts =
                    choice.kept() && (regions == ~0 || (choice.passage().frame().regions() & regions) != 0);
            words += counts ? choice.passage().words() : 0;
        }
        return words;
    }

    /**
     * Returns the fates in document order. If the rules would drop everything that scored as article, the scores
     * decide.
     */
    public static List<Fated> of(PageContext page, List<Choice> choices, Signposts signposts) {
        PassageFates fates = new PassageFates(page, choices, signposts);
        List<Fated> all = new ArrayList<>(choices.size());
        for (int i = 0; i < choices.size(); i++) {
            all.add(new Fated(choices.get(i), fates.next(choices.get(i), i)));
        }
        if (fates.begun) {
            return all;
        }
        return choices.stream()
                .map(choice -> new Fated(choice, choice.kept() ? Fate.KEPT : Fate.UNLIKELY))
                .toList();
    }

    private Fate next(Choice choice, int i) {
        Passage passage = choice.passage();
        boolean link = passage.linkedShare() > MOSTLY_LINK;
        boolean chrome = (passage.frame().regions() & CHROME) != 0;
        announced = begun && !chrome && (signposts.announcesOthers(passage) || (announced && link));
        boolean pointer =
                signposts.pointsElsewhere(passage) || (announced && link && passage.words() <= MAX_POINTER_WORDS);
        boolean shown = passage.frame().in(Region.EMBED) && begun && i < lastKept;
        if (!shown && (!choice.kept() || isWayAround(passage))) {
            return begun && (pointer || isTitle(passage)) ? Fate.POINTER : Fate.UNLIKELY;
        }
        Fate fate = others.hold(passage)
                ? Fate.OTHER_STORY
                : pointer
                        ? Fate.POINTER
                        : storyStands && isBeside(passage)
                                ? beside(passage)
                                : signposts.isNotice(passage) ? Fate.NOTICE : Fate.KEPT;
        begun |= fate == Fate.KEPT;
        return fate;
    }

    private boolean isBeside(Passage passage) {
        return (passage.frame().regions() & besides) != 0;
    }

    private static Fate beside(Passage passage) {
        int regions = passage.frame().regions();
        return Region.FACTBOX.in(regions)
                ? Fate.FACT_BOX
                : Region.CAPTION.in(regions)
                        ? Fate.CAPTION
                        : (regions & (Region.RELATED.mask() | Region.LINK.mask())) != 0
                                ? Fate.POINTER
                                : Region.UNSEEN.in(regions) ? Fate.UNLIKELY : Fate.NOTICE;
    }

    /** Tests for a navigation link; on very short pages the lines around it score high too. */
    private static boolean isWayAround(Passage passage) {
        return passage.frame().in(Region.NAV) && passage.linkedShare() > MOSTLY_LINK;
    }

    /** Tests for a title that is only a link, within or below the text: a pointer to another article. */
    private static boolean isTitle(Passage passage) {
        return passage.linkedShare() > MOSTLY_LINK && passage.words() >= MIN_TITLE_WORDS;
    }
}
