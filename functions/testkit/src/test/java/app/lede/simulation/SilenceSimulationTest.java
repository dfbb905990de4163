package app.lede.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.alert.SourceAlert;
import app.lede.testkit.LongRunning;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** 100 sources and two seeds; {@code -Dsilence.sources} and {@code -Dsilence.seeds} run more. The table is printed. */
@LongRunning
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SilenceSimulationTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final int SOURCES = Integer.getInteger("silence.sources", 100);
    private static final int SEEDS = Integer.getInteger("silence.seeds", 2);

    private List<Listening> runs = List.of();

    @BeforeAll
    void run() {
        runs = LongStream.range(0, SEEDS)
                .mapToObj(seed -> new Listening(SOURCES, 100 + seed, START))
                .toList();
        System.out.print(table());
    }

    @Test
    void false_alarms_are_at_most_one_in_100_weeks_of_known_sources() {
        assertTrue(falseAlarms() <= 0.01 * learnedWeeks(), this::table);
    }

    @Test
    void every_frequent_source_that_falls_silent_is_noticed() {
        assertEquals(muted(8, 1_000), delays(8, 1_000).length, this::table);
        assertTrue(delays(8, 1_000)[delays(8, 1_000).length / 2] < 36, this::table);
    }

    @Test
    void a_silence_is_told_once_until_it_ends() {
        for (Listening run : runs) {
            run.told(SourceAlert.Kind.SILENT).stream()
                    .collect(Collectors.groupingBy(SourceAlert::source))
                    .forEach((source, silences) -> {
                        long ends = run.told(SourceAlert.Kind.RESUMED).stream()
                                .filter(end -> end.source().equals(source))
                                .count();
                        assertTrue(silences.size() - ends <= 1, source + ": " + silences + ", " + ends + " ends");
                    });
        }
    }

    private long learnedWeeks() {
        return runs.stream().mapToLong(Listening::learnedWeeks).sum();
    }

    private long falseAlarms() {
        return runs.stream().mapToLong(run -> run.falseAlarms().size()).sum();
    }

    private long muted(double least, double most) {
        return runs.stream().mapToLong(run -> run.muted(least, most)).sum();
    }

    private double[] delays(double least, double most) {
        return runs.stream()
                .flatMapToDouble(run -> Arrays.stream(run.delays(least, most)))
                .sorted()
                .toArray();
    }

    private String table() {
        StringBuilder table = new StringBuilder("""
            %,d sources, %,d seeds, %,d days: %,d source-weeks, %,d of them with a known rhythm
            false alarms              %d (%.2f in 100 known weeks)
            """.formatted(
                        SOURCES,
                        SEEDS,
                        Listening.TIME.toDays(),
                        runs.stream().mapToLong(Listening::weeks).sum(),
                        learnedWeeks(),
                        falseAlarms(),
                        100.0 * falseAlarms() / learnedWeeks()));
        line(table, "20 or more a day", 20, 10_000);
        line(table, "1 to 20 a day", 1, 20);
        line(table, "less than 1 a day", 0.05, 1);
        runs.forEach(run -> run.falseAlarms().forEach(alarm -> table.append("  false: ")
                .append(run.publisher(alarm).trouble())
                .append(' ')
                .append(alarm.at())
                .append(" since ")
                .append(alarm.since())
                .append(' ')
                .append(alarm.reason())
                .append(System.lineSeparator())));
        return table.toString();
    }

    private void line(StringBuilder table, String name, double least, double most) {
        double[] delays = delays(least, most);
        table.append("%-20s muted %3d, noticed %3d, hours to the alert: median %5.1f, most %5.1f%n"
                .formatted(
                        name,
                        muted(least, most),
                        delays.length,
                        delays.length == 0 ? Double.NaN : delays[delays.length / 2],
                        delays.length == 0 ? Double.NaN : delays[delays.length - 1]));
    }
}
