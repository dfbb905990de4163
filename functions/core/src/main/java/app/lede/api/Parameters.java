package app.lede.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads a request's query and collects its faults. Unknown parameters are faults: a filter silently ignored would
 * return wrong data.
 */
final class Parameters {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    /** Maximum number of values of one parameter, as in openapi.yaml. */
    private static final int MOST_VALUES = 20;

    /** First instant that RFC 3339 can express; beyond it, text does not sort like time. */
    private static final Instant FIRST_MOMENT = Instant.parse("0000-01-01T00:00:00Z");

    private static final Instant LAST_MOMENT = Instant.parse("9999-12-31T23:59:59.999Z");

    private final Map<String, List<String>> query;
    private final List<Problem.Fault> faults = new ArrayList<>();

    Parameters(Request request, Set<String> known) {
        this(request.query(), known);
    }

    Parameters(Map<String, List<String>> query, Set<String> known) {
        this.query = query;
        query.keySet().stream()
                .filter(name -> !known.contains(name))
                .sorted()
                .forEach(name -> fault(
                        name,
                        known.isEmpty()
                                ? "unknown parameter; this route takes none"
                                : "unknown parameter; known are " + String.join(", ", sorted(known))));
    }

    /**
     * Returns all values of a parameter in canonical form, whether it is repeated or its values are separated by commas. A
     * comma within a value is written {@code \\,} and a backslash {@code \\\\}.
     */
    Set<String> values(String name, UnaryOperator<String> form, Predicate<String> valid, String expected) {
        Set<String> values = new LinkedHashSet<>();
        List<String> alternatives = given(name).stream()
                .flatMap(given -> alternatives(given).stream())
                .toList();
        if (alternatives.size() > MOST_VALUES) {
            fault(name, "expected at most " + MOST_VALUES + " values, found " + alternatives.size());
            return values;
        }
        for (String given : alternatives) {
            String value = form.apply(given.strip());
            if (valid.test(value)) {
                values.add(value);
            } else {
                fault(name, "expected " + expected + ", found '" + Problem.cut(given) + "'");
            }
        }
        return values;
    }

    private static List<String> alternatives(String given) {
        List<String> alternatives = new ArrayList<>();
        StringBuilder value = new StringBuilder();
        for (int i = 0; i < given.length(); i++) {
            char c = given.charAt(i);
            boolean escapes = c == '\\' && i + 1 < given.length() && "\\,".indexOf(given.charAt(i + 1)) >= 0;
            if (c == ',') {
                alternatives.add(value.toString());
                value.setLength(0);
            } else {
                i += escapes ? 1 : 0;
                value.append(given.charAt(i));
            }
        }
        alternatives.add(value.toString());
        return alternatives;
    }

    /** Returns the value of a parameter that must not repeat. */
    Optional<String> one(String name) {
        List<String> given = given(name);
        if (given.size() > 1) {
            fault(name, "given more than once");
        }
        return given.stream().findFirst();
    }

    /** Returns the choice that a parameter names; empty where none is given. An unknown one is a fault. */
    <T> Optional<T> choice(String name, List<T> choices, Function<T, String> label) {
        Optional<String> given = one(name);
        Optional<T> chosen = given.flatMap(value -> choices.stream()
                .filter(choice -> label.apply(choice).equals(value))
                .findFirst());
        if (given.isPresent() && chosen.isEmpty()) {
            fault(name, "expected one of " + choices.stream().map(label).collect(Collectors.joining(", ")));
        }
        return chosen;
    }

    int number(String name, int least, int most, int otherwise) {
        Optional<String> given = one(name);
        if (given.isEmpty()) {
            return otherwise;
        }
        if (NUMBER.matcher(given.get()).matches()) {
            int number = Integer.parseInt(given.get());
            if (number >= least && number <= most) {
                return number;
            }
        }
        fault(name, "expected a number from " + least + " to " + most + ", found '" + Problem.cut(given.get()) + "'");
        return otherwise;
    }

    /** Returns a time, inclusive; a bare date is the start of its day in UTC. */
    Optional<Instant> from(String name) {
        return moment(name, 0);
    }

    /** Returns a time, exclusive; a bare date is the end of its day in UTC, so that the day is included. */
    Optional<Instant> to(String name) {
        return moment(name, 1);
    }

    private Optional<Instant> moment(String name, int daysLater) {
        Optional<String> given = one(name);
        if (given.isEmpty()) {
            return Optional.empty();
        }
        String text = given.get().strip();
        try {
            Instant moment = text.length() == 10
                    ? LocalDate.parse(text)
                            .plusDays(daysLater)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant()
                    // An unescaped plus sign in a query arrives as a space.
                    : OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
            return Optional.of(bounded(moment));
        } catch (DateTimeException e) {
            fault(
                    name,
                    "expected a date (2026-01-31) or a time (2026-01-31T12:00:00Z), found '" + Problem.cut(given.get())
                            + "'");
            return Optional.empty();
        }
    }

    private static Instant bounded(Instant moment) {
        return moment.isBefore(FIRST_MOMENT) ? FIRST_MOMENT : moment.isAfter(LAST_MOMENT) ? LAST_MOMENT : moment;
    }

    void fault(String name, String detail) {
        faults.add(new Problem.Fault(name, detail));
    }

    /** Returns all faults so far. */
    List<Problem.Fault> faults() {
        return List.copyOf(faults);
    }

    /** Returns the error response, if there were faults. */
    Optional<Answer> problem() {
        return faults.isEmpty() ? Optional.empty() : Optional.of(Problem.badRequest(faults));
    }

    /** Returns the names of the parameters of the request, sorted. */
    List<String> given() {
        return sorted(query.keySet());
    }

    private List<String> given(String name) {
        return query.getOrDefault(name, List.of());
    }

    private static List<String> sorted(Set<String> names) {
        return names.stream().sorted().toList();
    }
}
