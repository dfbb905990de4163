package app.lede.local.command.terminal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;

/**
 * Says now and then how far long work has come. Silent in the first seconds, so short work shows nothing; whole lines
 * instead of a bar, so a log reads as well as a terminal. Thread safe.
 */
public final class Progress {

    private static final Duration EVERY = Duration.ofSeconds(3);

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

    /** So many of so many are done. */
    public void at(long done, long total) {
        say(String.format(Locale.ROOT, "%,d of %,d", done, total));
    }

    /** The state of the work in words, when it is not a plain count. */
    public synchronized void say(String state) {
        Instant now = clock.instant();
        if (Duration.between(lastSaid, now).compareTo(EVERY) < 0) {
            return;
        }
        lastSaid = now;
        terminal.message(
                work + ": " + state + " (" + Duration.between(start, now).toSeconds() + " s)");
    }
}
