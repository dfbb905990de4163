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

/**
 * The loop over a batch of messages: each succeeds or fails by itself, and only what failed comes again. When the time left
 * is less than one attempt takes, the rest is handed back untouched. Thread safe.
 */
public final class SqsBatch {

    private final Duration attempt;

    /** A loop that begins no message with less time left than one attempt may take. */
    public SqsBatch(Duration attempt) {
        this.attempt = attempt;
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
        ObjectNode answer = Json.object();
        ArrayNode failures = answer.putArray("batchItemFailures");
        for (SqsEvent.Message message : messages) {
            boolean enough = context.getRemainingTimeInMillis() >= attempt.toMillis();
            if (!enough || !done(message, log, work)) {
                failures.addObject().put("itemIdentifier", message.id());
            }
        }
        out.write(Json.bytes(answer));
    }

    private static boolean done(SqsEvent.Message message, WideLog log, Work work) {
        WideLog.Line line = log.line().with("messageId", message.id()).with("attempt", message.attempt());
        try {
            work.on(message, line);
            return true;
        } catch (RuntimeException | StackOverflowError e) {
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
