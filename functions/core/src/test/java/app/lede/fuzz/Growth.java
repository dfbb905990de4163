package app.lede.fuzz;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Measures that time grows with the size of an input and hardly faster: {@value #GROWTH} times as many pieces may take
 * {@value #TOO_MUCH} times as long, an exponent of 1.2, where a step for each pair of pieces would take 64 times. Measured is the
 * processor time of this thread.
 *
 * <p>A case is what stands before the pieces, the piece, and what stands after them; {@code #} in a piece is its number. Where
 * more is set apart, the pieces stand there once more.
 */
final class Growth {

    static final int SMALL = Effort.of(40_000);
    private static final int GROWTH = 8;
    private static final int TOO_MUCH = 12;
    private static final int RUNS = 3;

    /** One run in proportion is enough: a busy machine makes runs slower, none makes what grows by the square faster. */
    private static final int TRIES = 12;

    /** Shorter times are made of anything. */
    private static final long NOISE = 2_000_000;

    private Growth() {}

    static void inProportion(String pieces, Consumer<byte[]> read) {
        inProportion(pieces, SMALL, read);
    }

    static void inProportion(String pieces, int small, Consumer<byte[]> read) {
        List<String> parts = List.of(pieces.split("…", -1));
        byte[] few = repeated(parts, small);
        byte[] many = repeated(parts, small * GROWTH);
        assertTrue(
                IntStream.range(0, TRIES)
                        .anyMatch(run -> ProcessorTime.of(() -> read.accept(many)) <= bound(few, read)),
                () -> "more than " + TOO_MUCH + " times as long for " + GROWTH + " times the pieces of: " + pieces);
    }

    /** Measures the bound anew for each try, so that both are measured under the same load. */
    private static long bound(byte[] few, Consumer<byte[]> read) {
        return TOO_MUCH
                * LongStream.range(0, RUNS)
                        .map(run -> Math.max(NOISE, ProcessorTime.of(() -> read.accept(few))))
                        .min()
                        .orElseThrow();
    }

    private static byte[] repeated(List<String> parts, int size) {
        StringBuilder run = new StringBuilder();
        for (int piece = 0; run.length() < size; piece++) {
            run.append(parts.get(1).replace("#", Integer.toString(piece)));
        }
        StringBuilder input = new StringBuilder(parts.get(0)).append(run).append(parts.get(2));
        parts.stream().skip(3).forEach(part -> input.append(run).append(part));
        return input.toString().getBytes(StandardCharsets.UTF_8);
    }
}
