package app.lede.alert;

import app.lede.source.Silence;
import app.lede.source.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects from all sources the silences to tell of and the arrivals expected. Sources whose polls fail are held back while our own
 * network is out, which is known only after the last source. Not thread safe.
 */
final class SilenceSurvey {

    /** Time from an arrival to the stored article; later on the pipeline is in arrears. */
    private static final Duration PROCESSING = Duration.ofMinutes(30);

    private final Instant newest;
    private final Instant now;
    private final Outage outage;
    private final List<Source> due = new ArrayList<>();
    private final List<Source> failing = new ArrayList<>();
    private int looked;
    private double expected;

    /**
     * Begins a survey.
     *
     * @param newest arrival of the newest article
     */
    SilenceSurvey(Instant newest, Instant now) {
        this.newest = newest;
        this.now = now;
        this.outage = new Outage(now);
    }

    void add(Source source) {
        looked++;
        outage.count(source);
        if (source.polls() && source.silence() == null) {
            expected += source.rhythm().expected(newest, now.minus(PROCESSING));
        }
        Silence silence = source.listened(now).silence();
        if (silence == null || silence.stage() == Silence.Stage.TOLD) {
            return;
        }
        boolean begins = source.silence() == null;
        (begins && silence.reason() == Silence.Reason.ERRORS ? failing : due).add(source);
    }

    int looked() {
        return looked;
    }

    double expected() {
        return expected;
    }

    boolean isOutage() {
        return outage.isLikely();
    }

    /** Returns the sources to tell of now. */
    List<Source> due() {
        List<Source> all = new ArrayList<>(due);
        if (!isOutage()) {
            all.addAll(failing);
        }
        return all;
    }

    /** Returns the number of failing sources held back. */
    int held() {
        return isOutage() ? failing.size() : 0;
    }
}
