package app.lede.local.command.bench.load;

import app.lede.local.calls.Durations;
import app.lede.local.command.terminal.Terminal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** Prints the results of a run as tables: a column for each step. */
final class LoadReport {
    private static final int MEDIAN = 50;
    private static final int HIGH = 99;

    private final Terminal terminal;

    LoadReport(Terminal terminal) {
        this.terminal = terminal;
    }

    /**
     * Prints all tables.
     *
     * @param unit of the heap's samples, such as {@code 1,000 articles}
     */
    void print(LoadResult result, String unit) {
        row("clients", result.steps(), step -> String.valueOf(step.clients()));
        row("articles", result.steps(), step -> String.valueOf(step.articles()));
        row("seconds", result.steps(), step -> tenths(step.seconds()));
        row("articles a second", result.steps(), step -> tenths(step.perSecond()));
        terminal.result("Invocations, p50 / p99 in ms");
        times(result.steps(), Step::functions);
        terminal.result("Requests, p50 / p99 in ms");
        times(result.steps(), Step::queries);
        terminal.result("Most messages in a queue, and at the end");
        depths(result);
        heap(result.heap(), unit);
        Accounts accounts = result.accounts();
        terminal.result(String.format(
                Locale.ROOT,
                "Sent %,d, outcomes %,d %s, lost %d, doubled %d, arrived again %d; articles listed %,d, searchable"
                        + " %,d, deleted %d",
                accounts.sent(),
                accounts.sent() - accounts.lost().size(),
                new TreeMap<>(accounts.outcomes()),
                accounts.lost().size(),
                accounts.doubled().size(),
                accounts.repeated(),
                result.listed(),
                result.indexed(),
                result.deleted()));
        result.faults().forEach(fault -> terminal.result("FAULT: " + fault));
    }

    private void times(List<Step> steps, Function<Step, Map<String, Durations>> times) {
        TreeSet<String> names = new TreeSet<>();
        steps.forEach(step -> times.apply(step).forEach((name, durations) -> {
            if (durations.number() > 0) {
                names.add(name);
            }
        }));
        for (String name : names) {
            row("  " + name, steps, step -> {
                Durations durations = times.apply(step).getOrDefault(name, new Durations());
                return durations.number() == 0
                        ? "–"
                        : tenths(durations.millis(MEDIAN)) + " / " + tenths(durations.millis(HIGH));
            });
        }
    }

    private void depths(LoadResult result) {
        new TreeMap<>(result.depths()).forEach((queue, left) -> {
            int most = result.steps().stream()
                    .mapToInt(step -> step.depths().getOrDefault(queue, 0))
                    .max()
                    .orElse(0);
            if (most > 0 || left > 0) {
                terminal.result(String.format(Locale.ROOT, "  %-24s%,8d%,8d", queue, most, left));
            }
        });
    }

    private void heap(Heap heap, String unit) {
        List<Heap.Sample> samples = heap.samples();
        terminal.result(String.format(
                Locale.ROOT,
                "Heap after collection: %.1f MB at the start, %.1f in the middle, %.1f at the end; slope %.3f MB for"
                        + " %s",
                samples.getFirst().megabytes(),
                samples.get(samples.size() / 2).megabytes(),
                samples.getLast().megabytes(),
                heap.slope(),
                unit));
    }

    private void row(String name, List<Step> steps, Function<Step, String> cell) {
        StringBuilder row = new StringBuilder(String.format(Locale.ROOT, "%-24s", name));
        steps.forEach(step -> row.append(String.format(Locale.ROOT, "%18s", cell.apply(step))));
        terminal.result(row.toString());
    }

    private static String tenths(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }
}
