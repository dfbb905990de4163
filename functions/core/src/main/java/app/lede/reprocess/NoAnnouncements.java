package app.lede.reprocess;

import app.lede.document.ObjectCreated;
import app.lede.pipeline.JobQueue;
import java.time.Duration;
import java.util.List;

/** Sends nothing. Thread safe. */
final class NoAnnouncements implements JobQueue<ObjectCreated> {

    @Override
    public void send(List<ObjectCreated> jobs) {}

    @Override
    public void sendLater(ObjectCreated job, Duration delay) {}
}
