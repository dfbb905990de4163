package app.lede.aws.lambda;

import app.lede.aws.events.SqsEvent;
import app.lede.json.Json;
import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

/**
 * Processes a batch of messages, each succeeding or failing independently; only failed ones are delivered again. When the
 * time left is less than one attempt takes, or too much given-up work still runs, the rest is handed back untouched.
 * Thread safe.
 */
public final class SqsBatch {

    /** Kept for the answer when messages that are worked on together do not end. */
    private static final Duration RESERVE = Duration.ofSeconds(3);

    private final Duration attempt;
    private final boolean together;
    private final Strays strays;

    private SqsBatch(Duration attempt, boolean together, Strays strays) {
        this.attempt = attempt;
        this.together = together;
        this.strays = strays;
    }

    /** Takes one message after the other; none is begun with less time left than one attempt may take. */
    public static SqsBatch oneByOne(Duration attempt, Strays strays) {
        return new SqsBatch(attempt, false, strays);
    }

    /** Takes all messages at once, for work that is mostly waiting: an invocation pays for waiting. */
    public static SqsBatch together(Duration attempt, Strays strays) {
        return new SqsBatch(attempt, true, strays);
    }

    /** Handles one message. */
    @FunctionalInterface
    public interface Work {

        /** Returns when the message is done; anything thrown makes the message come again. */
        void on(SqsEvent.Message message, WideLog.Line line);

        /**
         * Records that a message may go to the dead-letter queue; called before its last attempt, since a killed process
         * cannot. The attempt's own outcome replaces the record.
         */
        default void lastly(SqsEvent.Message message, String cause) {}

        /** Records that an attempt failed before the last one: the message comes again. */
        default void failed(SqsEvent.Message message, String cause) {}

        /** Records that the last attempt failed, or found no time: the message goes to the dead-letter queue. */
        default void gaveUp(SqsEvent.Message message, String cause) {}
    }

    /** Processes an event and writes the response with the failed messages. */
    public void run(InputStream in, OutputStream out, Context context, WideLog log, Work work) throws IOException {
        List<SqsEvent.Message> messages = SqsEvent.read(in.readAllBytes()).messages();
        strays.check();
        List<FutureTask<Boolean>> tasks = messages.stream()
                .map(message -> new FutureTask<>(() -> isDone(message, context, log, work)))
                .toList();
        if (together) {
            runTogether(messages, tasks, context, log);
        } else {
            tasks.forEach(FutureTask::run);
        }
        out.write(answer(messages, tasks));
    }

    private void runTogether(
            List<SqsEvent.Message> messages, List<FutureTask<Boolean>> tasks, Context context, WideLog log) {
        List<Thread> threads = tasks.stream()
                .map(task -> Thread.ofPlatform().daemon().name("message").start(task))
                .toList();
        for (int i = 0; i < threads.size(); i++) {
            if (!hasEnded(threads.get(i), context)) {
                tasks.get(i).cancel(true);
                strays.add(threads.get(i));
                log.line()
                        .with("messageId", messages.get(i).id())
                        .with("error", "outlasted the call")
                        .end("failed");
            }
        }
    }

    private static boolean hasEnded(Thread thread, Context context) {
        try {
            return thread.join(
                    Duration.ofMillis(context.getRemainingTimeInMillis()).minus(RESERVE));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static byte[] answer(List<SqsEvent.Message> messages, List<FutureTask<Boolean>> tasks) {
        ObjectNode answer = Json.object();
        ArrayNode failures = answer.putArray("batchItemFailures");
        for (int i = 0; i < messages.size(); i++) {
            FutureTask<Boolean> task = tasks.get(i);
            if (task.state() != Future.State.SUCCESS || !task.resultNow()) {
                failures.addObject().put("itemIdentifier", messages.get(i).id());
            }
        }
        return Json.bytes(answer);
    }

    private boolean isDone(SqsEvent.Message message, Context context, WideLog log, Work work) {
        WideLog.Line line = log.line().with("messageId", message.id()).with("attempt", message.attempt());
        boolean begins = context.getRemainingTimeInMillis() >= attempt.toMillis() && !strays.areTooMany();
        try {
            if (!begins) {
                handBack(message, work);
                return false;
            }
            if (message.isLast()) {
                work.lastly(message, "the last attempt did not end");
            }
            work.on(message, line);
            return true;
        } catch (ObjectsFailed e) {
            return false;
        } catch (Throwable e) {
            // Not swallowed: the message comes again, and goes to the dead-letter queue after its last attempt.
            // Libraries that read documents throw errors too, for one document and not for the next.
            String cause = Cause.of(e);
            line.with("error", cause).end("failed");
            if (message.isLast()) {
                work.gaveUp(message, cause);
            } else {
                work.failed(message, cause);
            }
            return false;
        }
    }

    private static void handBack(SqsEvent.Message message, Work work) {
        if (message.isLast()) {
            work.gaveUp(message, "no time was left for the last attempt");
        }
    }
}
