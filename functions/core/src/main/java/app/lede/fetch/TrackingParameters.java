package app.lede.fetch;

import app.lede.text.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Query parameters that track referrals and never select content. */
final class TrackingParameters {

    private static final List<String> LINES = Table.lines(TrackingParameters.class, "tracking-parameters.txt");

    private static final Set<String> NAMES =
            LINES.stream().filter(line -> !line.endsWith("*")).collect(Collectors.toUnmodifiableSet());

    private static final List<String> PREFIXES = LINES.stream()
            .filter(line -> line.endsWith("*"))
            .map(line -> line.substring(0, line.length() - 1))
            .toList();

    private TrackingParameters() {}

    /** Returns the query without tracking and empty parameters; order and spelling of the others are kept. */
    static String removedFrom(String query) {
        return Arrays.stream(query.split("&"))
                .filter(Predicate.not(String::isEmpty))
                .filter(parameter -> !isTracking(name(parameter)))
                .collect(Collectors.joining("&"));
    }

    private static boolean isTracking(String name) {
        return NAMES.contains(name) || PREFIXES.stream().anyMatch(name::startsWith);
    }

    private static String name(String parameter) {
        int equals = parameter.indexOf('=');
        String name = equals < 0 ? parameter : parameter.substring(0, equals);
        return PercentEncoding.decode(name).toLowerCase(Locale.ROOT);
    }
}
