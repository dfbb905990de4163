package app.lede.grounding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Checks that the text says something of each name that the claim says of it: some part of a sentence must hold the name and
 * another word of the claim. "Ann won" is not supported by "Bea won; Ann lost".
 */
final class CompanyCheck implements Check {

    @Override
    public Optional<Doubt> on(Evidence evidence) {
        Passage claim = evidence.claim();
        if (claim.where(Token::quoted).findAny().isPresent()) {
            // Its speaker is checked with the quotation.
            return Optional.empty();
        }
        Source source = evidence.source();
        List<Token> words = claim.where(CompanyCheck::counts).toList();
        for (List<Token> name : runs(claim, source)) {
            List<Token> others =
                    words.stream().filter(word -> !name.contains(word)).toList();
            boolean alone = name.stream().noneMatch(part -> isInCompany(source, part, others));
            if (!others.isEmpty() && alone) {
                return Optional.of(
                        new Doubt(Falsehood.ROLE, name.stream().map(Token::text).collect(Collectors.joining(" "))));
            }
        }
        return subject(claim, source);
    }

    /** Checks what the claim begins with, name or not, against what stands behind its first function word. */
    private static Optional<Doubt> subject(Passage claim, Source source) {
        List<Token> tokens = claim.tokens();
        int first = 0;
        while (first < tokens.size() && !tokens.get(first).isContent()) {
            first++;
        }
        int end = first;
        while (end < tokens.size() && tokens.get(end).isContent()) {
            end++;
        }
        if (first == end) {
            return Optional.empty();
        }
        Token subject = tokens.get(first);
        List<Token> others = tokens.subList(end, tokens.size()).stream()
                .filter(CompanyCheck::counts)
                .toList();
        List<List<Token>> about = source.passages().stream()
                .flatMap(passage -> parts(passage).stream())
                .filter(part -> part.stream().anyMatch(token -> Passage.isSame(subject, token)))
                .toList();
        boolean alone = !about.isEmpty()
                && !others.isEmpty()
                && about.stream().noneMatch(part -> holdsAny(part, subject, others));
        return alone ? Optional.of(new Doubt(Falsehood.ROLE, subject.text())) : Optional.empty();
    }

    /** Returns the names of a claim, each with all its parts. */
    private static List<List<Token>> runs(Passage claim, Source source) {
        List<List<Token>> runs = new ArrayList<>();
        List<Token> tokens = claim.tokens();
        for (int i = 0; i < tokens.size(); i++) {
            int end = i;
            while (end < tokens.size() && source.isName(tokens.get(end)) && !source.isNoun(tokens, end)) {
                end++;
            }
            if (end > i) {
                runs.add(tokens.subList(i, end));
                i = end;
            }
        }
        return runs;
    }

    /** A sentence without a name of its own ("She resigned.") may be about those of the sentence before it. */
    private static boolean isInCompany(Source source, Token name, List<Token> others) {
        Passage before = null;
        for (Passage passage : source.passages()) {
            boolean refers = before != null
                    && source.names(passage).isEmpty()
                    && before.where(name::names).findAny().isPresent();
            boolean holds = parts(passage).stream()
                    .anyMatch(part -> (refers || part.stream().anyMatch(name::names)) && holdsAny(part, name, others));
            if (holds) {
                return true;
            }
            before = passage;
        }
        return false;
    }

    private static boolean counts(Token token) {
        return token.isContent() || token.isNumber() || token.isDate();
    }

    private static boolean holdsAny(List<Token> part, Token name, List<Token> others) {
        return part.stream()
                .anyMatch(token -> !name.names(token) && others.stream().anyMatch(other -> isSame(other, token)));
    }

    private static boolean isSame(Token one, Token other) {
        boolean date = one.isDate() && other.marks().stream().anyMatch(one.marks()::contains);
        return date || Passage.isSame(one, other);
    }

    /** Splits a sentence at semicolons. */
    private static List<List<Token>> parts(Passage passage) {
        List<List<Token>> parts = new ArrayList<>();
        int start = 0;
        List<Token> tokens = passage.tokens();
        for (int i = 0; i <= tokens.size(); i++) {
            if (i == tokens.size()
                    || (tokens.get(i).type() == Token.Type.BREAK
                            && tokens.get(i).text().equals(";"))) {
                parts.add(tokens.subList(start, i));
                start = i;
            }
        }
        return parts;
    }
}
