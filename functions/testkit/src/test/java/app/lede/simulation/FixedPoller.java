package app.lede.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/** The baseline: polls every feed at a fixed interval and minute, whatever the result. */
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
