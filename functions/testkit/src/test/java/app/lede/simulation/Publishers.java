package app.lede.simulation;

import app.lede.simulation.Publisher.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Generates publishers: a tenth newsrooms, a quarter magazines, the rest blogs, a third of which are silent. Newsrooms
 * and magazines publish by day in their time zones; two of five feeds share twenty hosts; one of eight fails on some
 * day.
 */
final class Publishers {

    private static final Duration HISTORY = Duration.ofDays(60);
    private static final int DAY = 86_400;
    private static final int SHARED_HOSTS = 20;

    private final SplittableRandom random;
    private final Instant start;
    private final Duration time;

    private Publishers(long seed, Instant start, Duration time) {
        this.random = new SplittableRandom(seed);
        this.start = start;
        this.time = time;
    }

    static List<Publisher> of(int count, long seed, Instant start, Duration time) {
        Publishers publishers = new Publishers(seed, start, time);
        return IntStream.range(0, count).mapToObj(publishers::publisher).toList();
    }

    private Publisher publisher(int number) {
        String host = random.nextInt(5) < 2
                ? "shared-" + random.nextInt(SHARED_HOSTS) + ".example"
                : "site-" + number + ".example";
        Trouble trouble = trouble();
        Instant since = start.plusSeconds(random.nextLong(time.toSeconds() / 2));
        boolean ends = trouble == Trouble.NO_ADDRESS || trouble == Trouble.MISSING || trouble == Trouble.GONE;
        long end = (ends ? since : start.plus(time)).getEpochSecond();
        return new Publisher(
                number,
                host,
                "https://" + host + "/f" + number,
                trouble,
                since,
                LongStream.of(published()).filter(at -> at < end).toArray());
    }

    private Trouble trouble() {
        int lot = random.nextInt(1_000);
        return lot < 30
                ? Trouble.NO_ADDRESS
                : lot < 60
                        ? Trouble.MISSING
                        : lot < 70
                                ? Trouble.GONE
                                : lot < 85
                                        ? Trouble.MOVED
                                        : lot < 115 ? Trouble.OVERLOADED : lot < 125 ? Trouble.STRICT : Trouble.NONE;
    }

    private long[] published() {
        int lot = random.nextInt(100);
        if (lot < 10) {
            return entries(20 + random.nextDouble(130), true);
        }
        if (lot < 35) {
            return entries(1 + random.nextDouble(7), true);
        }
        return lot < 78 ? entries(0.03 + random.nextDouble(0.7), false) : longAgo();
    }

    /** Generates a Poisson process by thinning; no entries at night. */
    private long[] entries(double perDay, boolean sleeps) {
        double rate = (sleeps ? perDay * 24 / 16 : perDay) / DAY;
        long zone = random.nextInt(24) * 3_600L;
        List<Long> times = new ArrayList<>();
        double at = start.minus(HISTORY).getEpochSecond();
        long end = start.plus(time).getEpochSecond();
        while (at < end) {
            at -= Math.log(1 - random.nextDouble()) / rate;
            long hour = Math.floorMod((long) at + zone, (long) DAY) / 3_600;
            if (!sleeps || (hour >= 6 && hour < 22)) {
                times.add((long) at);
            }
        }
        return times.stream()
                .mapToLong(time -> time)
                .filter(moment -> moment < end)
                .toArray();
    }

    private long[] longAgo() {
        long last = start.minus(Duration.ofDays(100L + random.nextInt(1_000))).getEpochSecond();
        return LongStream.range(0, Publisher.WINDOW)
                .map(i -> last - (Publisher.WINDOW - i) * 3L * DAY)
                .toArray();
    }
}
