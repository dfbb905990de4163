package app.lede.extract.score;

import app.lede.article.Block.Kind;
import app.lede.edit.CorrectionNotes;
import app.lede.extract.page.Frame;
import app.lede.extract.page.FrameTotals;
import app.lede.extract.page.Passage;
import app.lede.extract.page.Region;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Gives the parts of a whole one verdict: the rows of a table of figures within the text, so that no header row stands
 * alone, a list that a paragraph announces, the notes below it, and a heading between paragraphs that are kept.
 */
final class WholeParts {

    private static final int MIN_ROWS = 3;
    private static final int MAX_ROW_WORDS = 25;
    private static final int MIN_NOTE_WORDS = 5;
    private static final int MAX_NOTE_WORDS = 120;
    private static final int MAX_CLIMB = 4;
    private static final int MAX_HEADINGS = 2;
    private static final double MAX_LINKED = 0.3;

    /**
     * Mean score of its rows above which a table is kept, in log-odds. Below one half, since figures have neither sentences nor
     * stops to score with; on the development half -2 leaves the body's F1 as it is.
     */
    private static final double TABLE = -2;

    /** Mean words of the terms and definitions of a list from which it tells something. */
    private static final int MIN_ITEM_WORDS = 3;

    private static final Pattern CONTACT = Pattern.compile("\\S@\\S|(?:\\d[ /()-]?){7}");
    /** Mean words of items from which those that end with a stop are sentences. */
    private static final int MIN_SENTENCE_WORDS = 4;

    private static final Set<String> LISTS = Set.of("ul", "ol", "dl");

    /** Characters of the label of a correction. */
    private static final int MAX_LABEL = 40;

    private static final int MAX_LAST_WORDS = 12;

    /** Matches one sentence, or a quotation of one. */
    private static final Pattern LAST = Pattern.compile("[“\"„«»]?\\p{Lu}[\\p{L} ,’'-]{1,90}[.!?]{1,2}[”\"“»«]?");

    private static final Set<String> NOTES = Set.of("footnote", "footnotes", "endnote", "endnotes");

    private static final int ELSEWHERE = Region.NAV.mask()
            | Region.FOOTER.mask()
            | Region.ASIDE.mask()
            | Region.RELATED.mask()
            | Region.COMMENTS.mask()
            | Region.FACTBOX.mask()
            | Region.SIGNUP.mask();

    private final List<Passage> passages;
    private final double[] scores;
    private final boolean[] kept;

    private WholeParts(List<Passage> passages, double[] scores, boolean[] kept) {
        this.passages = passages;
        this.scores = scores;
        this.kept = kept;
    }

    /** Changes the decisions about passages that are parts of a whole; linear in their number. */
    static void decide(List<Passage> passages, double[] scores, boolean[] kept) {
        WholeParts parts = new WholeParts(passages, scores, kept);
        parts.tables().values().forEach(parts::decideTable);
        parts.keepLists();
        parts.keepAnswers();
        parts.keepCorrections();
        parts.keepLastWords();
        parts.keepNotes();
        parts.keepHeadings();
    }

    private Map<Integer, List<Integer>> tables() {
        Map<Integer, List<Integer>> tables = new LinkedHashMap<>();
        for (int i = 0; i < kept.length; i++) {
            Frame table = passages.get(i).frame().in(Region.TABLE)
                    ? table(passages.get(i).frame())
                    : null;
            if (table != null) {
                tables.computeIfAbsent(table.id(), id -> new ArrayList<>()).add(i);
            }
        }
        return tables;
    }

    private static @Nullable Frame table(Frame within) {
        Frame frame = within;
        for (int climb = 0; frame != null && climb < MAX_CLIMB; climb++) {
            if (frame.tag().equals("table")) {
                return frame;
            }
            frame = frame.parent();
        }
        return null;
    }

