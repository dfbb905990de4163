package app.lede.aws.lambda;

import app.lede.aws.events.S3Notification;
import app.lede.aws.events.SqsEvent;
import app.lede.document.ObjectCreated;
import app.lede.document.Outcome;

/**
 * Works through the objects that the messages of a batch announce: each has its own outcome and log line, and a failure of
 * one leaves the others of its message as they are. One per invocation; thread safe as far as its step is.
 */
public final class AnnouncedObjects implements SqsBatch.Work {

    private final WideLog log;
    private final Step step;

    public AnnouncedObjects(WideLog log, Step step) {
        this.log = log;
        this.step = step;
    }

    /** Handles one object. */
    public interface Step {

        /** Brings the object to its outcome and ends the line with it. */
        void on(ObjectCreated object, WideLog.Line line);

        /** Records an attempt that broke; a later outcome replaces the record. */
        void broke(ObjectCreated object, String cause);
    }

    @Override
    public void on(SqsEvent.Message message, WideLog.Line line) {
        switch (S3Notification.read(message.body())) {
            case S3Notification.TestEvent test ->
                line.with("bucket", test.bucket()).end(Outcome.TEST_EVENT.label());
            case S3Notification.Created created -> {
                long failed = created.objects().stream()
                        .filter(object -> !isDone(object, message))
                        .count();
                created.malformed().forEach(cause -> log.line()
                        .with("messageId", message.id())
                        .with("attempt", message.attempt())
                        .with("error", cause)
                        .end(Outcome.FAILED.label()));
                int broken = Math.toIntExact(failed) + created.malformed().size();
                if (broken > 0) {
                    throw new ObjectsFailed(broken);
                }
            }
        }
    }

    @Override
    public void lastly(SqsEvent.Message message, String cause) {
        if (S3Notification.read(message.body()) instanceof S3Notification.Created created) {
            created.objects().forEach(object -> step.broke(object, cause));
        }
    }

    @Override
    public void gaveUp(SqsEvent.Message message, String cause) {
        lastly(message, cause);
    }

    private boolean isDone(ObjectCreated object, SqsEvent.Message message) {
        WideLog.Line line = log.line()
                .with("messageId", message.id())
                .with("attempt", message.attempt())
                .with("key", object.key());
        try {
            step.on(object, line);
            return true;
        } catch (Throwable e) {
            // Whatever one object throws, an Error too, is its own; the message comes again for it.
            String cause = Cause.of(e);
            line.with("error", cause).end(Outcome.FAILED.label());
            note(object, message.isLast() ? cause + "; attempt " + message.attempt() + ", the last" : cause);
            return false;
        }
    }

    private void note(ObjectCreated object, String cause) {
        try {
            step.broke(object, cause);
        } catch (RuntimeException e) {
            // The record is out of reach; the line above and the message that comes again say the same.
            log.line().with("key", object.key()).with("error", Cause.of(e)).end("unrecorded");
        }
    }
}
