package app.lede.reprocess;

import app.lede.article.Article;
import app.lede.article.ParsedArticle;
import app.lede.library.ArticleJson;
import app.lede.summary.Summary;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compares a stored article with what today's pipeline makes of its document, field by field. */
final class Differences {

    /** UTF-16 units of an example. */
    private static final int LONGEST = 200;

    /** Units of the same text that an example of a changed text begins with. */
    private static final int BEFORE = 40;

    /** Fields that say where and when, not what. */
    private static final Set<String> APART =
            Set.of("id", "arrival", "changed", "revision", "documentId", "documentVersion", "parser", "precedence");

    private Differences() {}

    /** Returns a change for each field that differs. */
    static List<Reprocessing.Example> of(Article stored, ParsedArticle text, Rehearsal.Result.Made made) {
        ObjectNode before = ArticleJson.toJson(stored);
        ObjectNode after = ArticleJson.toJson(made.article());
        if (!stored.summary().by().equals(Summary.EXTRACTIVE)) {
            before.remove("summary");
            after.remove("summary");
        }
        Set<String> names = new TreeSet<>();
        before.fieldNames().forEachRemaining(names::add);
        after.fieldNames().forEachRemaining(names::add);
        names.removeAll(APART);
        List<Reprocessing.Example> changes = new ArrayList<>();
        String id = stored.id().value();
        for (String name : names) {
            @Nullable JsonNode old = before.get(name);
            @Nullable JsonNode now = after.get(name);
            if (old == null || !old.equals(now)) {
                changes.add(new Reprocessing.Example(id, name, shown(old), shown(now)));
            }
        }
        if (!text.text().equals(made.parsed().text())) {
            changes.add(texts(id, text.text(), made.parsed().text()));
        }
        return changes;
    }

    private static @Nullable String shown(@Nullable JsonNode value) {
        return value == null ? null : cut(value.isTextual() ? value.asText() : value.toString(), 0);
    }

    /** Shows both texts from shortly before their first difference on. */
    private static Reprocessing.Example texts(String id, String before, String after) {
        int at = 0;
        while (at < before.length() && at < after.length() && before.charAt(at) == after.charAt(at)) {
            at++;
        }
        int start = Math.max(0, at - BEFORE);
        return new Reprocessing.Example(id, "articleBody", cut(before, start), cut(after, start));
    }

    private static String cut(String text, int start) {
        int first =
                start > 0 && start < text.length() && Character.isLowSurrogate(text.charAt(start)) ? start - 1 : start;
        int end = Math.min(text.length(), first + LONGEST);
        int last = end < text.length() && Character.isLowSurrogate(text.charAt(end)) ? end - 1 : end;
        return (first > 0 ? "…" : "") + text.substring(Math.min(first, last), last) + (last < text.length() ? "…" : "");
    }
}
