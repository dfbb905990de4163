package app.lede.alert;

import app.lede.article.Times;
import app.lede.hash.Digest;
import app.lede.saved.DigestSchedule;
import app.lede.saved.SavedSearch;
import app.lede.search.Filter;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * Publishes the digest of a search when one is due. It covers the arrivals from the digest before, or from when the search was
 * saved, to the time it was due at. The period is noted before publishing: a crash in between repeats the digest of the same
 * period under the same id, and loses none. A period without articles gets none. Thread safe.
 */
final class DeliverDigest {

    /** Pages of articles to look at in one digest, which is 50,000 articles. */
    private static final int STRETCHES = 500;

    private final AlertStates states;
    private final Matches matches;
    private final Function<String, Filter> filters;
    private final Digests digests;

    DeliverDigest(AlertStates states, Matches matches, Function<String, Filter> filters, Digests digests) {
        this.states = states;
        this.matches = matches;
        this.filters = filters;
        this.digests = digests;
    }

    /**
     * Publishes the digest that is due, if any; returns how many were published.
     *
     * @param lateness how long after its arrival an article may not be found yet
     */
    int deliver(SavedSearch search, DigestSchedule schedule, Instant now, Function<Filter, Duration> lateness) {
        Filter filter = filters.apply(search.filter());
        Optional<AlertState> stored = states.state(search.id(), Watch.DIGEST);
        AlertState known =
                stored.orElseGet(() -> new AlertState(Times.sortable(search.created()), null, search.created(), false));
        AlertState next =
                known.pending() == null ? due(schedule.lastDue(now.minus(lateness.apply(filter))), known) : known;
        String until = next.pending();
        if (until == null) {
            return 0;
        }
        if (!stored.equals(Optional.of(next))
                && !states.replace(search.id(), Watch.DIGEST, stored.orElse(null), next)) {
            return 0; // Another call is at work on the search, or it was deleted.
        }
        int published = publish(search, schedule, filter, next.position(), until);
        states.replace(search.id(), Watch.DIGEST, next, next.at(until));
        return published;
    }

    private static AlertState due(Instant due, AlertState known) {
        String key = Times.sortable(due);
        return key.compareTo(known.position()) > 0 ? known.sending(key, known.lastMatch()) : known;
    }

    private int publish(SavedSearch search, DigestSchedule schedule, Filter filter, String after, String until) {
        Instant from = Instant.parse(after);
        Instant end = Instant.parse(until);
        Matches.Latest latest = matches.latest(filter, from, end, STRETCHES, DigestText.MOST_ARTICLES);
        if (latest.count() == 0) {
            return 0;
        }
        digests.publish(new DigestMessage(
                Digest.base32(search.id() + " digest " + after + " " + until),
                search.id(),
                search.name(),
                DigestText.subject(search, latest.count(), latest.complete()),
                new DigestText(schedule).of(search, from, end, latest)));
        return 1;
    }
}
