package app.lede.source;

import app.lede.websub.Subscription;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What one poll found out about its source; {@link Source#after} draws the conclusions. */
public sealed interface Poll {

    /**
     * The feed was read, and its entries are on their way.
     *
     * @param offered the subscription to ask for where there is none of its hub and topic yet; null where no hub is named
     */
    record Read(
            Answered answer,
            PublicationFrequency frequency,
            int found,
            int overCap,
            @Nullable String title,
            @Nullable Subscription offered)
            implements Poll {

        /** Of what names no hub. */
        public Read(Answered answer, PublicationFrequency frequency, int found, int overCap, @Nullable String title) {
            this(answer, frequency, found, overCap, title, null);
        }
    }

    /** A 304, or the bytes that were known. */
    record Unchanged(Answered answer) implements Poll {}

    /**
     * Nothing came of it.
     *
     * @param notBefore where the server asked for time
     */
    record Failed(
            Fault fault, Fault.Weight weight, @Nullable Instant notBefore) implements Poll {}

    /** 410: the publisher took it away for good. */
    record Gone(Fault fault) implements Poll {}

    /** Somebody else's turn at the host lasts longer than a queue can wait. */
    record Held(Instant until) implements Poll {}

    /**
     * What every usable answer tells.
     *
     * @param validators to ask with next time
     * @param movedTo where permanent redirects led, null without any
     */
    record Answered(
            Validators validators,
            PublisherHints hints,
            Etiquette cost,
            @Nullable String movedTo) {}
}
