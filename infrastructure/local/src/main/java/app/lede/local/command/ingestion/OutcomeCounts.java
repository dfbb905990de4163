package app.lede.local.command.ingestion;

import app.lede.document.Outcome;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Renders the last line of a run: the number of documents per outcome. */
final class OutcomeCounts {

    /** Order of the outcomes; others follow alphabetically. */
    private static final List<String> ORDER =
            Arrays.stream(Outcome.values()).map(Outcome::label).toList();

    private OutcomeCounts() {}

    /**
     * Returns a line such as {@code 11 stored, 1 unchanged, 2 empty, 0 lost}: always stored and lost, others if there
     * are any.
     */
    static String line(Collection<String> outcomes, int lost) {
        Map<String, Long> counts = outcomes.stream()
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
        Stream<String> others = counts.keySet().stream().filter(outcome -> !ORDER.contains(outcome));
        return Stream.concat(ORDER.stream(), others)
                        .filter(outcome -> outcome.equals("stored") || counts.containsKey(outcome))
                        .map(outcome -> counts.getOrDefault(outcome, 0L) + " " + outcome + ", ")
                        .collect(Collectors.joining())
                + lost + " lost";
    }
}
