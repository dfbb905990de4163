package app.lede.simulation;

import app.lede.fetch.FetchOutcome;
import app.lede.fetch.HostGaps;
import app.lede.simulation.Publisher.Trouble;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** Records a poller's requests to hosts. */
final class Manners {

    private final Instant start;
    private final int[] byMinute;
    private final Map<String, Instant> lastAsked = new HashMap<>();
    private final Map<String, Instant> heldUntil = new HashMap<>();
    private final Map<Trouble, int[]> troubledByDay = new EnumMap<>(Trouble.class);
    private Duration closest = Duration.ofDays(1);
    private int duringHolds;
    private int requests;
    private int notModified;
    private int redirected;

    Manners(Instant start, Duration time) {
        this.start = start;
        this.byMinute = new int[Math.toIntExact(time.toMinutes()) + 1];
        for (Trouble trouble : Trouble.values()) {
            troubledByDay.put(trouble, new int[Math.toIntExact(time.toDays()) + 1]);
        }
    }

    void asked(Publisher publisher, URI url, Instant now) {
        String host = HostGaps.host(url);
        requests++;
        byMinute[Math.toIntExact(Duration.between(start, now).toMinutes())]++;
        if (publisher.isTroubled(now)) {
            byDay(publisher.trouble())[day(now)]++;
        }
        Instant last = lastAsked.put(host, now);
        if (last != null && Duration.between(last, now).compareTo(closest) < 0) {
            closest = Duration.between(last, now);
        }
        if (now.isBefore(heldUntil.getOrDefault(host, start))
                || now.isBefore(heldUntil.getOrDefault(url.toString(), start))) {
            duringHolds++;
        }
    }

    void answered(Publisher publisher, String host, FetchOutcome outcome, Instant now) {
        switch (outcome) {
            case FetchOutcome.Later later ->
                heldUntil.put(
                        later.hold() == FetchOutcome.Hold.HOST
                                ? host
                                : later.url().toString(),
                        later.notBefore());
            case FetchOutcome.NotModified same -> {
                notModified++;
                redirected += same.redirects().size();
            }
            case FetchOutcome.Fetched fetched ->
                redirected += fetched.redirects().size();
            default -> {}
        }
    }

    int requests() {
        return requests;
    }

    double notModifiedShare() {
        return (double) notModified / requests;
    }

    int redirected() {
        return redirected;
    }

    /** Returns the smallest gap between two requests to one host. */
    Duration closest() {
        return closest;
    }

    int duringHolds() {
        return duringHolds;
    }

    /** Returns the requests in the busiest minute after the first day. */
    int busiestMinute() {
        int busiest = 0;
        for (int minute = 1_440; minute < byMinute.length; minute++) {
            busiest = Math.max(busiest, byMinute[minute]);
        }
        return busiest;
    }

    double meanMinute() {
        return (double) requests / byMinute.length;
    }

    /** Returns the requests to feeds with a given failure, within some days. */
    int troubled(Trouble trouble, int fromDay, int toDay) {
        int sum = 0;
        for (int day = fromDay; day < toDay; day++) {
            sum += byDay(trouble)[day];
        }
        return sum;
    }

    private int[] byDay(Trouble trouble) {
        return troubledByDay.getOrDefault(trouble, new int[0]);
    }

    private int day(Instant now) {
        return Math.toIntExact(Duration.between(start, now).toDays());
    }
}
