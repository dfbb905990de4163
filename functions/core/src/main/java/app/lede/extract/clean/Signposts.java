package app.lede.extract.clean;

import app.lede.article.Block;
import app.lede.extract.page.Passage;
import app.lede.extract.page.Prose;
import app.lede.furniture.Furniture;

/**
 * Detects passages that read like the story but link to other articles or address the visitor.
 *
 * <p>Thread safe.
 */
public final class Signposts {

    private static final int MAX_POINTER_WORDS = 30;
    private static final double MOSTLY_LINK = 0.5;
    private static final double ALL_LINK = 0.95;
    private static final int MIN_TITLE_WORDS = 4;
    private static final int MAX_ANNOUNCEMENT_WORDS = 8;
    private static final int MAX_NOTICE_WORDS = 40;

    private final Furniture furniture;

    public Signposts(Furniture furniture) {
        this.furniture = furniture;
    }

    /**
     * Tests for "Read also: …" or A TITLE IN CAPITALS between paragraphs, mostly linked, or a link with text that
     * breaks off.
     */
    boolean pointsElsewhere(Passage passage) {
        return Prose.isTeaser(passage) || isPointer(passage);
    }

    private boolean isPointer(Passage passage) {
        return passage.kind() == Block.Kind.PARAGRAPH
                && passage.words() <= MAX_POINTER_WORDS
                && passage.linkedShare() > MOSTLY_LINK
                && (furniture.startsKey(passage.key()) || isShoutedLink(passage));
    }

    private static boolean isShoutedLink(Passage passage) {
        return passage.linkedShare() > ALL_LINK
                && passage.words() >= MIN_TITLE_WORDS
                && passage.text().chars().noneMatch(Character::isLowerCase)
                && passage.text().chars().anyMatch(Character::isUpperCase);
    }

    /** Tests for a line such as "You may also like"; the links below it lead to other articles. */
    boolean announcesOthers(Passage passage) {
        return passage.words() <= MAX_ANNOUNCEMENT_WORDS
                && passage.linkedShare() < MOSTLY_LINK
                && furniture.announcesKey(passage.key());
    }

    /** Tests whether a passage addresses the visitor; quotations are exempt. */
    public boolean isNotice(Passage passage) {
        String text = passage.text();
        return passage.words() <= MAX_NOTICE_WORDS
                && "\"“„«‘'「".indexOf(text.charAt(0)) < 0
                && text.indexOf('\n') < 0
                && furniture.isNoticeKey(passage.key());
    }
}
