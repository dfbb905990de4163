package app.lede.source;

import app.lede.rhythm.Rhythm;
import org.jspecify.annotations.Nullable;

/** Builds a changed copy of a {@link Source} name by name; its id, address and time of addition stay. Not thread safe. */
final class SourceCopy {

    private final Source source;
    private Source.State state;
    private @Nullable String name;
    private @Nullable String feedUrl;
    private @Nullable Relocation relocation;
    private Schedule schedule;
    private Validators validators;
    private Push push;
    private Health health;
    private Rhythm rhythm;
    private @Nullable Silence silence;

    SourceCopy(Source source) {
        this.source = source;
        this.state = source.state();
        this.name = source.name();
        this.feedUrl = source.feedUrl();
        this.relocation = source.relocation();
        this.schedule = source.schedule();
        this.validators = source.validators();
        this.push = source.push();
        this.health = source.health();
        this.rhythm = source.rhythm();
        this.silence = source.silence();
    }

    SourceCopy state(Source.State value) {
        state = value;
        return this;
    }

    SourceCopy name(@Nullable String value) {
        name = value;
        return this;
    }

    SourceCopy feedUrl(@Nullable String value) {
        feedUrl = value;
        return this;
    }

    SourceCopy relocation(@Nullable Relocation value) {
        relocation = value;
        return this;
    }

    SourceCopy schedule(Schedule value) {
        schedule = value;
        return this;
    }

    SourceCopy validators(Validators value) {
        validators = value;
        return this;
    }

    SourceCopy push(Push value) {
        push = value;
        return this;
    }

    SourceCopy health(Health value) {
        health = value;
        return this;
    }

    SourceCopy rhythm(Rhythm value) {
        rhythm = value;
        return this;
    }

    SourceCopy silence(@Nullable Silence value) {
        silence = value;
        return this;
    }

    Source build() {
        return new Source(
                source.id(),
                source.url(),
                source.addedAt(),
                state,
                name,
                feedUrl,
                relocation,
                schedule,
                validators,
                push,
                health,
                rhythm,
                silence);
    }
}
