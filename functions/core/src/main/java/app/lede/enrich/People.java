package app.lede.enrich;

import app.lede.enrich.Roles.Kind;
import app.lede.enrich.Tokens.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds persons whom the text itself shows to be persons: by a title or role before the name, or by a role or age behind it.
 *
 * <p>Further occurrences of such a name count, in full or by its last part. Scripts without capitals have no such names.
 * Linear in the words. Thread safe.
 */
final class People {

    private static final int MOST_PARTS = 4;
    private static final int MOST_PERSONS = 60;

    /** Words behind a comma within which a role stands: "the deputy finance minister". */
    private static final int ROLE_WITHIN = 4;

    private static final int OLDEST = 110;

    private People() {}

    /** A name as a run of tokens. */
    private record Run(int first, int end) {}

    /** Returns the persons in order of evidence, with their places in ascending order. */
    static List<Mention> in(String text, List<Token> tokens) {
        List<Run> runs = runs(tokens);
        Map<String, String> byLast = new HashMap<>();
        List<String> evident = new ArrayList<>();
        for (Run run : runs) {
            if (evident.size() < MOST_PERSONS && isEvident(text, tokens, run)) {
                String name = written(text, tokens, run);
                evident.add(name);
                byLast.putIfAbsent(tokens.get(run.end() - 1).word(), name);
            }
        }
        // "Mr Lowe" first, "Ada Lowe" later: the full name is the person's.
        for (String name : evident) {
            if (name.indexOf(' ') > 0) {
                byLast.put(name.substring(name.lastIndexOf(' ') + 1), name);
            }
        }
        NamedSpans spans = new NamedSpans(MOST_PERSONS);
        for (Run run : runs) {
            String name = written(text, tokens, run);
            String full = name.indexOf(' ') > 0 && evident.contains(name)
                    ? name
                    : run.end() - run.first() == 1 ? byLast.get(name) : null;
            if (full != null) {
                spans.add(
                        full,
                        tokens.get(run.first()).start(),
                        tokens.get(run.end() - 1).end());
            }
        }
        return spans.mentions(text, Mention.PERSON);
    }

    private static String written(String text, List<Token> tokens, Run run) {
        return text.substring(
                        tokens.get(run.first()).start(),
                        tokens.get(run.end() - 1).end())
                .replace('\u00a0', ' ');
    }

    /** Returns the runs of capitalised words, without titles and roles at their beginning. */
    private static List<Run> runs(List<Token> tokens) {
        List<Run> runs = new ArrayList<>();
        int at = 0;
        while (at < tokens.size()) {
            // "l'Élysée Alexis Kohler": what follows an elided article is a place or an office.
            if (tokens.get(at).elided() || !isPart(tokens.get(at))) {
                at++;
                continue;
            }
            int end = at + 1;
            while (end < tokens.size()
                    && end - at < MOST_PARTS
                    && tokens.get(end).joined()
                    && isPart(tokens.get(end))) {
                end++;
            }
            int joined = end;
            while (joined < tokens.size()
                    && tokens.get(joined).joined()
                    && joined - at < MOST_PARTS
                    && tokens.get(joined).is(Kind.PARTICLE)
                    && !tokens.get(joined).capital()) {
                joined++;
            }
            if (joined > end && joined < tokens.size() && tokens.get(joined).joined() && isPart(tokens.get(joined))) {
                end = joined + 1;
            }
            Run run = trimmed(tokens, at, end);
            if (run.end() > run.first()) {
                runs.add(run);
            }
            at = end;
        }
        return runs;
    }

    /** Leaves out articles and parties before a name, and days behind it: "But Tom Quill", "LREM Paul Morin", "Quill Sunday". */
    private static Run trimmed(List<Token> tokens, int first, int end) {
        int start = first;
        int stop = end;
        while (start < stop
                && (tokens.get(start).is(Kind.NONE)
                        || (stop - start > 2 && isAcronym(tokens.get(start).word())))) {
            start++;
        }
        while (stop > start && tokens.get(stop - 1).is(Kind.NONE)) {
            stop--;
        }
        return new Run(start, stop);
    }

    private static boolean isAcronym(String word) {
        return word.length() > 1 && word.indexOf('.') < 0 && word.codePoints().allMatch(Character::isUpperCase);
    }

    /** Tests for a capitalised word that is no title, role, digit or organisation's part. */
    private static boolean isPart(Token token) {
        return token.capital()
                && !token.precedesPerson()
                && !token.is(Kind.SUFFIX)
                && !token.is(Kind.HEAD)
                && !token.hasDigit();
    }

    private static boolean isEvident(String text, List<Token> tokens, Run run) {
        boolean single = run.end() - run.first() == 1;
        Token before = run.first() > 0 ? tokens.get(run.first() - 1) : null;
        boolean adjacent = before != null && tokens.get(run.first()).joined();
        Token first = tokens.get(run.first());
        if (first.word().length() < 2 || (single && first.word().endsWith("."))) {
            return false;
        }
        if (adjacent && before != null && ((before.is(Kind.TITLE) && isTitleHere(before)) || before.is(Kind.ROLE))) {
            return !single
                    || (first.word().length() > 2
                            && before.capital()
                            && (before.is(Kind.TITLE) || before.is(Kind.RANK)));
        }
        return !single && (hasAge(text, tokens, run) || hasRole(text, tokens, run));
    }

    /** Titles of one or two letters are words of other languages: they must be capitals or end in a full stop. */
    private static boolean isTitleHere(Token token) {
        return token.word().length() > 3 || token.capital();
    }

    private static boolean hasAge(String text, List<Token> tokens, Run run) {
        if (run.end() >= tokens.size()) {
            return false;
        }
        Token next = tokens.get(run.end());
        String between = text.substring(tokens.get(run.end() - 1).end(), next.start());
        boolean number = next.word().length() <= 2 && next.word().codePoints().allMatch(Character::isDigit);
        if (!number || !(between.equals(", ") || between.equals(" (") || between.equals(" ("))) {
            return false;
        }
        int age = Integer.parseInt(next.word());
        String after = text.substring(next.end(), Math.min(text.length(), next.end() + 5));
        boolean closed = between.equals(" (")
                ? after.startsWith(")")
                : after.startsWith(",")
                        || after.startsWith(" ans")
                        || after.startsWith(".")
                        || after.startsWith(" año");
        return age > 0 && age < OLDEST && closed;
    }

    /** Tests for a role in the words behind a comma. */
    private static boolean hasRole(String text, List<Token> tokens, Run run) {
        if (run.end() >= tokens.size()
                || !text.startsWith(", ", tokens.get(run.end() - 1).end())) {
            return false;
        }
        for (int i = run.end(); i < Math.min(tokens.size(), run.end() + ROLE_WITHIN); i++) {
            if (i > run.end() && !tokens.get(i).joined()) {
                return false;
            }
            if (tokens.get(i).is(Kind.ROLE)) {
                return true;
            }
        }
        return false;
    }
}
