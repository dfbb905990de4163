package app.lede.simulation;

import app.lede.source.Poll;
import app.lede.source.Silence;
import app.lede.source.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** A stack that polls publishers of the press together, and stores nothing from some time on. */
final class StoppedStack {

    private static final Duration PROCESSING = Duration.ofMinutes(30);

    private final List<Publisher> publishers;
    private final Source[] sources;
    private final int[] known;
    private final Instant[] next;
    private final PriorityQueue<Integer> turns;
    private final Instant stop;
    private Instant newest;

    StoppedStack(int count, long seed, Instant start, Instant stop, Instant end) {
        this.publishers = Publishers.of(count, seed, start, Duration.between(start, end));
        this.sources = publishers.stream()
                .map(publisher -> Source.added(Simulation.id(publisher), publisher.address(), null, start))
                .toArray(Source[]::new);
        this.known = new int[count];
        this.next = new Instant[count];
        Arrays.fill(next, start);
        this.turns = new PriorityQueue<>(Comparator.comparing((Integer one) -> next[one]));
        for (int i = 0; i < count; i++) {
            turns.add(i);
        }
        this.stop = stop;
        this.newest = start;
    }

    /** Polls each source whose turn is before a time. */
    void run(Instant until) {
        while (!turns.isEmpty() && next[turns.element()].isBefore(until)) {
            poll(turns.remove());
        }
    }

    private void poll(int one) {
        Instant at = next[one];
        Publisher publisher = publishers.get(one);
        int entries = publisher.delivers(at) ? publisher.entries(at) : known[one];
        newest = entries > known[one] && at.isBefore(stop) ? at : newest;
        Poll poll = PollAnswers.of(publisher, sources[one], entries - known[one], at);
        Source heard = sources[one].after(poll, at, at).listened(at);
        Silence silence = heard.silence();
        sources[one] = silence == null ? heard : heard.reported(silence);
        known[one] = entries;
        sources[one].nextPoll(at).ifPresent(turn -> {
            next[one] = turn;
            turns.add(one);
        });
    }

    /** Returns the arrivals that the rhythms have expected since the newest article. */
    double expected(Instant now) {
        return Arrays.stream(sources)
                .filter(source -> source.polls() && source.silence() == null)
                .mapToDouble(source -> source.rhythm().expected(newest, now.minus(PROCESSING)))
                .sum();
    }
}
