package app.lede.local.engine;

import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;

/** ElasticMQ, in memory. */
final class SqsEngine {
    private SqsEngine() {}

    /**
     * Starts it.
     *
     * @param port 0 for a free one
     */
    static Engine start(int port, Credentials credentials) {
        SQSRestServer server = SQSRestServerBuilder.withInterface(Engine.LOOPBACK)
                .withPort(port)
                .withAWSRegion(credentials.region())
                .start();
        int bound = server.waitUntilStarted().localAddress().getPort();
        return Engine.on(bound, server::stopAndWait);
    }
}
