package app.lede.simulation;

import app.lede.source.Silence;
import app.lede.source.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Polls the publishers of the press as their sources plan it, and listens for silences after each poll. From some week on every fifth
 * publisher without other troubles is mute. Without HTTP and feeds, which {@link Simulation} has, weeks pass in milliseconds.
 */
final class Listening {

    /** A source publishes for so long before it is mute. */
    static final Duration UNTIL_MUTE = Duration.ofDays(84);

    static final Duration TIME = Duration.ofDays(112);
    private static final int MUTE = 5;
    private static final Duration WEEK = Duration.ofDays(7);

    private final Instant start;
    private final List<Told> told = new ArrayList<>();
    private final List<Publisher> muted = new ArrayList<>();
    private long knownWeeks;

    Listening(int sources, long seed, Instant start) {
        this.start = start;
        Publishers.of(sources, seed, start, TIME).stream()
                .map(publisher -> isMute(publisher) ? muted(publisher) : publisher)
                .forEach(this::poll);
    }

    /** A silence or its end, as it was told. */
    record Told(Publisher publisher, Silence silence, Instant at) {
        boolean isEnd() {
            return silence.stage() == Silence.Stage.ENDED;
        }
    }

    private void poll(Publisher publisher) {
        Source source = Source.added(Simulation.id(publisher), publisher.address(), null, start);
        Instant end = start.plus(TIME);
        Instant week = start;
        int known = 0;
        for (Instant at = start; at.isBefore(end); at = source.nextPoll(at).orElse(end)) {
            int entries = publisher.delivers(at) ? publisher.entries(at) : known;
            source = listened(
                    publisher, source.after(PollAnswers.of(publisher, source, entries - known, at), at, at), at);
            known = entries;
            while (!at.isBefore(week)) {
                week = week.plus(WEEK);
                knownWeeks += source.rhythm().silentFrom().isPresent() ? 1 : 0;
            }
        }
    }

    private Source listened(Publisher publisher, Source source, Instant now) {
        Source heard = source.listened(now);
        Silence silence = heard.silence();
        if (silence == null || silence.stage() == Silence.Stage.TOLD) {
            return heard;
        }
        told.add(new Told(publisher, silence, now));
        return heard.reported(silence);
    }

    private static boolean isMute(Publisher publisher) {
        return publisher.trouble() == Publisher.Trouble.NONE && publisher.number() % MUTE == 0;
    }

    private Instant mutedAt() {
        return start.plus(UNTIL_MUTE);
    }

    private Publisher muted(Publisher publisher) {
        Publisher silenced = new Publisher(
                publisher.number(),
                publisher.host(),
                publisher.address(),
                publisher.trouble(),
                publisher.since(),
                Arrays.stream(publisher.published())
                        .filter(at -> at < mutedAt().getEpochSecond())
                        .toArray());
        muted.add(silenced);
        return silenced;
    }

    /** Weeks of the sources whose rhythm was known. */
    long knownWeeks() {
        return knownWeeks;
    }

    List<Told> told() {
        return List.copyOf(told);
    }

    /** Returns the silences told of publishers that still published, or were only overloaded. */
    List<Told> falseAlarms() {
        return told.stream()
                .filter(one -> !one.isEnd() && !isSilent(one.publisher(), one.at()))
                .toList();
    }

    private boolean isSilent(Publisher publisher, Instant at) {
        return switch (publisher.trouble()) {
            case NO_ADDRESS, MISSING, GONE -> publisher.isTroubled(at);
            case NONE -> isMute(publisher) && !at.isBefore(mutedAt());
            case MOVED, OVERLOADED, STRICT -> false;
        };
    }

    /** Returns the hours from the first silent minute to the alert, of publishers with so many entries a day. */
    List<Double> delays(double least, double most) {
        return told.stream()
                .filter(one -> !one.isEnd() && isMute(one.publisher()) && isSilent(one.publisher(), one.at()))
                .filter(one -> isWithin(one.publisher(), least, most))
                .map(one -> Duration.between(mutedAt(), one.at()).toMinutes() / 60.0)
                .toList();
    }

    /** Returns how many muted publishers had so many entries a day. */
    long muted(double least, double most) {
        return muted.stream()
                .filter(publisher -> isWithin(publisher, least, most))
                .count();
    }

    private boolean isWithin(Publisher publisher, double least, double most) {
        long published = Arrays.stream(publisher.published())
                .filter(at -> at >= start.getEpochSecond())
                .count();
        double perDay = published / (double) UNTIL_MUTE.toDays();
        return perDay >= least && perDay < most;
    }
}