    private void decideTable(List<Integer> rows) {
        int keptRows = (int) rows.stream().filter(i -> kept[i]).count();
        boolean figures = rows.size() >= MIN_ROWS && rows.stream().allMatch(this::isRow);
        if (!figures || !isWithinText(rows)) {
            return;
        }
        double mean = rows.stream().mapToDouble(i -> scores[i]).sum() / rows.size();
        boolean whole = mean > TABLE || keptRows * 2 > rows.size();
        rows.forEach(i -> kept[i] = whole);
    }

    private boolean isRow(int i) {
        Passage row = passages.get(i);
        return row.words() <= MAX_ROW_WORDS
                && row.linkedShare() <= MAX_LINKED
                && (row.frame().regions() & ELSEWHERE) == 0;
    }

    /** Tests for text of the article both before and after the table. */
    private boolean isWithinText(List<Integer> rows) {
        boolean before = false;
        for (int i = rows.getFirst() - 1; i >= 0 && !before; i--) {
            before = kept[i];
        }
        boolean after = false;
        for (int i = rows.getLast() + 1; i < kept.length && !after; i++) {
            after = kept[i];
        }
        return before && after;
    }

    /** Decides about the lists beside a kept paragraph, or below a heading beside one. */
    private void keepLists() {
        int text = -1;
        for (int i = 0; i + 1 < kept.length; i++) {
            Passage passage = passages.get(i);
            text = kept[i] && isText(passage) ? i : passage.isHeading() && i - text <= MAX_HEADINGS ? text : -1;
            Frame list = text < 0 ? null : listBeside(passages.get(text), passages.get(i + 1));
            if (list != null) {
                decideList(list, passages.get(text), i + 1, text == i);
            }
        }
    }

    /** Keeps a list that a paragraph announces, of which a part is kept, or that tells something in sentences. */
    private void decideList(Frame list, Passage before, int from, boolean follows) {
        int end = from;
        int words = 0;
        int told = 0;
        boolean plain = true;
        boolean begun = false;
        while (end < kept.length && isIn(list, passages.get(end))) {
            Passage item = passages.get(end);
            plain &= isRow(end) && !CONTACT.matcher(item.text()).find();
            told += item.text().endsWith(".") || item.text().endsWith("。") ? 1 : 0;
            words += item.words();
            begun |= kept[end];
            end++;
        }
        int items = end - from;
        boolean announced =
                follows && (before.text().endsWith(":") || before.text().endsWith("："));
        boolean defined = list.tag().equals("dl") && told > 0 && words >= MIN_ITEM_WORDS * items;
        boolean sentences = told * 2 > items && words >= MIN_SENTENCE_WORDS * items;
        for (int item = from; plain && (announced || defined || begun || sentences) && item < end; item++) {
            kept[item] = true;
        }
    }

    private static boolean isText(Passage passage) {
        return passage.kind() == Kind.PARAGRAPH && passage.words() >= MIN_ITEM_WORDS;
    }

    /** Returns the list that a passage begins if it stands in the same element as another; null if there is none. */
    private static @Nullable Frame listBeside(Passage before, Passage item) {
        Frame list = item.frame();
        for (int climb = 0; list != null && climb < MAX_CLIMB; climb++) {
            if (LISTS.contains(list.tag())) {
                return FrameTotals.parent(list).id()
                                == FrameTotals.parent(before.frame()).id()
                        ? list
                        : null;
            }
            list = list.parent();
        }
        return null;
    }

    private static boolean isIn(Frame list, Passage passage) {
        Frame frame = passage.frame();
        for (int climb = 0; frame != null && climb < MAX_CLIMB; climb++) {
            if (frame.id() == list.id()) {
                return true;
            }
            frame = frame.parent();
        }
        return false;
    }

    /** Keeps what a kept question of the page unfolds: the text of {@code details} below its {@code summary}. */
    private void keepAnswers() {
        for (int i = 0; i < kept.length; i++) {
            Frame frame = passages.get(i).frame();
            Frame details = frame.tag().equals("summary") ? frame.parent() : frame;
            if (!kept[i] || details == null || !details.tag().equals("details")) {
                continue;
            }
            for (int at = i + 1; at < kept.length && isIn(details, passages.get(at)); at++) {
                kept[at] |= isPlain(passages.get(at));
            }
        }
    }

