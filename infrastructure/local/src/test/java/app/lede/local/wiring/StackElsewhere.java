package app.lede.local.wiring;

import java.net.URI;
import java.util.Map;

/** A stack whose queues are somebody else's, as {@code AWS_ENDPOINT_URL_SQS} in the process's environment would have it. */
public final class StackElsewhere {
    private StackElsewhere() {}

    /** Starts it; the queues' server is left running when it is closed. */
    public static Stack startOnQueues(StackOptions options, URI sqs) throws StackFailed {
        return Stack.start(options, Map.of("AWS_ENDPOINT_URL_SQS", sqs.toString()));
    }
}
