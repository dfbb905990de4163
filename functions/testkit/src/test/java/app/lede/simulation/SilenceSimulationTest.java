package app.lede.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.testkit.LongRunning;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** 200 sources and three seeds; {@code -Dsilence.sources} and {@code -Dsilence.seeds} run more. The table is printed. */
@LongRunning
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SilenceSimulationTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final int SOURCES = Integer.getInteger("silence.sources", 200);
    private static final int SEEDS = Integer.getInteger("silence.seeds", 3);

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
        assertTrue(falseAlarms() <= 0.01 * knownWeeks(), this::table);
    }

    @Test
    void every_newsroom_that_falls_silent_is_noticed_within_two_days() {
        List<Double> delays = delays(20, 1_000);
        assertEquals(muted(20, 1_000), delays.size(), this::table);
        assertTrue(delays.getLast() < 48, this::table);
    }

    @Test
    void a_silence_is_told_once_until_it_ends() {
        for (Listening run : runs) {
            run.told().stream()
                    .collect(Collectors.groupingBy(Listening.Told::publisher))
                    .forEach((publisher, told) -> {
                        for (int i = 0; i < told.size(); i++) {
                            assertEquals(i % 2 == 1, told.get(i).isEnd(), publisher.address() + ": " + told);
                        }
                    });
        }
    }

    private long knownWeeks() {
        return runs.stream().mapToLong(Listening::knownWeeks).sum();
    }

    private long falseAlarms() {
        return runs.stream().mapToLong(run -> run.falseAlarms().size()).sum();
    }

    private long muted(double least, double most) {
        return runs.stream().mapToLong(run -> run.muted(least, most)).sum();
    }

    private List<Double> delays(double least, double most) {
        return runs.stream()
                .flatMap(run -> run.delays(least, most).stream())
                .sorted()
                .toList();
    }

    private String table() {
        StringBuilder table = new StringBuilder("""
            %,d sources, %,d seeds, %,d days each: %,d weeks of sources with a known rhythm
            false alarms %d, which are %.2f in 100 weeks
            """.formatted(
                        SOURCES,
                        SEEDS,
                        Listening.TIME.toDays(),
                        knownWeeks(),
                        falseAlarms(),
                        100.0 * falseAlarms() / knownWeeks()));
        line(table, "20 or more a day", 20, 10_000);
        line(table, "1 to 20 a day", 1, 20);
        line(table, "less than 1 a day", 0.1, 1);
        runs.forEach(run -> run.falseAlarms()
                .forEach(alarm -> table.append("  false: %s at %s, %s%n"
                        .formatted(alarm.publisher().trouble(), alarm.at(), alarm.silence()))));
        return table.toString();
    }

    private void line(StringBuilder table, String name, double least, double most) {
        List<Double> delays = delays(least, most);
        table.append("%-18s muted %3d, noticed within 28 days %3d, hours: median %6.1f, most %6.1f%n"
                .formatted(
                        name,
                        muted(least, most),
                        delays.size(),
                        delays.isEmpty() ? Double.NaN : delays.get(delays.size() / 2),
                        delays.isEmpty() ? Double.NaN : delays.getLast()));
    }
}
