package app.lede.source;

import app.lede.websub.Subscription;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The findings of one poll; {@link Source#after} applies them. */
public sealed interface Poll {

    /**
     * The feed was read and its new entries were queued.
     *
     * @param offered the subscription to request unless it exists; null if the feed names no hub
     */
    record Read(
            Answered answer,
            PublicationFrequency frequency,
            int found,
            int overCap,
            @Nullable String title,
            @Nullable Subscription offered)
            implements Poll {

        /** Creates the reading of a feed without a hub. */
        public Read(Answered answer, PublicationFrequency frequency, int found, int overCap, @Nullable String title) {
            this(answer, frequency, found, overCap, title, null);
        }
    }

    /** 304, or an unchanged body. */
    record Unchanged(Answered answer) implements Poll {}

    /**
     * The poll failed.
     *
     * @param notBefore earliest next request, if the server named one
     */
    record Failed(
            Fault fault, Fault.Weight weight, @Nullable Instant notBefore) implements Poll {}

    /** 410 Gone. */
    record Gone(Fault fault) implements Poll {}

    /** The host's next free time slot is further off than a queue can delay. */
    record Held(Instant until) implements Poll {}

    /**
     * The facts of every usable response.
     *
     * @param validators for the next request
     * @param movedTo target of permanent redirects; null if none
     */
    record Answered(
            Validators validators,
            PublisherHints hints,
            Etiquette cost,
            @Nullable String movedTo) {}
}
