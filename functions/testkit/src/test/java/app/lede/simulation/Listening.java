package app.lede.simulation;

import app.lede.alert.SourceAlert;
import app.lede.alert.WatchSources;
import app.lede.api.FilterParameters;
import app.lede.search.ArticleWalk;
import app.lede.search.NewestFirst;
import app.lede.source.Source;
import app.lede.testkit.InMemoryArticles;
import app.lede.testkit.InMemoryQueue;
import app.lede.testkit.InMemorySavedSearches;
import app.lede.testkit.InMemorySourceAlerts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Simulates polling with the step that listens for silences, twice each quarter of an hour as duplicated ticks do. From the seventh
 * week on every fifth publisher without other troubles is mute.
 */
final class Listening {

    static final Duration TIME = Duration.ofDays(70);
    private static final Duration UNTIL_MUTE = Duration.ofDays(49);
    private static final int MUTE = 5;

    private final Instant start;
    private final List<Publisher> publishers = new ArrayList<>();
    private final Simulation simulation;
    private final InMemorySourceAlerts alerts = new InMemorySourceAlerts();
    private final WatchSources watch;
    private long weeks;
    private long learnedWeeks;

    Listening(int sources, long seed, Instant start) {
        this.start = start;
        Publishers.of(sources, seed, start, TIME)
                .forEach(publisher -> publishers.add(isMute(publisher) ? muted(publisher) : publisher));
        this.simulation = new Simulation(publishers, start, TIME);
        this.watch = new WatchSources(
                simulation.sources(),
                simulation.sources(),
                alerts,
                new InMemorySavedSearches(),
                ArticleWalk.byArrival(new NewestFirst(new InMemoryArticles())),
                FilterParameters::kept,
                new InMemoryQueue<>());
        simulation.run(this::listen);
    }

    private void listen(Instant minute) {
        long passed = Duration.between(start, minute).toMinutes();
        if (passed % 15 == 0) {
            watch.run(minute, () -> true);
            watch.run(minute, () -> true);
        }
        if (passed % (7 * 1_440) == 0) {
            List<Source> all = simulation.sources().all();
            weeks += all.size();
            learnedWeeks += all.stream()
                    .filter(source -> source.rhythm().silentFrom().isPresent())
                    .count();
        }
    }

    private static boolean isMute(Publisher publisher) {
        return publisher.trouble() == Publisher.Trouble.NONE && publisher.number() % MUTE == 0;
    }

    private Instant mutedAt() {
        return start.plus(UNTIL_MUTE);
    }

    private Publisher muted(Publisher publisher) {
        return new Publisher(
                publisher.number(),
                publisher.host(),
                publisher.address(),
                publisher.trouble(),
                publisher.since(),
                Arrays.stream(publisher.published())
                        .filter(at -> at < mutedAt().getEpochSecond())
                        .toArray());
    }

    /** Weeks of all sources. */
    long weeks() {
        return weeks;
    }

    /** Weeks of the sources whose rhythm was known. */
    long learnedWeeks() {
        return learnedWeeks;
    }

    List<SourceAlert> told(SourceAlert.Kind kind) {
        return alerts.page(null, Integer.MAX_VALUE).stream()
                .filter(alert -> alert.kind() == kind)
                .toList();
    }

    /** Returns the silences told of publishers that still published, or were only overloaded. */
    List<SourceAlert> falseAlarms() {
        return told(SourceAlert.Kind.SILENT).stream()
                .filter(alert -> !isSilent(publisher(alert), alert.at()))
                .toList();
    }

    private boolean isSilent(Publisher publisher, Instant at) {
        return switch (publisher.trouble()) {
            case NO_ADDRESS, MISSING, GONE -> publisher.isTroubled(at);
            case NONE -> isMute(publisher) && !at.isBefore(mutedAt());
            case MOVED, OVERLOADED, STRICT -> false;
        };
    }

    Publisher publisher(SourceAlert alert) {
        return publishers.stream()
                .filter(publisher -> Simulation.id(publisher).equals(alert.source()))
                .findFirst()
                .orElseThrow();
    }

    /** Returns the hours from the first silent minute to its alert, of publishers with so many entries a day, ascending. */
    double[] delays(double leastPerDay, double mostPerDay) {
        return told(SourceAlert.Kind.SILENT).stream()
                .filter(alert -> isMute(publisher(alert)) && isSilent(publisher(alert), alert.at()))
                .filter(alert -> perDay(publisher(alert)) >= leastPerDay && perDay(publisher(alert)) < mostPerDay)
                .mapToDouble(alert -> Duration.between(mutedAt(), alert.at()).toMinutes() / 60.0)
                .sorted()
                .toArray();
    }

    /** Returns how many muted publishers had so many entries a day. */
    long muted(double leastPerDay, double mostPerDay) {
        return publishers.stream()
                .filter(publisher ->
                        isMute(publisher) && perDay(publisher) >= leastPerDay && perDay(publisher) < mostPerDay)
                .count();
    }

    private double perDay(Publisher publisher) {
        long published = Arrays.stream(publisher.published())
                .filter(at -> at >= start.getEpochSecond())
                .count();
        return published / (double) UNTIL_MUTE.toDays();
    }
}
