package app.lede.local.command.terminal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;

/**
 * Prints the progress of long work now and then, each time on a new line. Prints nothing during the first seconds.
 * Thread safe.
 */
public final class Progress {

    private static final Duration EVERY = Duration.ofSeconds(3);

    /** Width of the bar in characters. */
    private static final int BAR = 20;

    private final Terminal terminal;
    private final InstantSource clock;
    private final String work;
    private final Instant start;
    private Instant lastSaid;

    /** Creates the progress of some work, whose name starts each line. */
    public Progress(Terminal terminal, InstantSource clock, String work) {
        this.terminal = terminal;
        this.clock = clock;
        this.work = work;
        this.start = clock.instant();
        this.lastSaid = start;
    }

    /** Reports {@code done} of {@code total}, with a bar and the estimated time left. */
    public void at(long done, long total) {
        int filled = (int) (BAR * done / Math.max(1, total));
        long left = done == 0 ? 0 : elapsed(clock.instant()) * (total - done) / done;
        String bar = "█".repeat(filled) + "░".repeat(BAR - filled);
        say(String.format(Locale.ROOT, "%s %,d of %,d, about %d s left", bar, done, total, left));
    }

    /** Reports the state in words. */
    public synchronized void say(String state) {
        Instant now = clock.instant();
        if (Duration.between(lastSaid, now).compareTo(EVERY) < 0) {
            return;
        }
        lastSaid = now;
        terminal.message(work + ": " + state + " (" + elapsed(now) + " s)");
    }

    private long elapsed(Instant now) {
        return Duration.between(start, now).toSeconds();
    }
}
