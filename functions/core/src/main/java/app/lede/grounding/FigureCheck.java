package app.lede.grounding;

import app.lede.grounding.Mark.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks numbers, their units, and dates. */
final class FigureCheck implements Check {

    /** Tokens between a number and its unit or its month. */
    private static final int NEAR = 2;

    @Override
    public Optional<Doubt> on(Evidence evidence) {
        List<Token> claim = evidence.claim().tokens();
        for (int i = 0; i < claim.size(); i++) {
            Token token = claim.get(i);
            Optional<Doubt> doubt = Optional.empty();
            if (token.isDate()) {
                doubt = date(evidence, i);
            } else if (token.isNumber()) {
                doubt = number(evidence, i);
            }
            if (doubt.isPresent()) {
                return doubt;
            }
        }
        return unit(evidence);
    }

    /** Looks for a unit that no passage has; "year" may be left out of an age. */
    private static Optional<Doubt> unit(Evidence evidence) {
        return evidence.claim()
                .where(token -> !token.quoted() && token.is(Kind.UNIT))
                .filter(token -> token.of(Kind.UNIT)
                        .noneMatch(unit -> unit.equals("year")
                                || evidence.has(other -> other.of(Kind.UNIT).anyMatch(unit::equals))))
                .findFirst()
                .map(token -> new Doubt(Falsehood.UNIT, token.text()));
    }

    private static Optional<Doubt> number(Evidence evidence, int at) {
        Token number = evidence.claim().tokens().get(at);
        if (!evidence.has(other -> other.isNumber() && Passage.isSame(number, other))) {
            return Optional.of(new Doubt(Falsehood.NUMBER, number.text()));
        }
        Set<String> units = units(evidence.claim().tokens(), at);
        if (units.isEmpty()) {
            return Optional.empty();
        }
        boolean found = evidence.read().stream().anyMatch(passage -> hasUnit(passage.tokens(), number, units));
        return found
                ? Optional.empty()
                : Optional.of(new Doubt(Falsehood.UNIT, number.text() + " " + String.join("/", units)));
    }

    /** Tests for the number with one of the units, or for the number without any where its sentence has the unit elsewhere. */
    private static boolean hasUnit(List<Token> passage, Token number, Set<String> units) {
        for (int i = 0; i < passage.size(); i++) {
            if (passage.get(i).isNumber() && Passage.isSame(number, passage.get(i))) {
                Set<String> own = units(passage, i);
                boolean elsewhere = units.contains("year")
                        || passage.stream()
                                .anyMatch(token -> token.of(Kind.UNIT).anyMatch(units::contains));
                if (own.isEmpty() ? elsewhere : own.stream().anyMatch(units::contains)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Returns the units before and behind a number; mostly one or none. */
    private static Set<String> units(List<Token> tokens, int at) {
        Set<String> units = new HashSet<>();
        for (int i = at + 1; i < tokens.size() && i <= at + NEAR; i++) {
            Token token = tokens.get(i);
            if (token.is(Kind.UNIT)) {
                token.of(Kind.UNIT).forEach(units::add);
                break;
            }
            if (token.type() == Token.Type.BREAK
                    || token.isNumber()
                    || token.isDate()
                    || (i == at + NEAR - 1 && token.isContent())) {
                break;
            }
        }
        Token before = at > 0 ? tokens.get(at - 1) : tokens.get(at);
        if (before.type() == Token.Type.SYMBOL || before.text().endsWith("$")) {
            before.of(Kind.UNIT).forEach(units::add);
        }
        return units;
    }

    /** Checks a weekday or month, and the day of a month. */
    private static Optional<Doubt> date(Evidence evidence, int at) {
        List<Token> claim = evidence.claim().tokens();
        Token name = claim.get(at);
        List<String> days = days(claim, at);
        for (Passage passage : evidence.read()) {
            List<Token> tokens = passage.tokens();
            for (int i = 0; i < tokens.size(); i++) {
                boolean same = tokens.get(i).marks().stream()
                        .filter(mark -> mark.kind() == Kind.MONTH || mark.kind() == Kind.WEEKDAY)
                        .anyMatch(name.marks()::contains);
                if (same && (days.isEmpty() || days(tokens, i).stream().anyMatch(days::contains))) {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(new Doubt(Falsehood.DATE, name.text()));
    }

    /** Returns the figures beside a month that may be its day. */
    private static List<String> days(List<Token> tokens, int at) {
        List<String> days = new ArrayList<>();
        if (!tokens.get(at).is(Kind.MONTH)) {
            return days;
        }
        for (int i = Math.max(0, at - NEAR); i <= at + 1 && i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.type() == Token.Type.FIGURE) {
                token.values().stream().filter(value -> value.length() <= 2).forEach(days::add);
            }
        }
        return days;
    }
}
