package app.lede.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/** The poller to compare with: every feed once in an interval of minutes, at a minute of its own, whatever comes of it. */
final class FixedPoller {

    private final Discoveries discoveries;
    private int requests;
    private Instant now;

    FixedPoller(List<Publisher> publishers, Predicate<Publisher> asked, int interval, Instant start, Duration time) {
        this.now = start;
        this.discoveries = new Discoveries(publishers, start, () -> now);
        Instant end = start.plus(time);
        for (Publisher publisher : publishers.stream().filter(asked).toList()) {
            int minute = Math.floorMod(publisher.address().hashCode(), interval);
            for (Instant turn = start.plusSeconds(60L * minute);
                    turn.isBefore(end);
                    turn = turn.plusSeconds(60L * interval)) {
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
