package app.lede.simulation;

import app.lede.fetch.CanonicalUrl;
import app.lede.fetch.UrlLedger;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A ledger of numbered articles, with the time each was found. */
final class Discoveries implements UrlLedger {

    private final List<Publisher> publishers;
    private final InstantSource clock;
    private final long start;
    private final int[] next;
    private final List<Integer> delays = new ArrayList<>();
    private int missed;
    private int found;

    Discoveries(List<Publisher> publishers, Instant start, InstantSource clock) {
        this.publishers = publishers;
        this.start = start.getEpochSecond();
        this.clock = clock;
        this.next = new int[publishers.size()];
    }

    static String url(Publisher publisher, int entry) {
        return "https://" + publisher.host() + "/a/" + publisher.number() + "/" + entry;
    }

    @Override
    public Map<CanonicalUrl, Known> known(Collection<CanonicalUrl> urls, Instant now) {
        Map<CanonicalUrl, Known> known = new HashMap<>();
        urls.stream()
                .filter(url -> entry(url) < next[publisher(url)])
                .forEach(url -> known.put(url, new Known(Mark.FETCHED, null, null, 0)));
        return known;
    }

    @Override
    public void queued(Map<CanonicalUrl, String> entries, Instant until) {
        entries.keySet().stream().findFirst().ifPresent(url -> seen(publisher(url), clock.instant()));
    }

    @Override
    public void waiting(CanonicalUrl url, int attempts, Instant until) {
        throw new UnsupportedOperationException("nothing is fetched here");
    }

    @Override
    public void changed(CanonicalUrl url, String entry) {
        throw new UnsupportedOperationException("no entry changes here");
    }

    @Override
    public void done(Collection<CanonicalUrl> urls, Mark mark, @Nullable Page page, Instant until) {
        throw new UnsupportedOperationException("nothing is fetched here");
    }

    @Override
    public void failure(CanonicalUrl url, @Nullable String record) {
        throw new UnsupportedOperationException("nothing is fetched here");
    }

    /** Records that a poller read a publisher's feed. */
    void seen(int number, Instant now) {
        Publisher publisher = publishers.get(number);
        int entries = publisher.entries(now);
        for (int entry = next[number]; entry < entries; entry++) {
            if (publisher.published()[entry] < start) {
                continue;
            }
            if (entry < entries - Publisher.WINDOW) {
                missed++;
            } else {
                found++;
                delays.add(Math.toIntExact(now.getEpochSecond() - publisher.published()[entry]));
            }
        }
        next[number] = entries;
    }

    int found() {
        return found;
    }

    /** Returns the number of entries that left their feed unseen. */
    int missed() {
        return missed;
    }

    /** Returns the delays of the found entries in minutes, ascending. */
    double[] delays() {
        return delays.stream().mapToDouble(seconds -> seconds / 60.0).sorted().toArray();
    }

    private static int entry(CanonicalUrl url) {
        return Integer.parseInt(url.value().substring(url.value().lastIndexOf('/') + 1));
    }

    private static int publisher(CanonicalUrl url) {
        String path = url.value().substring(url.value().indexOf("/a/") + 3);
        return Integer.parseInt(path.substring(0, path.indexOf('/')));
    }
}
