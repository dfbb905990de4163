package app.lede.local.wiring;

import java.net.URI;
import java.util.Map;

/** Starts a stack with an external engine, as with {@code AWS_ENDPOINT_URL_SQS} in the environment. */
public final class StackElsewhere {
    private StackElsewhere() {}

    /** Starts the stack; closing it leaves the queues' server running. */
    public static Stack startOnQueues(StackOptions options, URI sqs) throws StackFailed {
        return Stack.start(options, Map.of("AWS_ENDPOINT_URL_SQS", sqs.toString()));
    }

    /** Starts the stack on an external S3, which is left running; it sends no notification to the stack's queues. */
    public static Stack startOnObjects(StackOptions options, URI s3) throws StackFailed {
        return Stack.start(options, Map.of("AWS_ENDPOINT_URL_S3", s3.toString()));
    }
}
