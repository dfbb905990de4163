package app.lede.edit;

import app.lede.article.ParsedArticle;
import app.lede.edit.RevisionText.Paragraph;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lists what a publisher changed between two revisions of an article. Taking every edit's passage of the earlier text out and
 * putting that of the later one in gives the later text, but for white space between paragraphs. Moved paragraphs are cut and
 * added. Time and memory are close to linear in the texts.
 */
public final class Edits {

    /** Cells of tables of common subsequences for one pair of texts; about 50 ms. */
    private static final long BUDGET = 20_000_000;

    /** Characters of a paragraph beyond which it is compared as a whole. */
    private static final int MOST_COMPARED = 20_000;

    /** Quotations of cut paragraphs that are looked up in the later text. */
    private static final int MOST_LOOKED_UP = 300;

    private final RevisionText before;
    private final RevisionText after;
    private final @Nullable String language;
    private final Alignment alignment = new Alignment(BUDGET);
    private final List<Edit> edits = new ArrayList<>();
    private int lookedUp;

    private Edits(RevisionText before, RevisionText after, @Nullable String language) {
        this.before = before;
        this.after = after;
        this.language = language;
    }

    /** Compares headlines and texts of two revisions of an article. */
    public static List<Edit> between(ParsedArticle before, ParsedArticle after) {
        List<Edit> edits = new ArrayList<>(
                ofHeadlines(before.metadata().headline(), after.metadata().headline()));
        String language = after.language() == null ? before.language() : after.language();
        edits.addAll(ofTexts(before.text(), after.text(), language));
        return edits;
    }

    /**
     * Compares two texts.
     *
     * @param language of the texts, BCP 47 primary tag; decides what capitals mean
     * @return in the order of the earlier text
     */
    public static List<Edit> ofTexts(String before, String after, @Nullable String language) {
        Edits edits = new Edits(new RevisionText(before), new RevisionText(after), language);
        edits.compare();
        return List.copyOf(edits.edits);
    }

    /** Compares two headlines; null or empty is none. */
    public static List<Edit> ofHeadlines(@Nullable String before, @Nullable String after) {
        RevisionText old = new RevisionText(before == null ? "" : before);
        RevisionText changed = new RevisionText(after == null ? "" : after);
        return old.isSame(changed)
                ? List.of()
                : List.of(new Edit(Edit.Type.HEADLINE, old.whole(), changed.whole(), List.of()));
    }

    private void compare() {
        alignment.hunks(texts(before), texts(after)).forEach(this::stretch);
    }

    private static List<String> texts(RevisionText text) {
        return text.paragraphs().stream().map(Paragraph::text).toList();
    }

    /** Types one stretch of paragraphs that differ. */
    private void stretch(Hunk hunk) {
        int at = hunk.from();
        int newAt = hunk.newFrom();
        for (int[] pair : ParagraphPairs.of(
                before.paragraphs().subList(hunk.from(), hunk.to()),
                after.paragraphs().subList(hunk.newFrom(), hunk.newTo()))) {
            unpaired(at, hunk.from() + pair[0], newAt, hunk.newFrom() + pair[1]);
            at = hunk.from() + pair[0] + 1;
            newAt = hunk.newFrom() + pair[1] + 1;
            rewritten(before.paragraphs().get(at - 1), after.paragraphs().get(newAt - 1));
        }
        unpaired(at, hunk.to(), newAt, hunk.newTo());
    }

    private void rewritten(Paragraph old, Paragraph changed) {
        if (old.text().length() > MOST_COMPARED || changed.text().length() > MOST_COMPARED) {
            edits.add(new Edit(Edit.Type.WORDING, before.passage(old), after.passage(changed), List.of()));
        } else {
            edits.addAll(WordEdits.of(before, old, after, changed, language, alignment));
        }
    }

    private void unpaired(int from, int to, int newFrom, int newTo) {
        for (int i = from; i < to; i++) {
            Paragraph cut = before.paragraphs().get(i);
            edits.add(new Edit(
                    Edit.Type.PARAGRAPH_CUT, before.passage(cut), after.before(newFrom), lostQuotations(cut, newFrom)));
        }
        for (int i = newFrom; i < newTo; i++) {
            Paragraph added = after.paragraphs().get(i);
            Edit.Type type =
                    CorrectionNotes.begins(added.text()) ? Edit.Type.CORRECTION_NOTE : Edit.Type.PARAGRAPH_ADDED;
            edits.add(new Edit(type, before.before(to), after.passage(added), List.of()));
        }
    }

    /** Returns the quotations of a paragraph that the later text has nowhere. */
    private List<Edit> lostQuotations(Paragraph cut, int place) {
        if (cut.text().length() > MOST_COMPARED) {
            return List.of();
        }
        List<Token> tokens = cut.tokens();
        return Quotations.in(tokens).stream()
                .map(range -> new Range(
                        tokens.get(range.from()).start(),
                        tokens.get(range.to() - 1).end()))
                .takeWhile(range -> lookedUp++ < MOST_LOOKED_UP)
                .filter(range -> !after.contains(cut.text().substring(range.from(), range.to())))
                .map(range -> new Edit(
                        Edit.Type.QUOTATION_REMOVED,
                        before.passage(cut.start() + range.from(), cut.start() + range.to()),
                        after.before(place),
                        List.of()))
                .toList();
    }
}
