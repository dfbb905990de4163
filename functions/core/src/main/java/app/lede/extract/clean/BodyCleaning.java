package app.lede.extract.clean;

import app.lede.article.Block;
import app.lede.date.RelativeTime;
import app.lede.extract.metadata.Declared;
import app.lede.extract.metadata.ReporterLine;
import app.lede.extract.page.Passage;
import app.lede.extract.trace.Trace;
import app.lede.furniture.Furniture;
import app.lede.text.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * Cleans the selected text: removes a repeated headline, duplicate paragraphs, empty headings and boilerplate phrases.
 */
public final class BodyCleaning {

    /** Maximum words of a furniture line; longer ones are sentences. */
    private static final int MAX_FURNITURE_WORDS = 7;

    private static final int MIN_HEADLINE_WORDS = 3;

    private final Furniture furniture;

    public BodyCleaning(Furniture furniture) {
        this.furniture = furniture;
    }

    public List<Passage> clean(List<Passage> body, Declared declared, Trace.Log log) {
        String headline = declared.headline() == null ? "" : Words.key(declared.headline());
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
        List<Passage> notes =
                clean.subList(AuthorNote.end(clean, declared.article().authors()), clean.size());
        notes.forEach(note -> log.drop(note.text(), "author's note"));
        notes.clear();
        withoutLastHeadings(clean, log);
        return clean;
    }

    private static void withoutLastHeadings(List<Passage> clean, Trace.Log log) {
        while (!clean.isEmpty() && clean.getLast().isHeading()) {
            log.drop(clean.removeLast().text(), "heading without text");
        }
    }

    private boolean isFurniture(Passage passage) {
        boolean notice = passage.text().startsWith("©");
        boolean line = passage.kind() == Block.Kind.PARAGRAPH && passage.words() <= MAX_FURNITURE_WORDS;
        boolean signed = passage.kind() == Block.Kind.PARAGRAPH && ReporterLine.isAlone(passage.text());
        return notice
                || signed
                || (line && (furniture.startsKey(passage.key()) || RelativeTime.isAlone(passage.text())));
    }

    /** Tests for the headline, or its beginning on a line of its own: a teaser of the article within itself. */
    private static boolean repeatsHeadline(Passage passage, String headline) {
        String key = passage.key();
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
