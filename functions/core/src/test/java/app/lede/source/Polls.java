package app.lede.source;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Polls for tests: a source, the findings of its polls, and its state after them. */
final class Polls {

    static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");
    static final SourceId ID = SourceId.ofUrl("https://news.example.org/feed");

    private Polls() {}

    static Source source() {
        return Source.added(ID, "https://news.example.org/feed", "News", NOON);
    }

    static Poll read(int found) {
        return read(found, PublisherHints.NOTHING, PublicationFrequency.UNKNOWN);
    }

    static Poll read(int found, PublisherHints hints, PublicationFrequency frequency) {
        return new Poll.Read(answered(hints, null), frequency, found, 0, "News");
    }

    static Poll movedTo(@Nullable String target) {
        return new Poll.Unchanged(answered(PublisherHints.NOTHING, target));
    }

    static Poll failed(Fault.Weight weight) {
        return new Poll.Failed(new Fault(NOON, "refused", "answered 500"), weight, null);
    }

    private static Poll.Answered answered(PublisherHints hints, @Nullable String movedTo) {
        Validators validators = Validators.NONE.with("\"v1\"", null, "00ff", 1_000, NOON);
        return new Poll.Answered(validators, hints, Etiquette.ofBody(1, 1_000), movedTo);
    }

    /** Applies a poll repeatedly, an interval apart. */
    static Source times(int count, Poll poll, Source source) {
        Source polled = source;
        for (int i = 0; i < count; i++) {
            polled = after(Duration.ofHours(i + 1), poll, polled);
        }
        return polled;
    }

    static Source after(Duration since, Poll poll, Source source) {
        return source.after(poll, NOON.plus(since), NOON.plus(since));
    }

    static PublisherHints ttl(int minutes) {
        return new PublisherHints(
                minutes, null, null, PublisherHints.NOTHING.skipHours(), PublisherHints.NOTHING.skipDays());
    }

    static PublicationFrequency everyMinutes(int gap) {
        return new PublicationFrequency(gap, NOON);
    }
}
