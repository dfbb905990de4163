package app.lede.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The poller to compare with: every feed each hour, at a minute of its own, whatever comes of it. */
final class FixedPoller {

    private static final int INTERVAL = 60;

    private final Discoveries discoveries;
    private int requests;
    private Instant now;

    FixedPoller(List<Publisher> publishers, Instant start, Duration time) {
        this.now = start;
        this.discoveries = new Discoveries(publishers, start, () -> now);
        Instant end = start.plus(time);
        for (Publisher publisher : publishers) {
            int minute = Math.floorMod(publisher.address().hashCode(), INTERVAL);
            for (Instant turn = start.plusSeconds(60L * minute);
                    turn.isBefore(end);
                    turn = turn.plusSeconds(60L * INTERVAL)) {
                requests++;
                now = turn;
                if (publisher.delivers(turn)) {
                    discoveries.seen(publisher.number(), turn);
                }
            }
        }
    }

    int requests() {
        return requests;
    }

    Discoveries discoveries() {
        return discoveries;
    }
}
