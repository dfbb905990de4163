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
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;

/**
 * The loop over a batch of messages: each succeeds or fails by itself, and only what failed comes again. When the time left
 * is less than one attempt takes, the rest is handed back untouched. Thread safe.
 */
public final class SqsBatch {

    private final Duration attempt;
    private final boolean together;

    private SqsBatch(Duration attempt, boolean together) {
        this.attempt = attempt;
        this.together = together;
    }

    /** One message after the other; none is begun with less time left than one attempt may take. */
    public static SqsBatch oneByOne(Duration attempt) {
        return new SqsBatch(attempt, false);
    }

    /** All messages at once, for work that is mostly waiting: waiting is what an invocation pays for. */
    public static SqsBatch together(Duration attempt) {
        return new SqsBatch(attempt, true);
    }

    /** What is done with one message. */
    @FunctionalInterface
    public interface Work {

        /** Returns where the message is done with; whatever it throws makes the message come again. */
        void on(SqsEvent.Message message, WideLog.Line line);
    }

    /** Works through an event and answers which of its messages must come again. */
    public void run(InputStream in, OutputStream out, Context context, WideLog log, Work work) throws IOException {
        List<SqsEvent.Message> messages = SqsEvent.read(in.readAllBytes()).messages();
        List<FutureTask<Boolean>> tasks = messages.stream()
                .map(message -> new FutureTask<>(() -> hasTime(context) && isDone(message, log, work)))
                .toList();
        if (together) {
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                runAll(tasks, threads);
            }
        } else {
            runAll(tasks, Runnable::run);
        }
        out.write(answer(messages, tasks));
    }

    private static void runAll(List<FutureTask<Boolean>> tasks, Executor executor) {
        tasks.forEach(executor::execute);
    }

    private boolean hasTime(Context context) {
        return context.getRemainingTimeInMillis() >= attempt.toMillis();
    }

    private static byte[] answer(List<SqsEvent.Message> messages, List<FutureTask<Boolean>> tasks) {
        ObjectNode answer = Json.object();
        ArrayNode failures = answer.putArray("batchItemFailures");
        for (int i = 0; i < messages.size(); i++) {
            // An Error (out of memory) is not a result: it ends the invocation, and the whole batch comes again.
            if (!tasks.get(i).resultNow()) {
                failures.addObject().put("itemIdentifier", messages.get(i).id());
            }
        }
        return Json.bytes(answer);
    }

    private static boolean isDone(SqsEvent.Message message, WideLog log, Work work) {
        WideLog.Line line = log.line().with("messageId", message.id()).with("attempt", message.attempt());
        try {
            work.on(message, line);
            return true;
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            // Libraries that read documents throw errors of this kind too, for one document and not for the next.
            // Not swallowed: the message comes again, and after its last attempt it stands in the dead-letter queue.
            line.with("error", e.toString()).with("at", place(e)).end("failed");
            return false;
        }
    }

    private static String place(Throwable thrown) {
        StackTraceElement[] trace = thrown.getStackTrace();
        return trace.length == 0 ? "unknown" : trace[0].toString();
    }
}
