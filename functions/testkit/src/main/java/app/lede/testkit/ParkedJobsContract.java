package app.lede.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.lede.document.TraceId;
import app.lede.pipeline.FetchJob;
import app.lede.pipeline.ParkedJobs;
import app.lede.source.SourceId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Contract of every store of parked jobs. */
public abstract class ParkedJobsContract {

    private static final Instant DUE = Samples.NOON.plus(Duration.ofDays(7)).plusSeconds(90);
    private static final Instant BUCKET = ParkedJobs.bucket(DUE);

    /** Returns an empty store. */
    protected abstract ParkedJobs emptyStore();

    private static FetchJob job(int number, Instant due) {
        String url = "https://news.example.org/" + number;
        FetchJob.Entry entry = new FetchJob.Entry("Brücke 🌉", null, null, "entries/00/ff", "permits all");
        return new FetchJob(
                url,
                url,
                SourceId.ofUrl(url),
                "https://news.example.org/feed",
                Samples.NOON,
                2,
                due,
                entry,
                true,
                null,
                FetchJob.Purpose.CHANGED,
                1,
                TraceId.of("source", Samples.NOON));
    }

    @Test
    void a_job_comes_back_whole_from_its_bucket_and_from_no_other() {
        ParkedJobs store = emptyStore();
        store.park(job(1, DUE), DUE);
        assertEquals(
                List.of(new ParkedJobs.Row.Job(job(1, DUE))), store.in(BUCKET).toList());
        assertEquals(List.of(), store.in(BUCKET.minus(ParkedJobs.BUCKET)).toList());
        assertEquals(List.of(), store.in(BUCKET.plus(ParkedJobs.BUCKET)).toList());
    }

    @Test
    void the_same_job_of_one_bucket_is_kept_once() {
        ParkedJobs store = emptyStore();
        store.park(job(1, DUE), DUE);
        store.park(job(1, DUE.plusSeconds(1)), DUE.plusSeconds(1));
        assertEquals(
                List.of(new ParkedJobs.Row.Job(job(1, DUE.plusSeconds(1)))),
                store.in(BUCKET).toList());
    }

    @Test
    void a_bucket_of_more_than_a_page_comes_whole() {
        ParkedJobs store = emptyStore();
        for (int i = 0; i < 225; i++) {
            store.park(job(i, DUE), DUE);
        }
        assertEquals(225, store.in(BUCKET).distinct().count());
    }
}
