package app.lede.pipeline;

import app.lede.document.ObjectCreated;
import java.time.Duration;
import java.util.List;

/** Stands in for the queue where it is never used: by a clock that stands still no collection takes too long. */
final class NoQueue implements JobQueue<ObjectCreated> {

    @Override
    public void send(List<ObjectCreated> objects) {
        throw new UnsupportedOperationException("no queue");
    }

    @Override
    public void sendLater(ObjectCreated object, Duration delay) {
        throw new UnsupportedOperationException("no queue");
    }
}
