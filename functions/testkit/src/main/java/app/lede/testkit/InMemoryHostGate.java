package app.lede.testkit;

import app.lede.fetch.HostGate;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One place per host, in a map. Thread safe. */
public final class InMemoryHostGate implements HostGate {

    private static final Duration LEASE = Duration.ofMinutes(1);

    private final Function<String, Duration> gaps;
    private final Map<String, Host> hosts = new HashMap<>();
    private long entered;

    /** What is known of one host; {@code tail} is the last moment that was set aside. */
    private static final class Host {
        private @Nullable String token;
        private Instant leaseEnds = Instant.MIN;
        private Instant quietUntil = Instant.MIN;
        private Instant tail = Instant.MIN;
    }

    /** With the usual pause by host. */
    public InMemoryHostGate(Function<String, Duration> gaps) {
        this.gaps = gaps;
    }

    @Override
    public synchronized Admission enter(String name, Instant now) {
        Host host = hosts.computeIfAbsent(name, unknown -> new Host());
        boolean free = host.token == null || !now.isBefore(host.leaseEnds);
        if (free && !now.isBefore(host.quietUntil)) {
            entered++;
            host.token = "token-" + entered;
            host.leaseEnds = now.plus(LEASE);
            return new Admission.Entered(name, host.token);
        }
        Instant from = latest(now, latest(host.quietUntil, host.tail));
        Duration gap = gaps.apply(name);
        Duration second = Duration.ofSeconds(1);
        host.tail = from.plus(gap).plus(gap.compareTo(second) < 0 ? gap : second);
        return new Admission.Wait(host.tail);
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
