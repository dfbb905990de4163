package app.lede.local.command.terminal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;

/**
 * Says now and then how far long work has come. Silent in the first seconds, so short work shows nothing; each time a
 * line of its own, so a log reads as well as a terminal. Thread safe.
 */
public final class Progress {

    private static final Duration EVERY = Duration.ofSeconds(3);

    /** Characters of the whole bar. */
    private static final int BAR = 20;

    private final Terminal terminal;
    private final InstantSource clock;
    private final String work;
    private final Instant start;
    private Instant lastSaid;

    /** Progress of a work, named as its lines shall begin. */
    public Progress(Terminal terminal, InstantSource clock, String work) {
        this.terminal = terminal;
        this.clock = clock;
        this.work = work;
        this.start = clock.instant();
        this.lastSaid = start;
    }

    /** So many of so many are done; with a bar, and how long the rest takes at the pace so far. */
    public void at(long done, long total) {
        int filled = (int) (BAR * done / Math.max(1, total));
        long left = done == 0 ? 0 : elapsed(clock.instant()) * (total - done) / done;
        String bar = "█".repeat(filled) + "░".repeat(BAR - filled);
        say(String.format(Locale.ROOT, "%s %,d of %,d, about %d s left", bar, done, total, left));
    }

    /** The state of the work in words, when it is not a plain count. */
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
