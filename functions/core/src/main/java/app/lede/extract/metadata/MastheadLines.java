package app.lede.extract.metadata;

import app.lede.article.Block.Kind;
import app.lede.article.PublishedDate;
import app.lede.document.PaperName;
import app.lede.extract.page.Passage;
import app.lede.extract.trace.Trace;
import app.lede.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Removes lines from the beginning of a document that say nothing but its authors or its date, which are metadata then. */
public final class MastheadLines {

    /** Lines of the beginning. */
    private static final int MAX_LINES = 6;

    private static final int MAX_WORDS = 12;

    private MastheadLines() {}

    public static List<Passage> removedFrom(List<Passage> passages, Declared declared, Trace.Log log) {
        Set<String> authors =
                declared.article().authors().stream().map(Words::key).collect(Collectors.toSet());
        List<Passage> kept = new ArrayList<>();
        boolean begins = true;
        for (Passage passage : passages) {
            begins &= passage.words() <= MAX_WORDS && kept.size() <= MAX_LINES;
            boolean known = begins
                    && passage.kind() != Kind.TABLE
                    && (isDate(passage.text(), declared.article().datePublished()) || signs(passage.text(), authors));
            if (known) {
                log.drop(passage.text(), "authors or date");
            } else {
                kept.add(passage);
            }
        }
        return kept.isEmpty() ? passages : kept;
    }

    private static boolean isDate(String text, @Nullable PublishedDate date) {
        return date != null && Words.key(withoutDay(text)).equals(Words.key(withoutDay(date.raw())));
    }

    /** Removes the word for day that ends a date in East Asia, where there is one: its number says the same. */
    private static String withoutDay(String date) {
        String text = date.strip();
        return text.endsWith("日") || text.endsWith("일") ? text.substring(0, text.length() - 1) : text;
    }

    private static boolean signs(String text, Set<String> authors) {
        if (authors.contains(Words.key(text))) {
            return true;
        }
        List<String> names =
                Names.byline(text).map(line -> Names.in(List.of(line))).orElse(List.of());
        return !names.isEmpty()
                && names.stream().map(Words::key).allMatch(authors::contains)
                && Words.count(PaperName.without(Names.withoutBy(text)))
                        <= 2 * names.stream().mapToInt(Words::count).sum();
    }
}
