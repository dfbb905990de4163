package app.lede.extract;

import java.util.ArrayList;
import java.util.List;

/**
 * What readers feel in a text once it is found: the headline said again, a paragraph twice, a heading with nothing under it,
 * words of the page around it.
 */
final class BodyCleaning {

    /** Furniture is a line; a sentence of more words that starts like it is a sentence. */
    private static final int MAX_FURNITURE_WORDS = 7;

    private static final int MIN_HEADLINE_WORDS = 3;
    private static final int MAX_POINTER_WORDS = 30;
    private static final double MOSTLY_LINK = 0.5;
    private static final double ALL_LINK = 0.95;
    private static final int MIN_TITLE_WORDS = 4;
    private static final int MAX_ANNOUNCEMENT_WORDS = 8;
    private static final int MAX_NOTICE_WORDS = 40;

    private final Furniture furniture;

    BodyCleaning(Furniture furniture) {
        this.furniture = furniture;
    }

    List<Passage> clean(List<Passage> body, Metadata metadata, Trace.Log log) {
        String headline = metadata.headline() == null ? "" : Words.key(metadata.headline());
        boolean[] copies = Copies.of(body);
        List<Passage> clean = new ArrayList<>(body.size());
        boolean furnished = false;
        for (int i = 0; i < copies.length; i++) {
            Passage passage = body.get(i);
            boolean headed = repeatsHeadline(passage, headline);
            if (headed || copies[i]) {
                log.drop(passage.text(), headed ? "headline" : "repeated");
            } else if (isFurniture(passage)) {
                furnished = true;
                log.drop(passage.text(), "furniture");
            } else {
                if (furnished && passage.isHeading()) {
                    withoutLastHeadings(clean, log); // It was the heading of the furniture.
                }
                furnished = false;
                clean.add(passage);
            }
        }
        withoutLastHeadings(clean, log);
        return clean;
    }

    private static void withoutLastHeadings(List<Passage> clean, Trace.Log log) {
        while (!clean.isEmpty() && clean.getLast().isHeading()) {
            log.drop(clean.removeLast().text(), "heading without text");
        }
    }

    /**
     * "Read also: …" or A TITLE IN CAPITALS between two paragraphs, mostly a link, or a link and a text that breaks off: another
     * article, however well it fits in.
     */
    boolean pointsElsewhere(Passage passage) {
        return Prose.isTeaser(passage) || isPointer(passage);
    }

    private boolean isPointer(Passage passage) {
        return passage.kind() == Block.Kind.PARAGRAPH
                && passage.words() <= MAX_POINTER_WORDS
                && passage.linkedShare() > MOSTLY_LINK
                && (furniture.starts(passage.text()) || isShoutedLink(passage));
    }

    private static boolean isShoutedLink(Passage passage) {
        return passage.linkedShare() > ALL_LINK
                && passage.words() >= MIN_TITLE_WORDS
                && passage.text().chars().noneMatch(Character::isLowerCase)
                && passage.text().chars().anyMatch(Character::isUpperCase);
    }

    /** "You may also like", alone on a line: what is nothing but links below it leads to other articles. */
    boolean announcesOthers(Passage passage) {
        return passage.words() <= MAX_ANNOUNCEMENT_WORDS
                && passage.linkedShare() < MOSTLY_LINK
                && furniture.announces(passage.text());
    }

    /** What a page says to its visitor about itself; a quotation may say anything. */
    boolean isNotice(Passage passage) {
        String text = passage.text();
        return passage.words() <= MAX_NOTICE_WORDS
                && "\"“„«‘'「".indexOf(text.charAt(0)) < 0
                && text.indexOf('\n') < 0
                && furniture.isNotice(text);
    }

    private boolean isFurniture(Passage passage) {
        boolean notice = passage.text().startsWith("©");
        boolean line = passage.kind() == Block.Kind.PARAGRAPH && passage.words() <= MAX_FURNITURE_WORDS;
        return notice || (line && furniture.starts(passage.text()));
    }

    /** The headline itself, or its beginning alone on a line: a teaser of the article within the article. */
    private static boolean repeatsHeadline(Passage passage, String headline) {
        String key = Words.key(passage.text());
        if (headline.isEmpty() || key.isEmpty()) {
            return false;
        }
        boolean beginning = passage.words() >= MIN_HEADLINE_WORDS
                && headline.startsWith(key + " ")
                && Character.isLetterOrDigit(
                        passage.text().charAt(passage.text().length() - 1));
        return key.equals(headline) || beginning;
    }
}
