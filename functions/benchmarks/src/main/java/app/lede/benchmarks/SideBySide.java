package app.lede.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Runs two engines over the same pages in one thread, alternating page by page. The order changes with each page and
 * round, so that neither gains from a warm cache or a slowing machine.
 */
final class SideBySide {

    /** Share of the pages that are no slower than the figure of slow pages. */
    private static final double SLOW = 0.95;

    private final List<Page> pages;
    private final Lane first;
    private final Lane second;

    SideBySide(List<Page> pages, Engine first, Engine second) {
        this.pages = pages;
        this.first = new Lane(first);
        this.second = new Lane(second);
    }

    /** One engine's results: cost per round, and text length and failures of the last round. */
    static final class Lane {
        private final Engine engine;
        private final List<Cost> rounds = new ArrayList<>();
        private final List<Double> slowest = new ArrayList<>();
        private final List<Long> cpus = new ArrayList<>();
        private Cost round = Cost.NONE;
        private long characters;
        private int failed;

        Lane(Engine engine) {
            this.engine = engine;
        }

        String name() {
            return engine.name();
        }

        /** Returns the number of characters found in all pages; using the text keeps it from being optimised away. */
        long characters() {
            return characters;
        }

        /** Returns the number of pages on which the engine threw. */
        int failed() {
            return failed;
        }

        private void run(byte[] bytes, String url) {
            Cost before = Cost.now();
            try {
                characters += engine.text(bytes, url).length();
            } catch (RuntimeException | StackOverflowError e) {
                failed++;
            }
            Cost cost = Cost.now().minus(before);
            cpus.add(cost.cpu());
            round = round.plus(cost);
        }

        private void begin() {
            cpus.clear();
            round = Cost.NONE;
            characters = 0;
            failed = 0;
        }

        private void end() {
            rounds.add(round);
            slowest.add(percentile(cpus));
        }

        private static double percentile(List<Long> measured) {
            List<Long> sorted = measured.stream().sorted().toList();
            return sorted.get((int) Math.ceil(SLOW * sorted.size()) - 1);
        }
    }

    /** Runs one round over all pages; {@code counted} rounds enter the result. */
    void round(int number, boolean counted) throws IOException {
        first.begin();
        second.begin();
        for (int i = 0; i < pages.size(); i++) {
            byte[] bytes = pages.get(i).bytes();
            boolean swapped = (i + number) % 2 == 1;
            (swapped ? second : first).run(bytes, pages.get(i).url());
            (swapped ? first : second).run(bytes, pages.get(i).url());
        }
        if (counted) {
            first.end();
            second.end();
        }
    }

    List<Lane> lanes() {
        return List.of(first, second);
    }

    /** Returns a figure of an engine per page, over the rounds. */
    Spread perPage(Lane lane, ToDoubleFunction<Cost> figure) {
        return Spread.of(lane.rounds.stream().mapToDouble(cost -> figure.applyAsDouble(cost) / pages.size()));
    }

    /** Returns the processor time in milliseconds that 95 of 100 pages stay within, over the rounds. */
    Spread slowPage(Lane lane) {
        return Spread.of(lane.slowest.stream().mapToDouble(nanoseconds -> nanoseconds / 1e6));
    }

    /** Returns the first engine's figure of slow pages divided by the second's, round by round. */
    Spread slowRatio() {
        return Spread.of(IntStream.range(0, first.slowest.size())
                .mapToDouble(i -> first.slowest.get(i) / second.slowest.get(i)));
    }

    /** Returns the first engine's figure divided by the second's, round by round. */
    Spread ratio(ToDoubleFunction<Cost> figure) {
        return Spread.of(IntStream.range(0, first.rounds.size())
                .mapToDouble(
                        i -> figure.applyAsDouble(first.rounds.get(i)) / figure.applyAsDouble(second.rounds.get(i))));
    }
}
