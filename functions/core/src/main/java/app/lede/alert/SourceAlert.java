package app.lede.alert;

import app.lede.article.Times;
import app.lede.hash.Digest;
import app.lede.source.Silence;
import app.lede.source.Source;
import app.lede.source.SourceId;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;

/**
 * Alert that a source has fallen silent, or that its silence is over.
 *
 * @param id the same however often it is sent
 * @param name of the source; its address where it has none
 * @param at when the silence was noticed, or the arrival that ended it
 * @param since the last arrival before the silence
 * @param reason {@link Silence.Reason#label}
 * @param detail of the reason
 */
public record SourceAlert(
        String id,
        SourceId source,
        String name,
        String url,
        Kind kind,
        Instant at,
        Instant since,
        String reason,
        String detail) {

    /** Time for which an alert is kept for feeds. */
    public static final Duration KEPT = Duration.ofDays(90);

    /** Occasions of an alert. */
    public enum Kind {
        SILENT,
        RESUMED;

        /** Returns the name in the API. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Returns the alert of a silence that was noticed, or has ended. */
    static SourceAlert of(Source source, Silence silence) {
        Instant ended = silence.ended();
        Kind kind = ended == null ? Kind.SILENT : Kind.RESUMED;
        return new SourceAlert(
                Digest.base32(source.id() + " " + kind.label() + " " + silence.at()),
                source.id(),
                Objects.requireNonNullElse(source.name(), source.url()),
                source.url(),
                kind,
                ended == null ? silence.at() : ended,
                silence.since(),
                silence.reason().label(),
                silence.detail());
    }

    /** Returns the key by which alerts are in order of time. */
    public String key() {
        return Times.sortable(at) + "#" + id;
    }
}
