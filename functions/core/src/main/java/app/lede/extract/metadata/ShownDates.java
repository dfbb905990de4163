package app.lede.extract.metadata;

import app.lede.article.PublishedDate;
import app.lede.date.DateOrder;
import app.lede.extract.metadata.DateLabels.Kind;
import app.lede.extract.metadata.DateLabels.Label;
import app.lede.text.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the dates that a line shows with what they are of: "Published 4 March 2026, updated 5 March 2026", "입력 2026.03.04 수정
 * 2026.03.05", "2026年3月4日 公開". A label stands before its date; behind it only in lines whose first date has none before and whose
 * last has one behind.
 */
final class ShownDates {

    /** Maximum words between a label within a line and its date: "Updated 10:12 PM EST, Wed". */
    private static final int MAX_WORDS_BETWEEN = 6;

    private static final DateLabels LABELS = DateLabels.load();

    /** A date and what it is of, null if the line doesn't say. */
    record Shown(PublishedDate date, @Nullable Kind kind) {

        boolean isOfPublication() {
            return kind == Kind.PUBLISHED;
        }

        boolean isOfChange() {
            return kind == Kind.CHANGED;
        }

        /** Tests whether it may be the date of publication: a date of that, or one without a label. */
        boolean mayBePublication() {
            return kind == null || kind == Kind.PUBLISHED;
        }
    }

    private final DateFinder dates;
    private final String language;
    private final DateOrder order;

    /** The dates of lines read before, since a line is asked for several kinds. */
    private final Map<String, List<Shown>> known = new HashMap<>();

    ShownDates(DateFinder dates, String language, DateOrder order) {
        this.dates = dates;
        this.language = language;
        this.order = order;
    }

    /** Returns the dates of a line, in order. */
    List<Shown> in(String line) {
        List<Shown> before = known.get(line);
        if (before == null) {
            before = read(line);
            known.put(line, before);
        }
        return before;
    }

    private List<Shown> read(String line) {
        List<DateFinder.Found> found = dates.all(line, language, order);
        if (found.isEmpty()) {
            return List.of();
        }
        boolean behind = isLabelledBehind(line, found);
        List<Shown> shown = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            int from = i == 0 ? 0 : found.get(i - 1).end();
            int to = i + 1 < found.size() ? found.get(i + 1).start() : line.length();
            DateFinder.Found date = found.get(i);
            Optional<Kind> kind = behind
                    ? LABELS.last(line.substring(date.end(), to)).map(Label::kind)
                    : before(line.substring(from, date.start()), i == 0);
            shown.add(new Shown(date.date(), kind.orElse(null)));
        }
        return shown;
    }

    private static boolean isLabelledBehind(String line, List<DateFinder.Found> found) {
        return before(line.substring(0, found.getFirst().start()), true).isEmpty()
                && LABELS.last(line.substring(found.getLast().end())).isPresent();
    }

    /** Returns the kind of the last label in the text before a date, near it or at the line's beginning. */
    private static Optional<Kind> before(String text, boolean first) {
        return LABELS.last(text)
                .filter(label ->
                        (first && label.start() == 0) || Words.count(text.substring(label.end())) <= MAX_WORDS_BETWEEN)
                .map(Label::kind);
    }
}
