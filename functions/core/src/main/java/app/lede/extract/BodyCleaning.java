package app.lede.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What readers feel in a text once it is found: the headline said again, a paragraph twice, a heading with nothing under it. */
final class BodyCleaning {

    /** Furniture is a line; a sentence of more words that starts like it is a sentence. */
    private static final int MAX_FURNITURE_WORDS = 7;

    /** Shorter lines ("Yes.", "Advantages") may well stand twice. */
    private static final int MIN_REPEATED_WORDS = 6;

    private static final int MIN_HEADLINE_WORDS = 3;
    private static final int MAX_POINTER_WORDS = 30;
    private static final double MOSTLY_LINK = 0.5;
    private static final double ALL_LINK = 0.95;
    private static final int MIN_TITLE_WORDS = 4;
    private static final int MAX_ANNOUNCEMENT_WORDS = 10;

    private final Furniture furniture;

    BodyCleaning(Furniture furniture) {
        this.furniture = furniture;
    }

    List<Passage> clean(List<Passage> body, Metadata metadata, Trace.Log log) {
        String headline = metadata.headline() == null ? "" : Words.key(metadata.headline());
        Map<String, Passage> seen = new HashMap<>();
        List<Passage> clean = new ArrayList<>(body.size());
        for (Passage passage : body) {
            String key = Words.key(passage.text());
            if (repeatsHeadline(passage, key, headline)) {
                log.drop(passage.text(), "headline");
            } else if (passage.words() >= MIN_REPEATED_WORDS && isCopy(passage, seen.putIfAbsent(key, passage))) {
                log.drop(passage.text(), "repeated");
            } else if (furniture.isNotice(passage.text())) {
                log.drop(passage.text(), "notice");
            } else if (isFurniture(passage)) {
                withoutLastHeadings(clean, log);
                log.drop(passage.text(), "furniture");
            } else {
                clean.add(passage);
            }
        }
        withoutLastHeadings(clean, log);
        return clean;
    }

    /** A copy is set otherwise than what it copies; what stands in two places of one kind belongs there, as in a plan for a week. */
    private static boolean isCopy(Passage passage, @Nullable Passage earlier) {
        return earlier != null
                && !(passage.frame().id() != 0
                        && PageContext.shape(passage.frame()).equals(PageContext.shape(earlier.frame())));
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
        return passage.words() <= MAX_ANNOUNCEMENT_WORDS && furniture.starts(passage.text());
    }

    private boolean isFurniture(Passage passage) {
        boolean notice = passage.text().startsWith("©");
        boolean line = passage.kind() == Block.Kind.PARAGRAPH && passage.words() <= MAX_FURNITURE_WORDS;
        return notice || (line && furniture.starts(passage.text()));
    }

    /** The headline itself, or its beginning alone on a line: a teaser of the article within the article. */
    private static boolean repeatsHeadline(Passage passage, String key, String headline) {
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
