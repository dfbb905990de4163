package app.lede.source;

import app.lede.fetch.WebUrl;
import app.lede.rhythm.Rhythm;
import app.lede.websub.Subscription;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Something that is polled: a feed, or a site whose feed the first poll finds. Or a sender of mails, which is never polled.
 *
 * @param url as it was added, in the spelling of {@link WebUrl}, which every client can parse; names the source whatever its feed's address becomes
 * @param name as given, else the feed's title
 * @param feedUrl the address that is polled, once it is known to differ from {@code url}
 * @param relocation where the feed says it has moved to, until that is proven
 * @param rhythm learned from its arrivals; of a source stored before rhythms were, the new one
 * @param silence the present one, until its end is told; null if there is none
 */
public record Source(
        SourceId id,
        String url,
        Instant addedAt,
        State state,
        @Nullable String name,
        @Nullable String feedUrl,
        @Nullable Relocation relocation,
        Schedule schedule,
        Validators validators,
        Push push,
        Health health,
        Rhythm rhythm,
        @Nullable Silence silence) {

    public Source {
        rhythm = Objects.requireNonNullElse(rhythm, Rhythm.NEW);
    }

    /** In code points; as of names that users give. */
    private static final int LONGEST_NAME = 200;

    /** Beginning of the {@code url} of a sender of mails. */
    public static final String MAIL = "mailto:";

    /** Polling state of a source. */
    public enum State {
        ACTIVE,
        /** Paused by its owner; its articles stay. */
        PAUSED,
        /** The publisher answered 410. */
        GONE
    }

    public static Source added(SourceId id, String url, @Nullable String name, Instant now) {
        String address = WebUrl.of(url).map(WebUrl::toString).orElse(url);
        return new Source(
                id,
                address,
                now,
                State.ACTIVE,
                name,
                null,
                null,
                Schedule.NEW,
                Validators.NONE,
                Push.NONE,
                Health.NEW,
                Rhythm.NEW,
                null);
    }

    /** Tests whether the source is polled now: it is active, and no sender of mails. */
    public boolean polls() {
        return state == State.ACTIVE && !url.startsWith(MAIL);
    }

    /** Returns the address to poll. */
    public String pollUrl() {
        return feedUrl == null ? url : feedUrl;
    }

    /** Returns the source's slot in the due index. */
    public PollPlan.Slot slot() {
        return PollPlan.Slot.of(id, schedule.interval(), schedule.adaptive().hints());
    }

    /** Returns the current poll interval and its reason. */
    public PollInterval pollInterval() {
        return PollPlan.pollInterval(id, schedule.adaptive(), health.errors(), push);
    }

    /** Returns the next turn; empty if the source is not polled. */
    public Optional<Instant> nextPoll(Instant now) {
        Instant held = schedule.notBefore();
        Instant from = held != null && held.isAfter(now) ? held : now;
        return polls()
                ? Optional.of(
                        PollPlan.nextTurn(slot(), from, schedule.adaptive().hints()))
                : Optional.empty();
    }

    /** Returns the most severe alert, if any. */
    public Optional<Health.Alert> alert() {
        return switch (state) {
            case PAUSED -> Optional.empty();
            case GONE -> Optional.of(Health.Alert.GONE);
            case ACTIVE -> {
                if (health.errors().isDead()) {
                    yield Optional.of(Health.Alert.DEAD);
                }
                if (silence != null) {
                    yield Optional.of(Health.Alert.SILENT);
                }
                yield Optional.ofNullable(relocation).map(moving -> Health.Alert.MOVED);
            }
        };
    }

    /** Applies the findings of a planned minute's poll. */
    public Source after(Poll poll, Instant planned, Instant now) {
        return switch (poll) {
            case Poll.Read read -> read(read, now).done(planned, null);
            case Poll.Unchanged(Poll.Answered answer) ->
                answered(answer, now)
                        .withPush(push.unchanged(now))
                        .paced(false, answer.hints(), schedule.adaptive().frequency(), now)
                        .withHealth(health.unchanged(now, answer.cost()))
                        .done(planned, null);
            case Poll.Failed(Fault fault, Fault.Weight weight, Instant notBefore) ->
                withHealth(health.failed(fault, weight, Etiquette.ofBody(1, 0))).done(planned, notBefore);
            case Poll.Gone(Fault fault) ->
                withState(State.GONE)
                        .withHealth(health.failed(fault, Fault.Weight.HARD, Etiquette.ofBody(1, 0)))
                        .done(planned, null);
            case Poll.Held(Instant until) -> done(planned, until);
        };
    }

    /** Records a push with new entries. */
    public Source pushed(int found, Instant now) {
        return withPush(push.arrived(now))
                .withHealth(health.pushed(now, found))
                .withRhythm(found > 0 ? rhythm.arrived(now) : rhythm)
                .reclassed();
    }

    /** Records a mail of this sender. */
    public Source mailed(Instant now) {
        return withHealth(health.pushed(now, 1)).withRhythm(rhythm.arrived(now));
    }

    /** Records a push that was unsigned, wrongly signed or unreadable. */
    public Source pushRefused() {
        return withPush(push.refused());
    }

    /** Applies a change to the subscription with this key; a different subscription is unchanged. */
    public Source subscribed(String key, UnaryOperator<Subscription> change) {
        Subscription current = push.subscription();
        return current == null || !current.key().equals(key)
                ? this
                : withPush(push.with(change.apply(current))).reclassed();
    }

    private Source read(Poll.Read read, Instant now) {
        boolean news = read.found() > 0;
        return answered(read.answer(), now)
                .withName(name == null ? shortened(read.title()) : name)
                .withPush(push.polled(read.offered(), news, now))
                .paced(news, read.answer().hints(), read.frequency(), now)
                .withHealth(health.read(now, read.answer().cost(), read.found(), read.overCap()))
                .withRhythm(news ? rhythm.arrived(now) : rhythm);
    }

    /** Returns a feed's title as a name: a feed may be one long title, and an item of the store holds 400 KB. */
    private static @Nullable String shortened(@Nullable String title) {
        return title == null || title.codePointCount(0, title.length()) <= LONGEST_NAME
                ? title
                : title.substring(0, title.offsetByCodePoints(0, LONGEST_NAME - 1)) + "…";
    }

    private Source answered(Poll.Answered answer, Instant now) {
        Relocation moving = Relocation.after(relocation, answer.movedTo(), now);
        SourceCopy read = copy().validators(answer.validators());
        return moving != null && moving.isProven(now)
                ? read.feedUrl(moving.target()).relocation(null).build()
                : read.relocation(moving).build();
    }

    private Source paced(boolean news, PublisherHints hints, PublicationFrequency frequency, Instant now) {
        return withSchedule(schedule.withInterval(schedule.adaptive().after(news, hints, frequency, now)));
    }

    private Source done(Instant planned, @Nullable Instant held) {
        return withSchedule(schedule.done(planned, held)).reclassed();
    }

    /** Moves the source to the interval class it needs now. */
    private Source reclassed() {
        return withSchedule(
                schedule.withInterval(PollPlan.roundedUp(pollInterval().minutes())));
    }

    public Source withState(State changed) {
        return copy().state(changed).build();
    }

    /** Returns the source as its owner pauses it; what is silent then is not told any more. */
    public Source paused() {
        return withState(State.PAUSED).withSilence(null);
    }

    /** Returns the source as its owner lets it go on; its present gap begins anew. */
    public Source resumed(Instant now) {
        return state == State.ACTIVE
                ? this
                : withState(State.ACTIVE).withRhythm(rhythm.resumed(now)).withSilence(null);
    }

    /** Notes the silence that the source has fallen into, if it has and none is noted. */
    public Source listened(Instant now) {
        return silence == null ? withSilence(Silence.of(this, now).orElse(null)) : ended();
    }

    private Source ended() {
        return silence != null && silence.isOver(rhythm.since())
                ? withSilence(silence.at(Silence.Stage.ENDED, rhythm.since()))
                : this;
    }

    /** Records that a silence, or its end, was told; a silence in another stage is left as it is. */
    public Source reported(Silence told) {
        if (!told.equals(silence)) {
            return this;
        }
        return withSilence(
                switch (told.stage()) {
                    case NOTICED -> told.at(Silence.Stage.TOLD, null);
                    case TOLD -> told;
                    case ENDED -> null;
                });
    }

    public Source withName(@Nullable String changed) {
        return copy().name(changed).build();
    }

    /** Returns the source with a new feed address and no state of the old one. */
    public Source withFeed(String changed) {
        return copy().feedUrl(changed)
                .relocation(null)
                .validators(Validators.NONE)
                .build();
    }

    public Source withPush(Push changed) {
        return copy().push(changed).build();
    }

    private Source withSchedule(Schedule changed) {
        return copy().schedule(changed).build();
    }

    private Source withHealth(Health changed) {
        return copy().health(changed).build();
    }

    private Source withRhythm(Rhythm changed) {
        return copy().rhythm(changed).build();
    }

    private Source withSilence(@Nullable Silence changed) {
        return copy().silence(changed).build();
    }

    private SourceCopy copy() {
        return new SourceCopy(this);
    }
}
