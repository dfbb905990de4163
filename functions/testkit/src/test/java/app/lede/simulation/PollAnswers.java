package app.lede.simulation;

import app.lede.source.Etiquette;
import app.lede.source.Fault;
import app.lede.source.Poll;
import app.lede.source.PublicationFrequency;
import app.lede.source.PublisherHints;
import app.lede.source.Source;
import app.lede.source.Validators;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Findings of polls of the publishers of the press, without HTTP and feeds. */
final class PollAnswers {

    private PollAnswers() {}

    /** Returns the findings of a poll. */
    static Poll of(Publisher publisher, Source source, int found, Instant now) {
        if (publisher.delivers(now)) {
            boolean moves = publisher.isTroubled(now) && !source.pollUrl().equals(publisher.movedTo());
            return delivered(publisher, source, found, moves ? publisher.movedTo() : null, now);
        }
        return switch (publisher.trouble()) {
            case NO_ADDRESS -> failed("dns", Fault.Weight.DNS, null, now);
            case MISSING -> failed("refused", Fault.Weight.SOFT, null, now);
            case OVERLOADED -> failed("later", Fault.Weight.SOFT, now.plus(Duration.ofMinutes(100)), now);
            case STRICT -> failed("later", Fault.Weight.SOFT, now.plus(Duration.ofHours(1)), now);
            case GONE -> new Poll.Gone(new Fault(now, "gone", "answered 410"));
            case MOVED, NONE -> throw new IllegalStateException("it delivers");
        };
    }

    private static Poll delivered(
            Publisher publisher, Source source, int found, @Nullable String movedTo, Instant now) {
        Poll.Answered answer =
                new Poll.Answered(Validators.NONE, PublisherHints.NOTHING, Etiquette.ofBody(1, 1_000), movedTo);
        PublicationFrequency frequency = source.schedule().adaptive().frequency();
        int entries = publisher.entries(now);
        List<Instant> dates = Arrays.stream(publisher.published(), Math.max(0, entries - Publisher.WINDOW), entries)
                .mapToObj(Instant::ofEpochSecond)
                .toList();
        return found == 0
                ? new Poll.Unchanged(answer)
                : new Poll.Read(answer, frequency.read(dates, found, now), found, 0, "A feed");
    }

    private static Poll failed(String outcome, Fault.Weight weight, @Nullable Instant notBefore, Instant now) {
        return new Poll.Failed(new Fault(now, outcome, "it fails"), weight, notBefore);
    }
}
