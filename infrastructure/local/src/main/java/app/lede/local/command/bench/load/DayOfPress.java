package app.lede.local.command.bench.load;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Makes up newspapers as a press has them: a tenth newsrooms with 20 to 150 entries a day, a quarter magazines with one to eight,
 * both silent at night in their time zones; the others blogs, a third of which publish nothing. One of twenty feeds is missing or
 * broken. The same seed gives the same press.
 */
final class DayOfPress {
    private static final int WINDOW = 15;
    private static final int DAY = 86_400;
    private static final int HOUR = 3_600;
    private static final int MORNING = 6;
    private static final int NIGHT = 22;

    private final SplittableRandom random;
    private final Instant start;
    private final Duration time;

    private DayOfPress(long seed, Instant start, Duration time) {
        this.random = new SplittableRandom(seed);
        this.start = start;
        this.time = time;
    }

    /** Returns newspapers with their entries from some before the start until the end of the time. */
    static List<Press.Newspaper> of(int sources, long seed, Instant start, Duration time) {
        DayOfPress day = new DayOfPress(seed, start, time);
        List<Press.Newspaper> papers = new ArrayList<>();
        int first = 0;
        for (int source = 0; source < sources; source++) {
            List<Instant> published = day.published();
            papers.add(new Press.Newspaper(first, published, WINDOW, day.status()));
            first += published.size();
        }
        return papers;
    }

    private int status() {
        int lot = random.nextInt(100);
        return lot < 3 ? 404 : lot < 5 ? 500 : 200;
    }

    private List<Instant> published() {
        int lot = random.nextInt(100);
        if (lot < 10) {
            return entries(20 + random.nextDouble(130), true);
        }
        if (lot < 35) {
            return entries(1 + random.nextDouble(7), true);
        }
        return lot < 78 ? entries(0.03 + random.nextDouble(0.7), false) : known(Duration.ofDays(30));
    }

    private List<Instant> known(Duration gap) {
        List<Instant> known = new ArrayList<>();
        for (int entry = Ladder.KNOWN; entry > 0; entry--) {
            known.add(start.minus(gap.multipliedBy(entry)));
        }
        return known;
    }

    /** Adds a Poisson process, thinned at night, to some entries of its rhythm before the start. */
    private List<Instant> entries(double perDay, boolean sleeps) {
        double rate = (sleeps ? perDay * 24 / (NIGHT - MORNING) : perDay) / DAY;
        long zone = random.nextInt(24) * (long) HOUR;
        List<Instant> entries = known(Duration.ofSeconds((long) (DAY / perDay)));
        double seconds = 0;
        while (seconds < time.toSeconds()) {
            seconds -= Math.log(1 - random.nextDouble()) / rate;
            Instant at = start.plusSeconds((long) seconds);
            long hour = Math.floorMod(at.getEpochSecond() + zone, (long) DAY) / HOUR;
            if (seconds < time.toSeconds() && (!sleeps || (hour >= MORNING && hour < NIGHT))) {
                entries.add(at);
            }
        }
        return entries;
    }
}