    private static boolean isPlain(Passage passage) {
        return passage.linkedShare() <= MAX_LINKED && (passage.frame().regions() & ELSEWHERE) == 0;
    }

    /** Keeps a newsroom's correction above, within or below the text, directly beside a kept paragraph. */
    private void keepCorrections() {
        for (int i = 0; i < kept.length; i++) {
            Passage note = passages.get(i);
            boolean candidate = !kept[i]
                    && note.words() >= MIN_NOTE_WORDS
                    && note.words() <= MAX_NOTE_WORDS
                    && (note.frame().regions() & ELSEWHERE) == 0
                    && (isBeside(i, i - 1) || isBeside(i, i + 1));
            kept[i] |= candidate && isCorrection(note);
        }
    }

    /** Keeps a short sentence that ends the text: "She laughed." */
    private void keepLastWords() {
        int last = kept.length - 1;
        while (last >= 0 && !kept[last]) {
            last--;
        }
        int end = last + 1;
        if (last < 0 || end >= kept.length) {
            return;
        }
        Passage before = passages.get(last);
        Passage words = passages.get(end);
        boolean sentence = words.kind() == Kind.PARAGRAPH
                && before.kind() == Kind.PARAGRAPH
                && words.words() >= 2
                && words.words() <= MAX_LAST_WORDS
                && words.linkedShare() == 0
                && LAST.matcher(words.text()).matches();
        boolean alike = words.frame().tag().equals(before.frame().tag())
                && words.frame().nameTokens().equals(before.frame().nameTokens())
                && words.style().equals(before.style());
        kept[end] = sentence && alike && (words.frame().regions() & ELSEWHERE) == 0 && isBeside(end, last);
    }

    private static boolean isCorrection(Passage note) {
        String text = note.text();
        int colon = Math.max(text.indexOf(':'), text.indexOf('：'));
        return colon > 0
                && colon <= MAX_LABEL
                && text.indexOf('@') < 0
                && note.linkedShare() <= MAX_LINKED
                && CorrectionNotes.begins(text);
    }

    private boolean isBeside(int note, int text) {
        return text >= 0
                && text < kept.length
                && kept[text]
                && FrameTotals.parent(passages.get(note).frame()).id()
                        == FrameTotals.parent(passages.get(text).frame()).id();
    }

    private void keepNotes() {
        boolean begun = false;
        for (int i = 0; i < kept.length; i++) {
            Passage passage = passages.get(i);
            begun |= kept[i];
            boolean note = begun
                    && !kept[i]
                    && passage.words() >= MIN_NOTE_WORDS
                    && (passage.frame().regions() & ELSEWHERE) == 0
                    && isNote(passage.frame());
            kept[i] |= note;
        }
    }

    private static boolean isNote(Frame within) {
        Frame frame = within;
        for (int climb = 0; frame != null && climb < MAX_CLIMB; climb++) {
            if (frame.nameTokens().stream().anyMatch(NOTES::contains)) {
                return true;
            }
            frame = frame.parent();
        }
        return false;
    }

    /** Keeps the one or two headings between kept passages, directly beside the one they head. */
    private void keepHeadings() {
        boolean begun = false;
        for (int start = 0, end; start < kept.length; start = end) {
            end = start;
            while (end < kept.length && passages.get(end).isHeading()) {
                end++;
            }
            boolean between = begun && end < kept.length && kept[end];
            for (int i = Math.max(start, end - MAX_HEADINGS); i < end; i++) {
                kept[i] |= between && heads(passages.get(i), passages.get(end));
            }
            if (end == start) {
                begun = kept[end++];
            }
        }
    }

    private static boolean heads(Passage heading, Passage headed) {
        return heading.linkedShare() <= MAX_LINKED
                && (heading.frame().regions() & ELSEWHERE) == 0
                && (FrameTotals.parent(heading.frame()).id()
                                == FrameTotals.parent(headed.frame()).id()
                        || listBeside(heading, headed) != null);
    }
}
