package app.lede.edit;

import app.lede.edit.RevisionText.Paragraph;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Types the differences between two versions of one paragraph. A difference that meets a quotation or a name is widened to the
 * whole of it on both sides.
 */
final class WordEdits {

    private final RevisionText before;
    private final RevisionText after;
    private final Paragraph old;
    private final Paragraph changed;
    private final List<Token> tokens;
    private final List<Token> newTokens;
    private final List<Range> quotations;
    private final List<Range> newQuotations;
    private final List<Range> names;
    private final List<Range> newNames;

    private WordEdits(
            RevisionText before, Paragraph old, RevisionText after, Paragraph changed, @Nullable String language) {
        this.before = before;
        this.after = after;
        this.old = old;
        this.changed = changed;
        this.tokens = old.tokens();
        this.newTokens = changed.tokens();
        this.quotations = Quotations.in(tokens);
        this.newQuotations = Quotations.in(newTokens);
        this.names = Names.in(tokens, language);
        this.newNames = Names.in(newTokens, language);
    }

    static List<Edit> of(
            RevisionText before,
            Paragraph old,
            RevisionText after,
            Paragraph changed,
            @Nullable String language,
            Alignment alignment) {
        if (CorrectionNotes.begins(changed.text())) {
            return List.of(new Edit(Edit.Type.CORRECTION_NOTE, before.passage(old), after.passage(changed), List.of()));
        }
        WordEdits edits = new WordEdits(before, old, after, changed, language);
        List<Hunk> hunks = edits.overSpaces(alignment.hunks(texts(edits.tokens), texts(edits.newTokens)));
        return edits.typed(hunks);
    }

    private static List<String> texts(List<Token> tokens) {
        return tokens.stream().map(Token::text).toList();
    }

    /** Joins neighbours between which there is only white space. */
    private List<Hunk> overSpaces(List<Hunk> hunks) {
        return joined(hunks, (one, other) -> tokens.subList(one.to(), other.from()).stream()
                .allMatch(Token::isSpace));
    }

    private static List<Hunk> joined(List<Hunk> hunks, BiPredicate<Hunk, Hunk> together) {
        List<Hunk> joined = new ArrayList<>();
        for (Hunk hunk : hunks) {
            if (!joined.isEmpty() && together.test(joined.getLast(), hunk)) {
                joined.add(joined.removeLast().join(hunk));
            } else {
                joined.add(hunk);
            }
        }
        return joined;
    }

    private List<Edit> typed(List<Hunk> differences) {
        List<Hunk> hunks = Widening.over(differences, names, newNames);
        List<Edit> edits = new ArrayList<>();
        for (Hunk wide : Widening.over(hunks, quotations, newQuotations)) {
            List<Edit> within = hunks.stream()
                    .filter(hunk -> isWithin(hunk, wide))
                    .map(hunk -> edit(plain(hunk), hunk, List.of()))
                    .toList();
            if (meets(quotations, wide.from(), wide.to())) {
                edits.add(quotation(wide, within));
            } else {
                edits.addAll(within);
            }
        }
        return edits;
    }

    private Edit quotation(Hunk wide, List<Edit> within) {
        boolean remains = meets(newQuotations, wide.newFrom(), wide.newTo());
        return edit(
                remains ? Edit.Type.QUOTATION_ALTERED : Edit.Type.QUOTATION_REMOVED,
                wide,
                within.stream().filter(edit -> edit.type() != Edit.Type.WORDING).toList());
    }

    private static boolean isWithin(Hunk hunk, Hunk wide) {
        return hunk.from() >= wide.from()
                && hunk.to() <= wide.to()
                && hunk.newFrom() >= wide.newFrom()
                && hunk.newTo() <= wide.newTo();
    }

    private Edit.Type plain(Hunk hunk) {
        String added = changed.text().substring(start(newTokens, hunk.newFrom()), start(newTokens, hunk.newTo()));
        if (CorrectionNotes.begins(added)) {
            return Edit.Type.CORRECTION_NOTE;
        }
        List<String> numbers = numbers(tokens, hunk.from(), hunk.to());
        List<String> newNumbers = numbers(newTokens, hunk.newFrom(), hunk.newTo());
        if (!numbers.isEmpty() && !newNumbers.isEmpty() && !numbers.equals(newNumbers)) {
            return Edit.Type.NUMBER;
        }
        return numbers.isEmpty()
                        && newNumbers.isEmpty()
                        && meets(names, hunk.from(), hunk.to())
                        && meets(newNames, hunk.newFrom(), hunk.newTo())
                ? Edit.Type.NAME
                : Edit.Type.WORDING;
    }

    private static boolean meets(List<Range> ranges, int from, int to) {
        return ranges.stream().anyMatch(range -> range.meets(from, to));
    }

    private static List<String> numbers(List<Token> tokens, int from, int to) {
        return tokens.subList(from, to).stream()
                .filter(Token::isNumber)
                .map(Token::text)
                .toList();
    }

    private Edit edit(Edit.Type type, Hunk hunk, List<Edit> contains) {
        return new Edit(
                type,
                before.passage(old.start() + start(tokens, hunk.from()), old.start() + start(tokens, hunk.to())),
                after.passage(
                        changed.start() + start(newTokens, hunk.newFrom()),
                        changed.start() + start(newTokens, hunk.newTo())),
                contains);
    }

    private static int start(List<Token> tokens, int place) {
        return place < tokens.size()
                ? tokens.get(place).start()
                : tokens.isEmpty() ? 0 : tokens.getLast().end();
    }
}
