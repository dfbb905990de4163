package app.lede.testkit;

import app.lede.fetch.HostGate;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Keeps one slot per host in a map. Thread safe. */
public final class InMemoryHostGate implements HostGate {

    private final Map<String, Host> hosts = new HashMap<>();
    private long entered;

    /** State of one host; {@code tail} is the last reserved time slot. */
    private static final class Host {
        private @Nullable String token;
        private Instant leaseEnds = Instant.MIN;
        private Instant quietUntil = Instant.MIN;
        private Instant tail = Instant.MIN;
    }

    @Override
    public synchronized Admission enter(String name, Duration pause, Instant now) {
        Host host = hosts.computeIfAbsent(name, unknown -> new Host());
        boolean free = host.token == null || !now.isBefore(host.leaseEnds);
        if (free && !now.isBefore(host.quietUntil)) {
            entered++;
            host.token = "token-" + entered;
            host.leaseEnds = now.plus(HostGate.reservation(pause));
            return new Admission.Entered(name, host.token, host.leaseEnds);
        }
        Duration step = HostGate.step(pause);
        Instant quiet = latest(now, host.quietUntil);
        Instant first = free ? quiet : latest(quiet, HostGate.behind(host.leaseEnds, pause, now));
        host.tail = host.tail.isBefore(first) ? first : host.tail.plus(step);
        return new Admission.Wait(host.tail);
    }

    @Override
    public synchronized boolean extend(Admission.Entered place, Instant now) {
        Host host = hosts.get(place.host());
        if (host == null || !Objects.equals(host.token, place.token())) {
            return false;
        }
        host.leaseEnds = now.plus(HostGate.LEASE);
        return true;
    }

    @Override
    public synchronized void leave(Admission.Entered place, Instant quietUntil) {
        Host host = hosts.get(place.host());
        if (host != null && Objects.equals(host.token, place.token())) {
            host.token = null;
            host.quietUntil = quietUntil;
        }
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
