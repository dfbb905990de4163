package app.lede.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

/**
 * Runs a step once for each of its calls of a port and has it die there, before the call (as if throttled) and after it (as if its
 * answer were lost); the message is then delivered again. The result must equal that of a run without deaths.
 */
public final class EveryCrash {

    private static final Duration SKEW = Duration.ofMinutes(10);

    /** Delay of a redelivery; a crashed function keeps its host's slot for a minute. */
    private static final Duration REDELIVERY = Duration.ofMinutes(2);

    private EveryCrash() {}

    /** Stores that outlive a function, and one run of the step over them. */
    public interface World {

        /** Handles the message at the given time, over ports that may crash. */
        void handle(InstantSource clock, Crashes crashes);

        /** Returns everything that a later step or a user could see. */
        Object end();
    }

    /** Asserts that every death is made good by one redelivery, and that there are at least so many places to die. */
    public static void isMadeGood(int leastDeaths, Supplier<World> worlds) {
        isMadeGood(leastDeaths, worlds, Samples.NOON, List.of(Samples.NOON.plus(REDELIVERY)));
    }

    /**
     * Asserts the same for containers whose clocks differ by ten minutes: the one that dies is ahead of
     * the next, or behind. A message that one of them delays is delivered again.
     */
    public static void isMadeGoodUnderSkew(int leastDeaths, Supplier<World> worlds) {
        Instant noon = Samples.NOON;
        Instant late = noon.plus(SKEW).plus(REDELIVERY);
        isMadeGood(leastDeaths, worlds, noon.plus(SKEW), List.of(noon, late));
        isMadeGood(leastDeaths, worlds, noon.minus(SKEW), List.of(noon, late));
    }

    private static void isMadeGood(int leastDeaths, Supplier<World> worlds, Instant first, List<Instant> again) {
        World clean = worlds.get();
        clean.handle(() -> Samples.NOON, Crashes.never());
        int deaths = 0;
        while (dies(worlds.get(), deaths + 1, first, again, clean.end())) {
            deaths++;
        }
        assertTrue(deaths >= leastDeaths, "died only " + deaths + " times");
    }

    private static boolean dies(World world, int step, Instant first, List<Instant> again, Object cleanEnd) {
        Crashes crashes = Crashes.atStep(step);
        boolean died = crashes.during(() -> world.handle(() -> first, crashes));
        again.forEach(time -> world.handle(() -> time, Crashes.never()));
        assertEquals(cleanEnd, world.end(), () -> "after a death at step " + step);
        return died;
    }
}
