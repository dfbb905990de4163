package app.lede.enrich;

import app.lede.enrich.Roles.Kind;
import app.lede.enrich.Tokens.Token;
import app.lede.text.LowerCase;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds organisations by their own names: a suffix ("Northbank Ltd", "Harbour Commission"), a head ("Université de Bouaké",
 * "Ministry of Health"), or the initials in brackets behind ("Free Ferry Movement (FFM)").
 *
 * <p>Further occurrences of the initials count. Scripts without capitals have no such names. Linear in the words. Thread safe.
 */
final class Organizations {

    private static final int MOST_PARTS = 6;
    private static final int MOST_ORGANIZATIONS = 60;
    private static final int SHORTEST_OPENER = 4;
    private static final int LONGEST_INITIALS = 8;

    private Organizations() {}

    static List<Mention> in(String text, List<Token> tokens, Roles roles) {
        NamedSpans spans = new NamedSpans(MOST_ORGANIZATIONS);
        Map<String, String> byInitials = new HashMap<>();
        Set<Integer> counted = new HashSet<>();
        for (int at = 0; at < tokens.size(); at++) {
            int end = tokens.get(at).capital() ? end(text, tokens, at) : at;
            if (end == at) {
                String full = byInitials.get(tokens.get(at).word());
                if (full != null && !counted.contains(at)) {
                    spans.add(full, tokens.get(at).start(), tokens.get(at).end());
                }
                continue;
            }
            String name = text.substring(
                            tokens.get(at).start(), tokens.get(end - 1).end())
                    .replace('\n', ' ');
            if (roles.is(Kind.NOT, LowerCase.of(name))) {
                at = end - 1;
                continue;
            }
            spans.add(name, tokens.get(at).start(), tokens.get(end - 1).end());
            if (hasInitials(text, tokens, at, end)) {
                byInitials.put(tokens.get(end).word(), name);
                counted.add(end);
            }
            at = end - 1;
        }
        return spans.mentions(text, Mention.ORGANIZATION);
    }

    /** Returns the end of the organisation's name that begins at a token; the token itself if none does. */
    private static int end(String text, List<Token> tokens, int at) {
        // "The" before a name is no part of it.
        Token first = tokens.get(at);
        if (first.word().equals("The") || (first.opens() && first.word().length() < SHORTEST_OPENER)) {
            return at;
        }
        int headed = headed(tokens, at);
        if (headed > at) {
            return headed;
        }
        int end = at;
        int suffixed = at;
        while (end < tokens.size()
                && end - at < MOST_PARTS
                && (end == at || tokens.get(end).joined())
                && (tokens.get(end).capital() || isLink(tokens, end))) {
            end++;
            boolean known = end - at >= 2
                    && tokens.get(end - 1).capital()
                    && tokens.get(end - 1).is(Kind.SUFFIX);
            suffixed = known ? end : suffixed;
        }
        if (suffixed > at) {
            return suffixed;
        }
        while (end > at && !tokens.get(end - 1).capital()) {
            end--;
        }
        return end - at >= 2 && hasInitials(text, tokens, at, end) ? end : at;
    }

    /** Returns the end of a name such as "Ministry of Public Health": a head, a linking word, then capitals. */
    private static int headed(List<Token> tokens, int at) {
        if (!tokens.get(at).is(Kind.HEAD) || at + 2 >= tokens.size()) {
            return at;
        }
        int end = at + 1;
        while (end < tokens.size()
                && end - at <= 2
                && tokens.get(end).joined()
                && tokens.get(end).is(Kind.OF)) {
            end++;
        }
        int named = end;
        while (named < tokens.size()
                && named - at < MOST_PARTS
                && tokens.get(named).joined()
                && tokens.get(named).capital()) {
            named++;
        }
        return named > end && end > at + 1 ? named : at;
    }

    private static boolean isLink(List<Token> tokens, int at) {
        return (tokens.get(at).word().equals("and") || tokens.get(at).is(Kind.OF))
                && at + 1 < tokens.size()
                && tokens.get(at + 1).joined()
                && tokens.get(at + 1).capital();
    }

    /** Tests whether the word in brackets behind a name is made of its initials. */
    private static boolean hasInitials(String text, List<Token> tokens, int at, int end) {
        if (end >= tokens.size()) {
            return false;
        }
        Token bracketed = tokens.get(end);
        String between = text.substring(tokens.get(end - 1).end(), bracketed.start());
        String word = bracketed.word();
        if (!between.equals(" (")
                || word.length() < 3
                || word.length() > LONGEST_INITIALS
                || !text.startsWith(")", bracketed.end())) {
            return false;
        }
        StringBuilder initials = new StringBuilder();
        for (Token token : tokens.subList(at, end)) {
            if (token.capital()) {
                initials.append(token.word().charAt(0));
            }
        }
        return initials.toString().equals(word);
    }
}
