package app.lede.local.command.rights;

import app.lede.fetch.HostGate;
import app.lede.robots.RobotsAnswer;
import app.lede.robots.RobotsStore;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The turns of hosts and the files of sites, for a command that asks for one page at a time. Not thread safe. */
final class OneProcess implements HostGate, RobotsStore {

    private final Map<String, Instant> quiet = new HashMap<>();
    private final Map<String, Kept> files = new HashMap<>();

    @Override
    public Admission enter(String host, Duration pause, Instant now) {
        Instant until = quiet.getOrDefault(host, Instant.MIN);
        if (now.isBefore(until)) {
            return new Admission.Wait(until);
        }
        Instant reserved = now.plus(HostGate.reservation(pause));
        quiet.put(host, reserved);
        return new Admission.Entered(host, "", reserved);
    }

    @Override
    public boolean extend(Admission.Entered place, Instant now) {
        quiet.put(place.host(), now.plus(HostGate.LEASE));
        return true;
    }

    @Override
    public void leave(Admission.Entered place, Instant quietUntil) {
        quiet.put(place.host(), quietUntil);
    }

    @Override
    public Optional<Kept> get(String origin, Instant now) {
        return Optional.ofNullable(files.get(origin)).filter(kept -> now.isBefore(kept.until()));
    }

    @Override
    public void keep(String origin, RobotsAnswer answer, Instant until) {
        files.put(origin, new Kept(answer, until));
    }
}
